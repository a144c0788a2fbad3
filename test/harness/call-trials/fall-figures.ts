import type { Level } from '#core/contract/quality.ts';
import type { Milliseconds } from '#core/time.ts';

/** What one side gets of the other at one moment; `atMs` and `frameAtMs` since 1970. */
export interface FallLook {
  readonly atMs: Milliseconds;
  /** What the other side says that it sends, and why no more. */
  readonly level: Level;
  /** Its last frame. */
  readonly frameAtMs: Milliseconds | undefined;
  /** A single picture is shown in the place of moving ones. */
  readonly still: boolean;
  /** Samples of its voice so far, and those of them that were made up where there was sound. */
  readonly samples: number;
  readonly concealed: number;
  /** Of the other's pictures so far, sent once more or as padding. */
  readonly repeatedBytes: number;
}

/** What a side got of the other while the line became thin in a call, and good again. */
export interface FallFigures {
  /** Percent of the voice that was made up in the first ten seconds of the thin line, and in all its time. */
  readonly concealedAtFirstPercent: number;
  readonly concealedPercent: number;
  /** Kilobytes of lost pictures that the other repeated from 5 s after the fall until 15 s after it: what they took from its voice. */
  readonly repeatedKilobytes: number;
  /** Seconds from the fall on with neither a moving picture nor a still. */
  readonly blindSeconds: number;
  /** From the line's recovery until the line is not blamed any more, and until the picture is what it was before; undefined when never. */
  readonly blamedMs: Milliseconds | undefined;
  readonly wholeMs: Milliseconds | undefined;
  /** Rungs gone through from just before the fall on, each with its second after it and its reason: `-1 hd, 2 stills (bandwidth)`. */
  readonly rungs: string;
}

/** When the line fell and when it was good again, in milliseconds since 1970. */
interface FallTimes {
  readonly fellMs: Milliseconds;
  readonly goodMs: Milliseconds;
}

const AT_FIRST_MS = 10_000;
/** By then no moving picture goes. */
const RESTS_AFTER_MS = 5_000;
/** A frame older than this is a picture that stands still. */
const FRAME_LASTS_MS = 2_000;
const OF_THE_LINE: readonly Level['reason'][] = ['bandwidth', 'loss', 'delay', 'freezes'];

/** From the first to the last of the looks of a time. */
const grown = (
  looks: readonly FallLook[],
  { fromMs, untilMs }: { readonly fromMs: Milliseconds; readonly untilMs: Milliseconds },
  value: (look: FallLook) => number,
): number => {
  const within = looks.filter(({ atMs }) => atMs >= fromMs && atMs <= untilMs);
  const [first] = within;
  const last = within.at(-1);
  return first && last ? value(last) - value(first) : 0;
};

const concealedPercent = (
  looks: readonly FallLook[],
  fromMs: Milliseconds,
  untilMs: Milliseconds,
): number => {
  const of = (value: (look: FallLook) => number): number => grown(looks, { fromMs, untilMs }, value);
  const samples = of((look) => look.samples);
  return samples > 0 ? (100 * of(({ concealed }) => concealed)) / samples : 0;
};

const sees = ({ atMs, frameAtMs, still }: FallLook): boolean =>
  still || (frameAtMs !== undefined && atMs - frameAtMs <= FRAME_LASTS_MS);

const nameOf = ({ rung, reason }: Level): string => (reason === undefined ? rung : `${rung} (${reason})`);

/** Figures of one side's looks, the oldest first. */
export const fallFigures = (looks: readonly FallLook[], { fellMs, goodMs }: FallTimes): FallFigures => {
  const before = looks.filter(({ atMs }) => atMs < fellMs);
  const since = looks.filter(({ atMs }) => atMs >= fellMs);
  const rungBefore = before.at(-1)?.level.rung;
  const afterwards = since.filter(({ atMs }) => atMs >= goodMs);
  const untilMs = (holds: (look: FallLook) => boolean): Milliseconds | undefined => {
    const found = afterwards.find(holds);
    return found && found.atMs - goodMs;
  };
  const blindMs = since
    .slice(1)
    .reduce((sum, look, index) => sum + (sees(look) ? 0 : look.atMs - (since[index]?.atMs ?? look.atMs)), 0);
  const told = [...before.slice(-1), ...since];
  const changes = told.filter((look, index) => {
    const last = told[index - 1];
    return last === undefined || nameOf(last.level) !== nameOf(look.level);
  });
  return {
    concealedAtFirstPercent: concealedPercent(looks, fellMs, Math.min(fellMs + AT_FIRST_MS, goodMs)),
    concealedPercent: concealedPercent(looks, fellMs, goodMs),
    repeatedKilobytes:
      grown(
        looks,
        { fromMs: fellMs + RESTS_AFTER_MS, untilMs: Math.min(fellMs + RESTS_AFTER_MS + AT_FIRST_MS, goodMs) },
        ({ repeatedBytes }) => repeatedBytes,
      ) / 1_000,
    blindSeconds: blindMs / 1_000,
    blamedMs: untilMs(({ level }) => level.rung !== 'none' && !OF_THE_LINE.includes(level.reason)),
    wholeMs: untilMs(({ level }) => level.rung === rungBefore),
    rungs: changes
      .map(({ atMs, level }) => `${Math.round((atMs - fellMs) / 1_000)} ${nameOf(level)}`)
      .join(', '),
  };
};
