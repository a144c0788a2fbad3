import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** What became of a technician's command. */
export type Outcome = Result<null, Failure>;

export const done: Outcome = ok(null);
/** It could not be done; the technician reads why. */
export const cannot = (why: string): Outcome => fail(failure('BENCH_FAILED', why));
