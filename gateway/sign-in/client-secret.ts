import { readFile } from 'node:fs/promises';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { SignInSettings } from '#core/contract/gateway-host.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** Reads the secret where the settings say, when it is needed; it is in no setting, message or log. */
export const readClientSecret = async (
  where: SignInSettings['clientSecret'],
): Promise<Result<string, Failure>> => {
  const secret =
    'file' in where
      ? await readFile(where.file, 'utf8').catch(() => '')
      : (process.env[where.variable] ?? '');
  return secret.trim() === ''
    ? fail(failure('SIGN_IN_NOT_SET_UP', 'file' in where ? where.file : where.variable))
    : ok(secret.trim());
};
