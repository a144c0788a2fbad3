import type {
  Beneficiary,
  CardKind,
  CardPresence,
  ReadFault,
  VitaleReader,
} from '#core/identity/vitale-reader.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** A simulated card: a carte Vitale and who is on it, or another card. */
export type SimulatedCard =
  | { readonly kind: 'vitale'; readonly beneficiaries: readonly Beneficiary[]; readonly isDamaged?: boolean }
  | { readonly kind: Exclude<CardKind, 'vitale'> };

/** What a tester does to the reader. */
export interface VitaleControl {
  insert(card: SimulatedCard): void;
  remove(): void;
  /** Whether the card answers; one that is upside down does not. */
  answers(enabled: boolean): void;
  /** Whether the professional's card is in the other slot. */
  professionalCard(present: boolean): void;
  /** Whether the reader is plugged in. */
  plugged(present: boolean): void;
}

export type SimulatedVitaleReader = VitaleReader & { readonly control: VitaleControl };

/** About what the licensed API takes. */
const READING_MS: Milliseconds = 1_200;

/** A reader on which the licensed API is, as far as its public description goes. Numbers and people are made up. */
export const createSimulatedVitaleReader = (clock: Clock): SimulatedVitaleReader => {
  const listeners = new Set<(presence: CardPresence) => void>();
  let card: SimulatedCard | undefined;
  let isAnswering = true;
  let hasProfessionalCard = true;
  let isPlugged = true;
  /** One more with each change: a reading belongs to the state in which it began. */
  let epoch = 0;
  const cancels = new Set<() => void>();

  const presence = (): CardPresence => {
    if (!isPlugged) return { status: 'no-reader' };
    if (card === undefined) return { status: 'empty' };
    return isAnswering ? { status: 'present', kind: card.kind } : { status: 'mute' };
  };

  const change = (apply: () => void): void => {
    const before = JSON.stringify(presence());
    apply();
    epoch += 1;
    const now = presence();
    if (JSON.stringify(now) !== before) for (const listener of listeners) listener(now);
  };

  /** What prevents a reading of what stands there; undefined when nothing does. */
  const obstacle = (): ReadFault | undefined => {
    const { status } = presence();
    if (status === 'mute') return 'mute';
    if (status !== 'present' || card === undefined) return 'no-card';
    if (card.kind !== 'vitale') return 'not-vitale';
    if (!hasProfessionalCard) return 'professional-card-missing';
    return undefined;
  };

  const outcome = (began: number): Result<readonly Beneficiary[], ReadFault> => {
    if (epoch !== began || card?.kind !== 'vitale') return fail('removed');
    return card.isDamaged === true ? fail('damaged') : ok(card.beneficiaries);
  };

  return {
    watch: (listener) => {
      listeners.add(listener);
      listener(presence());
      return () => void listeners.delete(listener);
    },
    read: () => {
      const fault = obstacle();
      if (fault !== undefined) return Promise.resolve(fail(fault));
      const began = epoch;
      return new Promise((settle) => {
        const end = (result: Result<readonly Beneficiary[], ReadFault>): void => {
          cancels.delete(stop);
          settle(result);
        };
        const cancel = clock.after(READING_MS, () => end(outcome(began)));
        const stop = (): void => {
          cancel();
          end(fail('removed'));
        };
        cancels.add(stop);
      });
    },
    close: () => {
      for (const stop of [...cancels]) stop();
      listeners.clear();
    },
    control: {
      insert: (next) =>
        change(() => {
          card = next;
        }),
      remove: () =>
        change(() => {
          card = undefined;
        }),
      answers: (enabled) =>
        change(() => {
          isAnswering = enabled;
        }),
      professionalCard: (present) =>
        change(() => {
          hasProfessionalCard = present;
        }),
      plugged: (present) =>
        change(() => {
          isPlugged = present;
        }),
    },
  };
};
