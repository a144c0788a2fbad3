import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';

/** Reports of 64 bytes both ways: "ABC", how many bytes of payload, payload, padding. A message may take several. */
const REPORT_BYTES = 64;
const MARK = fromLatin1('ABC');
export const PAYLOAD_AT = MARK.length + 1;
const LONGEST_PAYLOAD = REPORT_BYTES - PAYLOAD_AT;

/** The payload of a report; undefined for a report that is none of this meter. */
export const payloadOf = (report: Uint8Array): Uint8Array | undefined => {
  const length = report[MARK.length];
  const isMarked = MARK.every((byte, index) => report[index] === byte);
  if (!isMarked || length === undefined || length > Math.min(LONGEST_PAYLOAD, report.length - PAYLOAD_AT)) {
    return undefined;
  }
  const payload = report.slice(PAYLOAD_AT, PAYLOAD_AT + length);
  // Zeros are padding: a length that counts them is wrong.
  return payload.includes(0) ? undefined : payload;
};

/** The reports that carry a payload. */
export const reportsOf = (payload: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(payload.length / LONGEST_PAYLOAD) }, (_, index) => {
    const part = payload.slice(index * LONGEST_PAYLOAD, (index + 1) * LONGEST_PAYLOAD);
    const report = new Uint8Array(REPORT_BYTES);
    report.set(concatBytes([MARK, Uint8Array.of(part.length), part]));
    return report;
  });
