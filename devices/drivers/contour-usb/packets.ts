import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { CONTROLS, STX } from './frames.ts';

/** Reports of 64 bytes both ways: "ABC", how many bytes of payload, payload, padding. A message may take several. */
const REPORT_BYTES = 64;
const MARK = fromLatin1('ABC');
const PAYLOAD_AT = MARK.length + 1;
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

/** What a chunk of a recording carries, and how many bytes stand before it. */
export interface Carried {
  readonly payload: Uint8Array;
  readonly at: number;
}

/** With these a transmission begins; no report does. */
const BEGINNINGS: ReadonlySet<number> = new Set([STX, CONTROLS.eot, CONTROLS.enq]);

/** Reads the chunks of a recording. Most public ones hold the payloads alone: the first chunk tells which kind it is. */
export const createUnwrapper = (): ((chunk: Uint8Array) => Carried | undefined) => {
  let isBare: boolean | undefined;
  return (chunk) => {
    const [first] = chunk;
    if (first === undefined) return { payload: chunk, at: 0 };
    isBare ??= BEGINNINGS.has(first);
    if (isBare) return { payload: chunk, at: 0 };
    const payload = payloadOf(chunk);
    return payload && { payload, at: PAYLOAD_AT };
  };
};

/** The reports that carry a payload. */
export const reportsOf = (payload: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(payload.length / LONGEST_PAYLOAD) }, (_, index) => {
    const part = payload.slice(index * LONGEST_PAYLOAD, (index + 1) * LONGEST_PAYLOAD);
    const report = new Uint8Array(REPORT_BYTES);
    report.set(concatBytes([MARK, Uint8Array.of(part.length), part]));
    return report;
  });
