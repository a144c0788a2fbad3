import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { ValidReading } from '#core/vitals/decoded.ts';
import { captureCode, DEVICE_ERRORS } from './errors.ts';
import { readResult } from './result.ts';

/** What a result that arrived during a measurement means. */
export type ResultVerdict =
  /** The same as before the start, or older: the device's memory, not this patient. */
  | { readonly type: 'stored' }
  | { readonly type: 'reading'; readonly reading: ValidReading }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'unreadable' };

const sameBytes = (first: Uint8Array, second: Uint8Array): boolean =>
  first.length === second.length && first.every((byte, index) => byte === second[index]);

const isOlder = (result: Uint8Array, than: Uint8Array): boolean => {
  const [mine, theirs] = [readResult(result).deviceTime, readResult(than).deviceTime];
  return mine !== undefined && theirs !== undefined && mine < theirs;
};

/**
 * Judges the text of a result against `before`, the result that the device held when the measurement started.
 * The device's clock may be wrong, so it is only compared with itself.
 */
export const judgeResult = (text: Uint8Array, before: Uint8Array | undefined): ResultVerdict => {
  if (before !== undefined && (sameBytes(text, before) || isOlder(text, before))) return { type: 'stored' };
  const reading = readResult(text);
  if (reading.status === 'valid') return { type: 'reading', reading };
  if (reading.reason === 'device-error') {
    const error = reading.detail ?? '';
    const meaning = DEVICE_ERRORS[error]?.meaning ?? 'not documented';
    return { type: 'failed', failure: failure(captureCode(error), `${error} ${meaning}`) };
  }
  if (reading.reason === 'out-of-range') return { type: 'failed', failure: failure('CAPTURE_OUT_OF_RANGE') };
  return { type: 'unreadable' };
};

/** Whether two transmissions of a result agree. */
export const agree = sameBytes;
