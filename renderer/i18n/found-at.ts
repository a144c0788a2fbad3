import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { CallEnd } from '#core/contract/media-faults.ts';
import type { Role } from '#core/visit/words.ts';
import { otherEnd } from './fr/other-end.ts';

type OtherEndCode = keyof typeof otherEnd;
const isOtherEndCode = (code: ErrorCode): code is OtherEndCode & ErrorCode => code in otherEnd;

/** The words for a failure that was found at this end of a call, to somebody who may be at the other. */
export const foundAt = (code: ErrorCode, end: CallEnd, reader: Role) => {
  const own: CallEnd = reader === 'physician' ? 'physician' : 'cabin';
  return end !== own && isOtherEndCode(code)
    ? (`other-end:${code}.${reader}` as const)
    : (`errors:${code}.${reader}` as const);
};
