import { expect, it } from 'vitest';
import { type FallLook, fallFigures } from './fall-figures.ts';

const look = (atMs: number, change: Partial<FallLook> = {}): FallLook => ({
  atMs,
  level: { rung: 'hd', strained: false },
  frameAtMs: atMs - 100,
  still: false,
  samples: atMs * 48,
  concealed: 0,
  repeatedBytes: 0,
  ...change,
});
const STILLS = { rung: 'stills', reason: 'bandwidth', strained: false } as const;
const TIMES = { fellMs: 10_000, goodMs: 30_000 };

it('tells what a fall cost: sound, sight, and the time until all is as before', () => {
  const looks = [
    look(9_000),
    look(10_000),
    look(13_000, { frameAtMs: 10_500, concealed: 72_000, level: STILLS }),
    look(16_000, { frameAtMs: 10_500, concealed: 72_000, level: STILLS, still: true, repeatedBytes: 9_000 }),
    look(20_000, { frameAtMs: 10_500, concealed: 72_000, level: STILLS, still: true, repeatedBytes: 12_500 }),
    look(30_000, { concealed: 96_000, level: STILLS }),
    look(34_000, { concealed: 96_000, level: { rung: '360p', reason: 'starting', strained: false } }),
    look(52_000, { concealed: 96_000 }),
  ];
  expect(fallFigures(looks, TIMES)).toEqual({
    concealedAtFirstPercent: 15,
    concealedPercent: 10,
    repeatedKilobytes: 3.5,
    blindSeconds: 3,
    blamedMs: 4_000,
    wholeMs: 22_000,
    rungs: '-1 hd, 3 stills (bandwidth), 24 360p (starting), 42 hd',
  });
});

it('tells nothing of what never came', () => {
  const figures = fallFigures([look(9_000), look(12_000, { level: STILLS })], TIMES);
  expect(figures).toMatchObject({ blamedMs: undefined, wholeMs: undefined });
});
