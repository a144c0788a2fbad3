/**
 * The outcome of something that can fail in an expected way.
 * Expected failures are values; an exception is a bug.
 */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** A success holding `value`. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** An expected failure. */
export const fail = <F>(failure: F): Result<never, F> => ({ ok: false, failure });

/** Proves to the compiler that every case of a union is handled; reaching it at run time is a bug. */
export const assertNever = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
};
