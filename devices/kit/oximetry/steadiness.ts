import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import { isFresh } from '#core/vitals/freshness.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes } from '../bytes.ts';
import { createRunTracker } from '../stability.ts';
import { type OximeterStream, type OximetryFrame, sameOximetry } from './stream.ts';

type OximetryFeedback = Extract<CaptureFeedback, { measure: 'oximetry' }>;

/** How long the signal has to be good before its value is taken, in stream time (rule: wait until the value is stable). */
const STEADY_NEEDED_MS: Milliseconds = 8_000;
/** Span of saturation, in points, and of pulse rate, per minute, within which a signal counts as steady. */
const STEADY_SPAN = { spo2: 2, 'pulse-rate': 12 } as const;

/** A reading that stood still for long enough. */
export interface SteadyReading {
  readonly values: Values;
  /** Frames of the last run of equal values. */
  readonly frames: number;
  /** Mean signal over the steady time, 1 to 4, when the device gives one. */
  readonly signal: number | undefined;
  readonly flags: readonly ReadingFlag[];
  readonly deviceTime: string | undefined;
  readonly raw: Uint8Array;
}

/** Follows a live stream until a value has been steady for long enough. */
export interface Steadiness {
  /** Takes one frame, or undefined for damage on the line. */
  push(frame: OximetryFrame | undefined, at: Milliseconds): void;
  feedback(at: Milliseconds): OximetryFeedback;
  /** The steady reading, once there is one. */
  reading(): SteadyReading | undefined;
}

const withinSpan = (seen: readonly Values[], next: Values, key: keyof typeof STEADY_SPAN): boolean => {
  const numbers = [...seen, next].map((values) => values[key]?.value ?? 0);
  return Math.max(...numbers) - Math.min(...numbers) <= STEADY_SPAN[key];
};

/** Raw frames kept of one run: the signal may stay the same for hours. */
const FRAMES_KEPT = 600;
/** Drawn for an oximeter that gives no measure of its signal, while it has one. */
const UNKNOWN_SIGNAL = 3;

type SteadinessRules = Pick<OximeterStream, 'rules' | 'liveRules' | 'framesPerSecond' | 'toleratedBadFrames'>;

/** Steadiness of a stream that has not begun. */
export const createSteadiness = ({
  rules,
  liveRules,
  framesPerSecond,
  toleratedBadFrames,
}: SteadinessRules): Steadiness => {
  const tracker = createRunTracker<Values, InvalidReason>(liveRules ?? rules);
  let steadyFrames = 0;
  let badFrames = 0;
  let signalSum = 0;
  let seen: Values[] = [];
  let run: OximetryFrame[] = [];
  let measuresSignal = false;
  let confirmed: { values: Values; at: Milliseconds } | undefined;
  let signal = 0;
  let lastReason: InvalidReason | 'weak' | undefined = 'searching';

  const restart = (): void => {
    steadyFrames = 0;
    signalSum = 0;
    seen = [];
  };

  const bad = (reason: InvalidReason | 'weak'): void => {
    badFrames += 1;
    if (badFrames <= toleratedBadFrames) return;
    lastReason = reason;
    // What comes when the finger is back is not what was there before.
    if (reason === 'sensor-off' || reason === 'searching') confirmed = undefined;
    restart();
  };

  const confirm = (values: Values, at: Milliseconds): void => {
    confirmed = { values, at };
    const last = seen.at(-1);
    if (last !== undefined && sameOximetry(last, values)) return;
    if (!withinSpan(seen, values, 'spo2') || !withinSpan(seen, values, 'pulse-rate')) restart();
    seen.push(values);
  };

  const good = (at: Milliseconds): void => {
    badFrames = 0;
    lastReason = undefined;
    steadyFrames += 1;
    signalSum += signal;
    const agreed = agreedRun();
    if (agreed !== undefined) confirm(agreed.values, at);
  };

  /** The run that goes on, when enough frames stand behind it. */
  const agreedRun = (): { values: Values; frames: number } | undefined => {
    const current = tracker.current();
    if (!current?.confirmed || current.sample.type !== 'value') return undefined;
    return { values: current.sample.value, frames: current.frames };
  };

  const steadyForMs = (): Milliseconds => (steadyFrames / framesPerSecond) * 1000;

  /** The last agreed value, while it may still be shown. */
  const shownAt = (at: Milliseconds): Values | undefined =>
    confirmed !== undefined && isFresh('oximetry', at - confirmed.at) ? confirmed.values : undefined;

  const stateOf = (shown: Values | undefined): OximetryFeedback['state'] => {
    if (lastReason === 'sensor-off') return 'sensor-off';
    if (lastReason === 'searching') return 'searching';
    if (lastReason === 'weak') return 'weak-signal';
    return lastReason === undefined && shown !== undefined ? 'steady' : 'unstable';
  };

  return {
    push: (event, at) => {
      const ended = tracker.push(event?.sample ?? { type: 'none', reason: 'structure' });
      if (ended !== undefined) run = [];
      // Numbers that nothing agreed on do not count as time in which the signal was steady.
      if (ended !== undefined && seen.length === 0) restart();
      if (event === undefined) {
        bad('structure');
        return;
      }
      run.push(event);
      if (run.length > FRAMES_KEPT) run.shift();
      measuresSignal ||= event.signal !== undefined;
      signal = event.signal ?? (event.sample.type === 'value' ? UNKNOWN_SIGNAL : 0);
      if (event.sample.type === 'none') bad(event.sample.reason);
      else if (event.weak) bad('weak');
      else if (event.flags?.includes('motion')) bad('unsettled');
      else good(at);
    },
    feedback: (at) => {
      const shown = shownAt(at);
      return {
        measure: 'oximetry',
        state: stateOf(shown),
        signal,
        ...(shown === undefined ? {} : { values: shown }),
        steadyForMs: Math.min(steadyForMs(), STEADY_NEEDED_MS),
        steadyNeededMs: STEADY_NEEDED_MS,
      };
    },
    reading: () => {
      const agreed = agreedRun();
      const last = run.at(-1);
      if (steadyForMs() < STEADY_NEEDED_MS || agreed === undefined || last === undefined) return undefined;
      const mean = Math.min(4, Math.max(1, Math.round(signalSum / steadyFrames)));
      return {
        ...agreed,
        signal: measuresSignal ? mean : undefined,
        flags: last.flags ?? [],
        deviceTime: last.deviceTime,
        raw: concatBytes(run.map(({ raw }) => raw)),
      };
    },
  };
};
