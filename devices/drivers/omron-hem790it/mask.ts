import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { checksum, createReplyReader, type ReplyEvent } from './replies.ts';
import { cutReports, validBytes } from './reports.ts';

const OK = fromLatin1('OK');

const maskBytes = (bytes: Uint8Array): Uint8Array => fromLatin1(maskText(toLatin1(bytes)));

/** A body with its text masked; a right checksum stays right, a wrong one wrong. */
const maskBody = (body: Uint8Array): Uint8Array => {
  const masked = maskBytes(body.slice(0, -1));
  return concatBytes([masked, Uint8Array.of(checksum(body) ^ checksum(masked))]);
};

const maskValid = (event: ReplyEvent, valid: Uint8Array): Uint8Array => {
  const head = OK.every((byte, index) => valid[index] === byte) ? OK.length : 0;
  const [kept, rest] = [valid.slice(0, head), valid.slice(head)];
  // Whatever cannot be read may be a piece of the profile.
  if (event.type === 'structure') return concatBytes([kept, maskBytes(rest)]);
  const mayBeProfile = event.type === 'checksum' || (event.type === 'reply' && event.kind === 'profile');
  return mayBeProfile ? concatBytes([kept, maskBody(rest)]) : valid;
};

/** Reports of an event, without the user's profile, and without what stands behind their valid bytes: that may be left from it. */
export const maskedReports = (event: ReplyEvent): Uint8Array => {
  const valid = event.reports.map((report) => validBytes(report) ?? new Uint8Array());
  const masked = maskValid(event, concatBytes(valid));
  let at = 0;
  return concatBytes(
    event.reports.map((report, index) => {
      const length = valid[index]?.length ?? 0;
      const piece = masked.slice(at, at + length);
      at += length;
      const rebuilt = new Uint8Array(report.length);
      // A count or a length that says nothing is kept: it makes the report what it is.
      rebuilt.set(report.slice(0, 1));
      rebuilt.set(piece, 1);
      return rebuilt;
    }),
  );
};

/** Masks the profile (PRF), which may be a person's name, and mends its checksum. Reports are held back until their reply is whole. */
export const createMask = (): Mask => {
  const reader = createReplyReader();
  return {
    push: (bytes) =>
      concatBytes(
        cutReports(bytes)
          .flatMap((report) => reader.push(report))
          .map(maskedReports),
      ),
    end: () => concatBytes(reader.end().map(maskedReports)),
  };
};
