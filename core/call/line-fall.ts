import type { ErrorCode } from '../contract/error-codes.ts';
import type { Milliseconds } from '../time.ts';
import type { CallLevel, CallLevels } from './ledger.ts';

/** How long less than single pictures and voice come through before the physician is asked how to go on. Real time. */
export const LINE_ASKED_AFTER_MS: Milliseconds = 60_000;

/** What is less than single pictures and voice. */
const BELOW_STILLS: readonly CallLevel[] = ['audio', 'picture', 'nothing'];
/** What the line can be blamed for: a camera that is off, or less that was chosen, is no fall of it. */
const OF_THE_LINE: readonly ErrorCode[] = [
  'LINE_POOR',
  'CALL_LOST',
  'CALL_NOT_JOINED',
  'PICTURE_FROZEN',
  'SOUND_LOST',
];

/** The line of a call, as far as the question to the physician goes. */
export interface LineFall {
  /** Since when it bears too little, one way at least; monotonic. */
  readonly fallenSinceMs: Milliseconds | undefined;
  /** Whether anything comes through: else nobody could read the question. */
  readonly passes: boolean;
  /** Of this fall the physician has been asked. */
  readonly asked: boolean;
}
export const STANDING_LINE: LineFall = { fallenSinceMs: undefined, passes: false, asked: false };

export type LineNews =
  | { readonly type: 'levels'; readonly levels: CallLevels }
  | { readonly type: 'time-passed' }
  /** There is no consultation, or another one. */
  | { readonly type: 'over' };

export interface FallWatched {
  readonly line: LineFall;
  /** `ask` the physician; `recovered`: what they were asked about is over. */
  readonly outcome: 'ask' | 'recovered' | undefined;
}

const isFallen = ({ outgoing, incoming }: CallLevels): boolean =>
  [outgoing, incoming].some(
    ({ level, cause }) => BELOW_STILLS.includes(level) && cause !== undefined && OF_THE_LINE.includes(cause),
  );

const due = ({ fallenSinceMs, passes, asked }: LineFall): Milliseconds | undefined =>
  fallenSinceMs === undefined || !passes || asked ? undefined : fallenSinceMs + LINE_ASKED_AFTER_MS;

const settled = (line: LineFall, nowMs: Milliseconds): FallWatched => {
  const dueMs = due(line);
  return dueMs !== undefined && nowMs >= dueMs
    ? { line: { ...line, asked: true }, outcome: 'ask' }
    : { line, outcome: undefined };
};

/**
 * Watches how little of a call comes through. Asked is once for each fall: again only after the line has borne pictures, and fallen anew. Pure:
 * `nowMs` is the caller's monotonic clock; `time-passed` is to be told at `nextLineLookMs`.
 */
export const watchLine = (line: LineFall, news: LineNews, nowMs: Milliseconds): FallWatched => {
  switch (news.type) {
    case 'over':
      return { line: STANDING_LINE, outcome: undefined };
    case 'time-passed':
      return settled(line, nowMs);
    case 'levels': {
      const { levels } = news;
      if (!isFallen(levels)) return { line: STANDING_LINE, outcome: line.asked ? 'recovered' : undefined };
      const passes = levels.outgoing.level !== 'nothing' || levels.incoming.level !== 'nothing';
      return settled({ ...line, passes, fallenSinceMs: line.fallenSinceMs ?? nowMs }, nowMs);
    }
  }
};

/** When time itself is news of the line; undefined while nothing is waited for. */
export const nextLineLookMs = due;
