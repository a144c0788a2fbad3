import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CallName } from '../contract/side-calls.ts';
import type { Attempt } from '../contract/signalling.ts';
import type { Person } from './judge-statement.ts';

/** What the signature is for: one made for anything else, or for another version of this text, never fits. */
const PURPOSE = 'cabine call proof 2';

/** A session description in its place: a signature over it fits no other call, occasion, attempt, side, kind or negotiation. */
export interface Description {
  readonly call: CallName;
  /** What the call belongs to: the ticket that is claimed, or the invitation of the guest. */
  readonly occasion: string;
  readonly attempt: Attempt;
  /** Who describes itself. */
  readonly role: Person['role'];
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
        described.call,
        described.occasion,
        described.attempt.attemptId,
        described.attempt.generation,
        described.negotiation ?? '-',
        described.fingerprint,
        described.answers ?? '-',
        bytesToHex(sha256(utf8ToBytes(described.sdp))),
      ].join('\n'),
    ),
  );
