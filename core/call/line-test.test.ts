import { describe, expect, it } from 'vitest';
import {
  blockRate,
  fromOtherEnd,
  LINE_TEST,
  measurableGateway,
  overBoth,
  rungOfLine,
  startingBitrate,
  startingRung,
} from './line-test.ts';

describe('the line before the call', () => {
  it('takes the round trip out of a block, and never divides by nothing', () => {
    expect(blockRate(8_000, 690, 50)).toBe(100_000);
    expect(blockRate(8_000, 40, 50)).toBe(64_000_000);
  });

  it.each([
    ['LAN', 1, 90_000_000, 'hd'],
    ['ADSL', 50, 950_000, 'hd'],
    ['4G', 80, 1_400_000, 'hd'],
    ['3G', 200, 370_000, '360p'],
    ['satellite', 600, 480_000, '360p'],
    ['a wide satellite', 600, 8_000_000, '360p'],
    ['EDGE', 500, 95_000, '240p'],
    ['a weak EDGE', 700, 40_000, 'stills'],
    ['hardly a line', 900, 20_000, 'audio'],
  ] as const)(
    '%s is told as what it bears, and begins with 360 lines at most',
    (_, roundTripMs, upBps, rung) => {
      const line = { roundTripMs, downBps: upBps, upBps };
      expect(rungOfLine(line)).toBe(rung);
      expect(startingRung(line)).toBe(rung === 'hd' ? '360p' : rung);
    },
  );

  it('costs less than a megabyte', () => {
    expect(2 * LINE_TEST.blocks.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1_000_000);
  });
});

it('is measured only where the way leads out of the machine', () => {
  expect(measurableGateway(undefined)).toBeUndefined();
  expect(measurableGateway('http://localhost:8080')).toBeUndefined();
  expect(measurableGateway('http://127.0.0.1:8080')).toBeUndefined();
  expect(measurableGateway('https://cabine.example.fr')).toBe('https://cabine.example.fr');
});

it('has its two ways the other way round from the other end', () => {
  expect(fromOtherEnd({ roundTripMs: 5, downBps: 2, upBps: 1 })).toEqual({
    roundTripMs: 5,
    downBps: 1,
    upBps: 2,
  });
});

it('is no wider over both ends than the thinner of them, each way', () => {
  const fibre = { roundTripMs: 10, downBps: 90_000_000, upBps: 40_000_000 };
  const edge = { roundTripMs: 600, downBps: 200_000, upBps: 100_000 };
  expect(overBoth(fibre, edge)).toEqual({ roundTripMs: 600, downBps: 100_000, upBps: 200_000 });
  expect(overBoth(edge, fibre)).toEqual(edge);
});

it('lets an estimate begin with half of what a good line bears, and leaves a thin one to the browser', () => {
  const line = (upBps: number) => startingBitrate({ roundTripMs: 20, downBps: 1e9, upBps });
  expect([100_000, 600_000, 1_000_000, 40_000_000].map(line)).toEqual([
    undefined,
    undefined,
    500_000,
    800_000,
  ]);
});
