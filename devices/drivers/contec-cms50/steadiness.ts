import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { InvalidReason } from '#core/vitals/decoded.ts';
import { isFresh } from '#core/vitals/freshness.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes } from '../../kit/bytes.ts';
import { createRunTracker } from '../../kit/stability.ts';
import {
  isLowPerfusion,
  type OximetrySample,
  type RealTimeFrame,
  SAMPLE_RATE_HZ,
  STABILITY,
  signalQuality,
} from './protocol.ts';

type OximetryFeedback = Extract<CaptureFeedback, { measure: 'oximetry' }>;

/** How long the signal has to be good before its value is taken, in stream time (rule: wait until the value is stable). */
const STEADY_NEEDED_MS: Milliseconds = 8_000;
/** Frames in a row that may be bad (one sixth of a second) before the count starts again: damage on the line is not the patient moving. */
const TOLERATED_BAD_FRAMES = 10;
/** Span of saturation, in points, and of pulse rate, per minute, within which a signal counts as steady. */
const STEADY_SPAN = { spo2: 2, 'pulse-rate': 12 } as const;

/** A reading that stood still for long enough. */
export interface SteadyReading {
  readonly values: Values;
  /** Frames of the last run of equal values. */
  readonly frames: number;
  /** Mean signal over the steady time, 1 to 4. */
  readonly signal: number;
  readonly raw: Uint8Array;
}

/** Follows a live stream until a value has been steady for long enough. */
export interface Steadiness {
  /** Takes one frame, or undefined for damage on the line. */
  push(
    frame: { frame: RealTimeFrame; sample: OximetrySample; raw: Uint8Array } | undefined,
    at: Milliseconds,
  ): void;
  feedback(at: Milliseconds): OximetryFeedback;
  /** The steady reading, once there is one. */
  reading(): SteadyReading | undefined;
}

const withinSpan = (seen: readonly Values[], next: Values, key: keyof typeof STEADY_SPAN): boolean => {
  const numbers = [...seen, next].map((values) => values[key]?.value ?? 0);
  return Math.max(...numbers) - Math.min(...numbers) <= STEADY_SPAN[key];
};

/** Steadiness of a stream that has not begun. */
export const createSteadiness = (): Steadiness => {
  const tracker = createRunTracker<Values, InvalidReason>(STABILITY);
  let steadyFrames = 0;
  let badFrames = 0;
  let signalSum = 0;
  let seen: Values[] = [];
  let runRaw: Uint8Array[] = [];
  let confirmed: { values: Values; frames: number; at: Milliseconds } | undefined;
  let signal = 0;
  let lastReason: InvalidReason | 'weak' | undefined = 'searching';

  const restart = (): void => {
    steadyFrames = 0;
    signalSum = 0;
    seen = [];
  };

  const bad = (reason: InvalidReason | 'weak'): void => {
    badFrames += 1;
    if (badFrames <= TOLERATED_BAD_FRAMES) return;
    lastReason = reason;
    restart();
  };

  const confirm = (values: Values, frames: number, at: Milliseconds): void => {
    confirmed = { values, frames, at };
    const last = seen.at(-1);
    if (last !== undefined && STABILITY.same(last, values)) return;
    if (!withinSpan(seen, values, 'spo2') || !withinSpan(seen, values, 'pulse-rate')) restart();
    seen.push(values);
  };

  const good = (at: Milliseconds): void => {
    badFrames = 0;
    lastReason = undefined;
    steadyFrames += 1;
    signalSum += signal;
    const run = tracker.current();
    if (run?.confirmed && run.sample.type === 'value') confirm(run.sample.value, run.frames, at);
  };

  const steadyForMs = (): Milliseconds => (steadyFrames / SAMPLE_RATE_HZ) * 1000;

  const stateNow = (): OximetryFeedback['state'] => {
    if (lastReason === 'sensor-off') return 'sensor-off';
    if (lastReason === 'searching') return 'searching';
    if (lastReason === 'weak') return 'weak-signal';
    return lastReason === undefined && confirmed !== undefined ? 'steady' : 'unstable';
  };

  return {
    push: (event, at) => {
      const ended = tracker.push(event?.sample ?? { type: 'none', reason: 'structure' });
      if (ended !== undefined) runRaw = [];
      if (event === undefined) {
        bad('structure');
        return;
      }
      runRaw.push(event.raw);
      signal = signalQuality(event.frame);
      if (event.sample.type === 'none') bad(event.sample.reason);
      else if (isLowPerfusion(event.frame)) bad('weak');
      else good(at);
    },
    feedback: (at) => {
      const shown = confirmed !== undefined && isFresh('oximetry', at - confirmed.at) ? confirmed : undefined;
      const silenced = lastReason === 'sensor-off' || lastReason === 'searching';
      return {
        measure: 'oximetry',
        state: stateNow(),
        signal,
        ...(shown === undefined || silenced ? {} : { values: shown.values }),
        steadyForMs: Math.min(steadyForMs(), STEADY_NEEDED_MS),
        steadyNeededMs: STEADY_NEEDED_MS,
      };
    },
    reading: () => {
      const run = tracker.current();
      if (steadyForMs() < STEADY_NEEDED_MS || !run?.confirmed || run.sample.type !== 'value')
        return undefined;
      const mean = Math.round(signalSum / steadyFrames);
      return {
        values: run.sample.value,
        frames: run.frames,
        signal: Math.min(4, Math.max(1, mean)),
        raw: concatBytes(runRaw),
      };
    },
  };
};
