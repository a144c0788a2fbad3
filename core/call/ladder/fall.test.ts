import { describe, expect, it } from 'vitest';
import { decide, type Ladder, startLadder } from './decide.ts';
import type { LineObservation } from './observation.ts';
import { compareRungs, isPicture, type Rung } from './rungs.ts';

const GOOD: LineObservation = {
  loss: 0.005,
  roundTripMs: 100,
  availableBps: 1_650_000,
  frozen: 0,
  concealed: 0.01,
  voiceLost: 0.005,
  processorBound: false,
  dataWaiting: false,
  besideBps: 0,
};
/** In the first second of the thin line, as counted over an emulated one: its queue is full, and nobody has been told of a loss yet. */
const FALLS: LineObservation = {
  ...GOOD,
  roundTripMs: 834,
  availableBps: 142_000,
  frozen: 0.15,
  concealed: 0.12,
};
/** Reports of what broke beside the picture come after it has gone. */
const ECHOES: LineObservation = {
  ...GOOD,
  loss: 0.3,
  roundTripMs: 1_100,
  availableBps: 112_000,
  frozen: undefined,
  concealed: 0.45,
  voiceLost: 0.3,
};
/** 100 kbit/s: voice and single pictures leave the estimate where it fell to. */
const BARE: LineObservation = { ...GOOD, loss: 0.02, roundTripMs: 560, availableBps: 112_000 };
/** The same under a small picture. */
const SMALL: LineObservation = { ...BARE, roundTripMs: 660, availableBps: 85_000, frozen: 0.1 };
/** The same as Chromium sometimes tells it: as much as nothing has tried. */
const UNTRIED: LineObservation = { ...SMALL, availableBps: 142_000 };

/** What a look sees once the line is thin. */
const thin = (rung: Rung, second: number): LineObservation => {
  if (second <= 1) return FALLS;
  if (second <= 6) return ECHOES;
  return isPicture(rung) ? SMALL : BARE;
};
/** What it sees once the line is good again: the estimate rises to twice what is sent. */
const good = (rung: Rung): LineObservation => {
  const availableBps = { hd: 1_650_000, '360p': 900_000, '240p': 230_000, stills: 112_000, audio: 112_000 };
  return { ...GOOD, availableBps: availableBps[rung] };
};

const play = (
  before: Ladder,
  seconds: number,
  line: (rung: Rung, second: number) => LineObservation,
): readonly Ladder[] => {
  const all: Ladder[] = [];
  let ladder = before;
  for (let second = 1; second <= seconds; second += 1) {
    ladder = decide(ladder, line(ladder.rung, second), before.seenMs + second * 1_000);
    all.push(ladder);
  }
  return all;
};
const last = (all: readonly Ladder[]): Ladder => all.at(-1) ?? startLadder('hd', 0);
/** Seconds until it is so; 0: never. */
const secondsUntil = (all: readonly Ladder[], holds: (ladder: Ladder) => boolean): number =>
  all.findIndex(holds) + 1;
const steps = (all: readonly Ladder[]): number =>
  all.filter(({ rung }, index) => index > 0 && all[index - 1]?.rung !== rung).length;

describe('a line that becomes thin in a call, and good again', () => {
  const before = last(play(startLadder('360p', 0), 24, good));
  const fall = play(before, 50, thin);
  const back = play(last(fall), 96, good);

  it('loses the picture at the first look, and keeps single ones', () => {
    expect(before.rung).toBe('hd');
    expect(fall[0]).toMatchObject({ rung: 'stills', reason: 'bandwidth' });
    expect(fall.every(({ rung }) => rung !== 'audio')).toBe(true);
  });

  it('says that the line is slow, whatever is lost out of its full queue', () => {
    const said = new Set(fall.map(({ reason }) => reason));
    expect([...said]).not.toContain('loss');
    expect(said).toContain('bandwidth');
  });

  it('has a small picture again within half a minute, and keeps it', () => {
    const at = secondsUntil(fall, ({ rung }) => rung === '240p');
    expect(at).toBeGreaterThan(16);
    expect(at).toBeLessThanOrEqual(26);
    expect(steps(fall)).toBe(1);
    expect(last(fall).rung).toBe('240p');
  });

  it('does not climb on at once over an estimate that nothing has tried', () => {
    const looks = play(before, 36, (rung, second) =>
      second > 6 && isPicture(rung) ? UNTRIED : thin(rung, second),
    );
    expect(looks.some(({ rung }) => rung === '240p')).toBe(true);
    expect(looks.some(({ rung }) => rung === '360p' || rung === 'hd')).toBe(false);
  });

  it('blames the line no more within 5 s of its being good, and is whole within half a minute', () => {
    expect(secondsUntil(back, ({ reason }) => reason === 'starting')).toBeLessThanOrEqual(5);
    expect(secondsUntil(back, ({ rung }) => rung === 'hd')).toBeLessThanOrEqual(30);
    expect(last(back)).toMatchObject({ rung: 'hd', reason: undefined });
  });

  it('is as quick right after a step up, when no estimate is believed yet', () => {
    const young = last(play(startLadder('360p', 0), 6, good));
    expect(young).toMatchObject({ rung: 'hd', trial: { from: '360p' } });
    expect(play(young, 1, thin)[0]?.rung).toBe('stills');
  });

  it('goes where the estimate is not told by its queue and by what breaks', () => {
    const firefox = (rung: Rung, second: number) => ({ ...thin(rung, second), availableBps: undefined });
    const looks = play(before, 12, firefox);
    expect(looks[0]).toMatchObject({ rung: 'stills', reason: 'delay' });
    expect(looks.every(({ rung }) => rung === 'stills')).toBe(true);
  });

  it('gives single pictures up only when sound breaks on without a moving one', () => {
    const broken = play(before, 20, (_, second) => (second === 1 ? FALLS : ECHOES));
    const at = secondsUntil(broken, ({ rung }) => rung === 'audio');
    expect(at).toBeGreaterThanOrEqual(11);
    expect(at).toBeLessThanOrEqual(13);
  });

  it('keeps single pictures over one burst of loss, however long the reports remember it', () => {
    const burst = { ...BARE, concealed: 0.1, voiceLost: 0.08 };
    const looks = play(before, 34, (rung, second) =>
      second >= 14 && second <= 18 ? burst : second > 6 ? BARE : thin(rung, second),
    );
    expect(looks.some(({ rung }) => rung === 'audio')).toBe(false);
  });

  it('waits no longer than usual where the way has become another line’s, though a picture failed on the last one', () => {
    const failed = { rung: '240p', waitMs: 128_000, promised: true, baseMs: 560 } as const;
    const bare = {
      ...last(fall),
      rung: 'stills',
      reason: 'delay',
      failed,
      trial: undefined,
      calmSinceMs: last(fall).seenMs,
    } as const;
    expect(
      secondsUntil(
        play({ ...bare, baseMs: 560 }, 60, () => BARE),
        ({ rung }) => rung === '240p',
      ),
    ).toBe(0);
    expect(
      secondsUntil(play({ ...bare, baseMs: 560 }, 60, good), ({ rung }) => rung === '240p'),
    ).toBeLessThanOrEqual(20);
  });

  it('calls it loss where packets are lost on a way as long as ever', () => {
    const lossy = play(before, 5, () => ({ ...GOOD, loss: 0.15, concealed: 0.1, voiceLost: 0.15 }));
    expect(last(lossy)).toMatchObject({ rung: '360p', reason: 'loss' });
  });
});

describe('sound that a busy machine makes up', () => {
  const before = last(play(startLadder('360p', 0), 24, good));
  const busy = (change: Partial<LineObservation> = {}) => ({ ...GOOD, concealed: 0.12, ...change });

  it('makes the picture lighter, is not blamed on the line, and leaves a small one', () => {
    const looks = play(before, 120, () => busy());
    expect(looks.every(({ reason }) => reason === undefined || reason === 'processor')).toBe(true);
    expect(last(looks)).toMatchObject({ rung: '240p', reason: 'processor' });
    expect(steps(looks)).toBe(2);
  });

  it('takes the moving picture only where hardly any sound is left, and never the single ones', () => {
    const looks = play(before, 120, () => busy({ concealed: 0.5 }));
    expect(last(looks)).toMatchObject({ rung: 'stills', reason: 'processor' });
  });

  it('is no reason to believe an estimate that falls with it', () => {
    const looks = play(before, 60, () => busy({ availableBps: 60_000 }));
    expect(last(looks)).toMatchObject({ rung: '240p', reason: 'processor' });
  });

  it.each<[string, Partial<LineObservation>]>([
    ['voice that never came', { voiceLost: 0.03 }],
    ['a longer way', { roundTripMs: 260 }],
    ['readings that wait', { dataWaiting: true }],
    ['nothing being known of it', { voiceLost: undefined, loss: undefined }],
  ])('is the line’s with %s', (_, change) => {
    const looks = play(before, 5, () => busy(change));
    expect(compareRungs(last(looks).rung, 'hd')).toBeLessThan(0);
    expect(last(looks).reason).not.toBe('processor');
  });

  it('is over with the trouble: the picture comes back', () => {
    const looks = play(last(play(before, 30, () => busy())), 40, good);
    expect(last(looks)).toMatchObject({ rung: 'hd', reason: undefined });
  });
});
