/** What one frame of a stream says: a value, or why there is none. */
export type StreamSample<Value, Reason extends string> =
  | {
      readonly type: 'value';
      readonly value: Value;
      /**
       * Agreeing frames that this value needs, where that is more than the rules ask: it came in a format without checksum.
       * One frame of a run that needs fewer speaks for the run.
       */
      readonly window?: number;
    }
  | { readonly type: 'none'; readonly reason: Reason };

/** Consecutive frames that say the same. */
export interface Run<Value, Reason extends string> {
  readonly sample: StreamSample<Value, Reason>;
  readonly frames: number;
  /** For a value: enough frames agree on it. */
  readonly confirmed: boolean;
}

/** When a value of a stream without checksum may be believed. */
export interface StabilityRules<Value> {
  /** Agreeing frames that a value needs. */
  readonly window: number;
  /** Agreeing frames that a value needs when the change from the last confirmed one is not plausible. */
  readonly jumpWindow: number;
  same(first: Value, second: Value): boolean;
  plausibleChange(from: Value, to: Value): boolean;
  /**
   * What a run says once `next` has come after `previous`, where frames of one run need not say the same in everything; `told` is what
   * its `frames` said so far. Without it, a run says what its first frame said.
   */
  settle?(told: Value, previous: Value, next: Value, frames: number): Value;
}

/** Follows a stream frame by frame. */
export interface RunTracker<Value, Reason extends string> {
  /** Takes one frame; returns the run that it ended, if any. */
  push(sample: StreamSample<Value, Reason>): Run<Value, Reason> | undefined;
  /** The run that goes on. */
  current(): Run<Value, Reason> | undefined;
  /** The stream ended: returns its last run. */
  end(): Run<Value, Reason> | undefined;
}

/** Reasons that speak of the line, not of the body. */
const DAMAGE: ReadonlySet<string> = new Set(['structure', 'checksum']);

/**
 * A tracker without history. A stretch of `window` frames that say that there is no value makes it forget the last confirmed one:
 * another body may follow. Damage does not: what comes right after it has to be held against what was there before.
 */
export const createRunTracker = <Value, Reason extends string>(
  rules: StabilityRules<Value>,
): RunTracker<Value, Reason> => {
  let sample: StreamSample<Value, Reason> | undefined;
  let previous: StreamSample<Value, Reason> | undefined;
  let frames = 0;
  let reference: Value | undefined;

  const needed = (value: Value, window = 0): number => {
    const plausible = reference === undefined || rules.plausibleChange(reference, value);
    return Math.max(window, plausible ? rules.window : rules.jumpWindow);
  };

  const current = (): Run<Value, Reason> | undefined =>
    sample && {
      sample,
      frames,
      confirmed: sample.type === 'value' && frames >= needed(sample.value, sample.window),
    };

  const continues = (next: StreamSample<Value, Reason>): boolean => {
    if (sample?.type === 'value' && next.type === 'value') return rules.same(sample.value, next.value);
    return sample?.type === 'none' && next.type === 'none' && sample.reason === next.reason;
  };

  /** What the run says with this frame in it. */
  const join = (next: StreamSample<Value, Reason>): StreamSample<Value, Reason> => {
    if (next.type !== 'value' || sample?.type !== 'value') return next;
    const held = (sample.window ?? 0) <= (next.window ?? 0) ? sample : next;
    if (rules.settle === undefined || previous?.type !== 'value') return held;
    return { ...held, value: rules.settle(sample.value, previous.value, next.value, frames) };
  };

  const close = (): Run<Value, Reason> | undefined => {
    const run = current();
    if (run?.confirmed && run.sample.type === 'value') reference = run.sample.value;
    if (run?.sample.type === 'none' && run.frames >= rules.window && !DAMAGE.has(run.sample.reason))
      reference = undefined;
    sample = undefined;
    previous = undefined;
    frames = 0;
    return run;
  };

  return {
    current,
    end: close,
    push: (next) => {
      const ended = continues(next) ? undefined : close();
      sample = join(next);
      previous = next;
      frames += 1;
      return ended;
    },
  };
};
