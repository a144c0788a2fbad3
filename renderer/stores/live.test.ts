import { describe, expect, it, vi } from 'vitest';
import type { CaptureFeedback, LiveFeedback, WaveBlock } from '#core/contract/live.ts';
import { createLive, feedbackAt } from './live.ts';

const oximetry: CaptureFeedback = {
  measure: 'oximetry',
  state: 'steady',
  signal: 4,
  steadyForMs: 2_000,
  steadyNeededMs: 10_000,
  values: { spo2: { value: 97, unit: '%' } },
};

const cuff: CaptureFeedback = {
  measure: 'blood-pressure',
  state: 'measuring',
  elapsedMs: 5_000,
  longestMs: 120_000,
};

const feedback = (arrivedAtMs: number, epoch = 3): LiveFeedback => ({
  type: 'feedback',
  deviceId: 'oximeter',
  epoch,
  captureId: 'capture-1',
  arrivedAtMs,
  feedback: oximetry,
});

const wave = (epoch: number): WaveBlock => ({
  type: 'wave',
  deviceId: 'oximeter',
  epoch,
  wave: 'pleth',
  sequence: 0,
  sampleRateHz: 60,
  arrivedAtMs: 0,
  samples: [0.5],
});

const setUp = () => {
  const clock = { now: 1_000 };
  const live = createLive({ monotonic: () => clock.now, epoch: () => 3 });
  return { clock, live };
};

describe('live feedback', () => {
  it('is shown while fresh and disappears when over three seconds old', () => {
    const { clock, live } = setUp();
    live.take(feedback(50));
    expect(feedbackAt(live.store.getState(), 'capture-1', clock.now)).toEqual(oximetry);
    expect(feedbackAt(live.store.getState(), 'capture-1', 4_000)).toEqual(oximetry);
    expect(feedbackAt(live.store.getState(), 'capture-1', 4_001)).toBeUndefined();
  });

  it('is as old as its bytes, not as its arrival in this window', () => {
    const { clock, live } = setUp();
    live.take({ type: 'beat', sentAtMs: 100 });
    clock.now = 6_000;
    // Bytes of 500 ms after the beat, delivered 4.5 s late: too old on arrival.
    live.take(feedback(600));
    expect(feedbackAt(live.store.getState(), 'capture-1', clock.now)).toBeUndefined();
  });

  it('of one device is not hidden by that of another which goes on streaming', () => {
    const { clock, live } = setUp();
    live.take({ ...feedback(50), deviceId: 'cuff', captureId: 'capture-2', feedback: cuff });
    live.take(feedback(60));
    expect(feedbackAt(live.store.getState(), 'capture-2', clock.now)).toEqual(cuff);
  });

  it('is of its own capture only', () => {
    const { clock, live } = setUp();
    live.take(feedback(50));
    expect(feedbackAt(live.store.getState(), 'capture-2', clock.now)).toBeUndefined();
  });

  it('of another visit is dropped, waves too', () => {
    const { live } = setUp();
    const seen = vi.fn();
    live.waves(seen);
    live.take(feedback(50, 2));
    live.take(wave(2));
    expect(live.store.getState().feedback).toEqual({});
    expect(seen).not.toHaveBeenCalled();
    live.take(wave(3));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('goes with the device host', () => {
    const { clock, live } = setUp();
    live.take(feedback(50));
    live.lose();
    expect(live.store.getState().link).toBe('lost');
    expect(feedbackAt(live.store.getState(), 'capture-1', clock.now)).toBeUndefined();
  });

  it('of a cuff holds for as long as the capture runs: the device says nothing until its result', () => {
    const { live } = setUp();
    live.take({ ...feedback(50), feedback: cuff });
    expect(feedbackAt(live.store.getState(), 'capture-1', 60_000)).toEqual(cuff);
  });
});
