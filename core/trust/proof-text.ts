import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Attempt } from '../contract/signalling.ts';

/** What the signature is for: one made for anything else, or for another version of this text, never fits. */
const PURPOSE = 'cabine call proof 1';

/** A session description in its place: a signature over it fits no other call, attempt, side, kind or negotiation. */
export interface Description {
  /** The claim that the call belongs to. */
  readonly ticketId: string;
  readonly attempt: Attempt;
  /** Who describes itself. */
  readonly role: 'cabin' | 'physician';
  readonly type: 'offer' | 'answer';
  readonly negotiation: number | undefined;
  readonly sdp: string;
  /** The certificate that the description announces. */
  readonly fingerprint: string;
  /** In an answer, the certificate of the offer that it answers: so both ends' stand under one signature. */
  readonly answers: string | undefined;
}

/** The bytes that are signed: one field a line, none of which can hold a line break. */
export const proofBytes = (described: Description): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    utf8ToBytes(
      [
        PURPOSE,
        described.role,
        described.type,
        described.ticketId,
        described.attempt.attemptId,
        described.attempt.generation,
        described.negotiation ?? '-',
        described.fingerprint,
        described.answers ?? '-',
        bytesToHex(sha256(utf8ToBytes(described.sdp))),
      ].join('\n'),
    ),
  );
