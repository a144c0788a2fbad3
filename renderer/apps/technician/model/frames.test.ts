import { describe, expect, it } from 'vitest';
import type { Frame } from '#core/contract/bench.ts';
import { decodedText, EVERYTHING, fits } from './frame-filter.ts';
import { createFrameLog, FRAMES_KEPT } from './frame-log.ts';

const frame = (number: number, change: Partial<Frame> = {}): Frame => ({
  number,
  at: '2026-03-02T09:52:14.016+01:00',
  direction: 'from-device',
  hex: 'FA 05 07 40',
  name: 'real-time data',
  fields: [
    ['SpO2', '96'],
    ['pulse', '84'],
  ],
  ...change,
});
const batch = (frames: Frame[], deviceId = 'one') => ({ deviceId, perSecond: 60, oneOf: 20, frames });
const numbers = (log: ReturnType<typeof createFrameLog>) =>
  log.store.getState().frames.map(({ number }) => number);

describe('the frames that are kept', () => {
  it('are the newest, oldest first', () => {
    const log = createFrameLog();
    log.take(batch([frame(1), frame(4)]));
    log.take(batch([frame(24)]));
    expect(numbers(log)).toEqual([1, 4, 24]);
    log.take(batch(Array.from({ length: FRAMES_KEPT }, (_, index) => frame(100 + index))));
    expect(numbers(log)[0]).toBe(100);
    expect(numbers(log)).toHaveLength(FRAMES_KEPT);
  });

  it('are those of one device and one watch', () => {
    const log = createFrameLog();
    log.take(batch([frame(1), frame(2)]));
    log.take(batch([], 'one'));
    expect(numbers(log)).toEqual([1, 2]);
    log.take(batch([frame(1)], 'two'));
    expect(numbers(log)).toEqual([1]);
    log.take(batch([frame(7)], 'two'));
    log.take(batch([frame(3)], 'two'));
    expect(numbers(log)).toEqual([3]);
  });
});

describe('a filter', () => {
  it('finds words and bytes, as they are typed', () => {
    const shown = (text: string) => fits(frame(1), { ...EVERYTHING, text });
    expect(['spo2 96', 'PULSE', 'fa 05', 'FA0507', '05 07', ''].map(shown)).not.toContain(false);
    expect(['spo2 97', 'fa06', 'xyz'].map(shown)).not.toContain(true);
  });

  it('tells the directions apart', () => {
    const there = frame(1, { direction: 'to-device' });
    expect(fits(there, { text: '', direction: 'to-device' })).toBe(true);
    expect(fits(there, { text: '', direction: 'from-device' })).toBe(false);
  });

  it('reads a frame without fields by its name', () => {
    expect(decodedText(frame(1, { name: 'ACK', fields: [] }))).toBe('ACK');
    expect(decodedText(frame(1))).toBe('real-time data: SpO2 96, pulse 84');
  });
});
