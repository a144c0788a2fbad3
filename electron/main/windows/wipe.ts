import type { Session } from 'electron';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

/**
 * Empties an in-memory session and confirms it. `clearData()` leaves the storage of custom schemes behind, so `clearStorageData()`
 * it is; a session per visit instead would never be freed (0.7 MB each).
 */
export const wipeSession = async (session: Session): Promise<Result<null, Failure>> => {
  try {
    await session.clearStorageData();
    await session.clearCache();
    await session.clearAuthCache();
    await session.clearHostResolverCache();
    await session.clearCodeCaches({});
    const cookies = await session.cookies.get({});
    if (cookies.length > 0) return fail(failure('WIPE_FAILED', 'cookies are left'));
    if (session.getStoragePath() !== null)
      return fail(failure('WIPE_FAILED', 'the session has a folder on disk'));
    return ok(null);
  } catch (error) {
    return fail(failure('WIPE_FAILED', error instanceof Error ? error.name : 'unknown'));
  }
};
