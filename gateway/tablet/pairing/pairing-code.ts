import { timingSafeEqual } from 'node:crypto';
import type { PublicKey } from '#core/contract/identity.ts';
import { PAIRING_CODE_SECONDS, PAIRING_CODE_TRIES, type TabletBoard } from '#core/contract/tablet.ts';
import { type Clock, toInstant } from '#core/time.ts';
import { pairingProof, type TabletChallenge } from '#core/trust/tablet-proof.ts';

type CodeView = NonNullable<Extract<TabletBoard, { state: 'on' }>['code']>;

/** The one code that pairs a tablet, while it is on the cabin's screen. */
export interface PairingCode {
  /** A new one, in the place of the one before. */
  show(): void;
  hide(): void;
  view(): CodeView | undefined;
  /** `over`: there is none, or none any more. A right one serves once. */
  check(proof: string, challenge: TabletChallenge, key: PublicKey): 'right' | 'wrong' | 'over';
}

interface CodeOptions {
  readonly clock: Clock;
  /** Eight digits that nobody can guess. */
  readonly newDigits: () => string;
  readonly onChange: () => void;
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** No code is shown at first. */
export const createPairingCode = ({ clock, newDigits, onChange }: CodeOptions): PairingCode => {
  let code: CodeView | undefined;
  let cancel: () => void = () => undefined;

  const set = (next: CodeView | undefined): void => {
    cancel();
    code = next;
    onChange();
  };
  return {
    show: () => {
      const expiresAtMs = Date.parse(clock.now()) + PAIRING_CODE_SECONDS * 1_000;
      set({
        digits: newDigits(),
        expiresAt: toInstant(new Date(expiresAtMs)),
        left: PAIRING_CODE_TRIES,
      });
      cancel = clock.after(PAIRING_CODE_SECONDS * 1_000, () => set(undefined));
    },
    hide: () => {
      if (code !== undefined) set(undefined);
    },
    view: () => code,
    check: (proof, challenge, key) => {
      if (code === undefined) return 'over';
      if (isSame(proof, pairingProof(code.digits, challenge, key))) {
        set(undefined);
        return 'right';
      }
      code = { ...code, left: code.left - 1 };
      if (code.left > 0) {
        onChange();
        return 'wrong';
      }
      set(undefined);
      return 'over';
    },
  };
};
