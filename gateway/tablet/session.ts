import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import {
  type FromTablet,
  fromTabletSchema,
  TABLET_PROOF_SECONDS,
  type ToTablet,
} from '#core/contract/tablet.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { sessionBytes, type TabletChallenge } from '#core/trust/tablet-proof.ts';
import { isSignedBy } from '../client/trust/es256.ts';
import { createBucket } from '../rate-limit.ts';
import type { PairingCode } from './pairing/pairing-code.ts';
import type { Pairing, Pairings } from './pairing/pairings.ts';

/** A challenge that is not answered by then is answered by nobody. */
const ANSWER_MS: Milliseconds = 10_000;
/** A tablet says every three seconds that it is there. */
const SILENCE_MS: Milliseconds = 15_000;
/** Fast typing and a tapped breath count stay far under it. */
const RATE = { burst: 120, perSecond: 20 };

/** One connection of a tablet, from the challenge to its end. */
export interface TabletSession {
  receive(text: string): void;
  send(message: ToTablet): void;
  /** The pairing that it has proven, if it has. */
  pairing(): Pairing | undefined;
  /** The connection is gone. */
  gone(): void;
}

export interface SessionOptions {
  readonly clock: Clock;
  readonly fingerprint: string;
  readonly siteName: string;
  readonly code: PairingCode;
  readonly pairings: Pairings;
  readonly transmit: (text: string) => void;
  /** Ends the connection. */
  readonly close: () => void;
  readonly onPaired: (pairing: Pairing) => void;
  /** Somebody typed another code, on a tablet that they call so. */
  readonly onWrongCode: (name: string) => void;
  /** It is recognized; once. */
  readonly onOpened: (pairing: Pairing) => void;
  readonly onAsked: (asked: Extract<FromTablet, { type: 'ask' }>) => void;
}

export const createTabletSession = (options: SessionOptions): TabletSession => {
  const { clock, code, pairings } = options;
  const bucket = createBucket(RATE, clock);
  let challenge: TabletChallenge | undefined;
  let proven: Pairing | undefined;
  let isOver = false;
  let cancelDeadline: () => void = () => undefined;
  let cancelSilence: () => void = () => undefined;
  let cancelRenewal: () => void = () => undefined;

  const send = (message: ToTablet): void => {
    if (!isOver) options.transmit(JSON.stringify(message));
  };
  const end = (): void => {
    isOver = true;
    cancelDeadline();
    cancelSilence();
    cancelRenewal();
  };
  const close = (): void => {
    end();
    options.close();
  };
  const refuse = (refusal: ErrorCode): void => {
    send({ type: 'refused', code: refusal });
    close();
  };
  const ask = (): void => {
    challenge = { nonce: randomBytes(24).toString('base64url'), fingerprint: options.fingerprint };
    send({ type: 'challenge', ...challenge, siteName: options.siteName });
    cancelDeadline();
    cancelDeadline = clock.after(ANSWER_MS, close);
  };
  const listen = (): void => {
    cancelSilence();
    cancelSilence = clock.after(SILENCE_MS, close);
  };

  const pair = ({ key, name, proof }: Extract<FromTablet, { type: 'pair' }>): void => {
    if (challenge === undefined || proven !== undefined) {
      refuse('NOT_NOW');
      return;
    }
    const checked = code.check(proof, challenge, key);
    if (checked !== 'right') {
      options.onWrongCode(name);
      refuse(checked === 'wrong' ? 'TABLET_CODE_WRONG' : 'TABLET_CODE_OVER');
      return;
    }
    const pairing = pairings.add(key, name);
    options.onPaired(pairing);
    send({ type: 'paired', id: pairing.id });
    // That it reads the code does not say that it holds the key.
    ask();
  };

  const prove = async ({ id, signature }: Extract<FromTablet, { type: 'prove' }>): Promise<void> => {
    const asked = challenge;
    challenge = undefined;
    const pairing = pairings.find(id);
    if (asked === undefined) {
      refuse('NOT_NOW');
      return;
    }
    const isKnown = pairing !== undefined && (proven === undefined || proven.id === id);
    if (!isKnown || !(await isSignedBy(pairing.key, sessionBytes(asked, id), signature))) {
      refuse('TABLET_UNKNOWN');
      return;
    }
    // It may have been cut while its signature was judged.
    if (isOver || pairings.find(id) === undefined) return;
    cancelDeadline();
    cancelRenewal();
    cancelRenewal = clock.after(TABLET_PROOF_SECONDS * 1_000, ask);
    if (proven !== undefined) return;
    proven = pairing;
    send({ type: 'welcome' });
    options.onOpened(pairing);
  };

  const take = (message: FromTablet): void => {
    switch (message.type) {
      case 'pair':
        pair(message);
        break;
      case 'prove':
        void prove(message);
        break;
      case 'here':
        send({ type: 'here' });
        break;
      case 'ask':
        if (proven === undefined) refuse('TABLET_UNKNOWN');
        else options.onAsked(message);
        break;
    }
  };

  ask();
  listen();
  return {
    receive: (text) => {
      if (isOver) return;
      const parsed = bucket.take() ? fromTabletSchema.safeParse(parse(text)) : undefined;
      if (parsed?.success !== true) {
        close();
        return;
      }
      listen();
      take(parsed.data);
    },
    send,
    pairing: () => proven,
    gone: end,
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
