import type { BenchFacts } from '#core/contract/bench.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';

/** The errors of the last hour, the most frequent first. */
export const errorList = ({
  errors,
}: Pick<BenchFacts['counts'], 'errors'>): readonly { readonly code: ErrorCode; readonly count: number }[] =>
  Object.entries(errors)
    .map(([code, count]) => ({ code: code as ErrorCode, count }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
