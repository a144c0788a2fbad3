import { type CallLevels, type CallSpell, nothingFor } from '#core/call/ledger.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Measures what the people of a call get of one another, also while no window tells it. */
export interface CallMeter {
  /** What the patient's window finds now; it says so at each change, and every few seconds. */
  hear(levels: CallLevels): void;
  /** The window is gone, or loads again: until it speaks, nobody gets anything. */
  windowGone(): void;
  /** The consultation may have begun or ended. */
  refresh(): void;
  /** Tells the spell that is under way up to now, for instance because the record is about to be written. */
  flush(): void;
  close(): void;
}

interface CallMeterOptions {
  /** Real time, not the visit's. */
  readonly clock: Clock;
  /** Whether the patient and the physician are in consultation. */
  readonly counting: () => boolean;
  /** Whether the visit rests: whatever a window still says then, nobody gets anything. */
  readonly paused: () => boolean;
  readonly tell: (spell: CallSpell) => void;
}

/** The longest spell: what a crash of the whole cabin may cost the ledger. Milliseconds. */
export const LONGEST_SPELL_MS: Milliseconds = 15_000;
/** A window that said nothing for this long does not know any more what the people get. Milliseconds. */
export const WINDOW_SILENCE_MS: Milliseconds = 6_000;

const sameLevels = (one: CallLevels, other: CallLevels): boolean =>
  one.outgoing.level === other.outgoing.level &&
  one.outgoing.cause === other.outgoing.cause &&
  one.incoming.level === other.incoming.level &&
  one.incoming.cause === other.incoming.cause;

export const createCallMeter = ({ clock, counting, paused, tell }: CallMeterOptions): CallMeter => {
  /** What the window said last. */
  let heard = nothingFor('CALL_NOT_JOINED');
  let levels = heard;
  let sinceMs: Milliseconds | undefined;
  let cancelSpell = (): void => {};
  let cancelSilence = (): void => {};

  const begin = (): void => {
    sinceMs = clock.monotonic();
    cancelSpell = clock.after(LONGEST_SPELL_MS, flush);
  };
  /** Whoever is told of a spell may refresh: it has to be over by then. */
  const end = (goesOn: boolean, got = levels): void => {
    cancelSpell();
    if (sinceMs === undefined) return;
    const lastedMs = clock.monotonic() - sinceMs;
    sinceMs = undefined;
    if (goesOn) begin();
    if (lastedMs > 0) tell({ ...got, lastedMs });
  };
  const flush = (): void => end(true);

  const look = (): void => {
    const before = levels;
    levels = paused() ? nothingFor('CALL_PAUSED') : heard;
    if (!sameLevels(before, levels)) end(true, before);
  };
  const become = (next: CallLevels): void => {
    heard = next;
    look();
  };
  const silence = (): void => {
    cancelSilence();
    become(nothingFor('CALL_LOST'));
  };

  return {
    hear: (next) => {
      cancelSilence();
      cancelSilence = clock.after(WINDOW_SILENCE_MS, silence);
      become(next);
    },
    windowGone: silence,
    refresh: () => {
      const counts = counting();
      look();
      if (!counts) end(false);
      else if (sinceMs === undefined) begin();
    },
    flush,
    close: () => {
      cancelSpell();
      cancelSilence();
    },
  };
};
