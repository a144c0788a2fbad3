import { describe, expect, it } from 'vitest';
import { RUNGS } from './rungs.ts';
import { sendingOf } from './sending.ts';

describe('what the encoders are told', () => {
  it('sends less picture on each rung down, and never less sound than 12 kbit/s', () => {
    const rates = RUNGS.map((rung) => sendingOf(rung, 1e9).face?.maxBitrate ?? 0);
    expect(rates).toEqual([1_200_000, 250_000, 60_000, 0, 0]);
    for (const rung of RUNGS) expect(sendingOf(rung, undefined).soundBitrate).toBeGreaterThanOrEqual(12_000);
  });

  it('lets 360 lines begin before the line is known with more than the rate at which their first frames are dropped', () => {
    expect(sendingOf('360p', undefined).face?.maxBitrate).toBeGreaterThan(300_000);
    expect(sendingOf('240p', undefined).face?.maxBitrate).toBe(60_000);
  });

  it('keeps the queue out of a line that is known', () => {
    expect(sendingOf('360p', 300_000).face).toEqual({
      maxBitrate: 209_000,
      maxFramerate: 15,
      height: 360,
    });
    expect(sendingOf('240p', 60_000).face?.maxBitrate).toBe(35_000);
  });

  it('gives most of the rate to the examination camera, within the same budget', () => {
    const { face, exam } = sendingOf('360p', 300_000, { examOn: true, stethoscope: true, besideBps: 0 });
    expect((face?.maxBitrate ?? 0) + (exam?.maxBitrate ?? 0)).toBe(209_000);
    expect(exam?.maxBitrate).toBeGreaterThan(2 * (face?.maxBitrate ?? 0));
    expect(exam?.height).toBe(480);
  });
});
