import { describe, expect, it } from 'vitest';
import { type Heard, hear, type Listened, NOTHING_HEARD } from './whole-sound.ts';

const PIECE_US = 10_000;
const CLIP = { wantedUs: 15_000_000, limitUs: 45_000_000 };

/** A sound that is played, and what is wrong with it. */
interface Played {
  /** Sound that is lost before the piece of this index, in microseconds. */
  readonly holes?: Readonly<Record<number, number>>;
  /** The machine stamps each piece late by up to this. */
  readonly busyUs?: number;
  /** It stamps all pieces from one index to another late. */
  readonly stuck?: { readonly from: number; readonly to: number };
}

/** Everything that is said other than `more`, with the index of the piece that it was said at. */
const play = ({ holes = {}, busyUs = 20_000, stuck }: Played) => {
  const said: (Heard & { readonly at: number })[] = [];
  let listened: Listened = NOTHING_HEARD;
  let lostUs = 0;
  for (let at = 0; at < 6_000; at += 1) {
    lostUs += holes[at] ?? 0;
    const lateUs = busyUs === 0 ? 0 : ((at * 7_919) % 20) * (busyUs / 20);
    const stuckUs = stuck !== undefined && at >= stuck.from && at < stuck.to ? 300_000 : 0;
    const stampUs = at * PIECE_US + lostUs + lateUs + stuckUs;
    const [after, heard] = hear(listened, { stampUs, durationUs: PIECE_US }, CLIP);
    listened = after;
    if (heard.heard !== 'more') said.push({ ...heard, at });
    if (heard.heard === 'whole' || heard.heard === 'broken') break;
  }
  return said;
};
/** Whether pieces of one clip were lost. */
const isWhole = (from: number, holes: Played['holes'] = {}): boolean =>
  Object.keys(holes).every((at) => Number(at) <= from || Number(at) >= from + 1_500);

describe('15 seconds of sound', () => {
  it('are taken from the first piece on, though the machine stamps its pieces late', () => {
    expect(play({})).toEqual([{ heard: 'whole', from: 0, at: 1_559 }]);
    expect(play({ busyUs: 0 })).toEqual([{ heard: 'whole', from: 0, at: 1_559 }]);
  });

  it.each([61, 130, 700, 1_400, 1_470, 1_499])('lack a single piece at %i: taken from after it', (at) => {
    const holes = { [at]: PIECE_US };
    const said = play({ holes });
    expect(said.map(({ heard }) => heard)).toEqual(['again', 'whole']);
    const [, whole] = said;
    if (whole?.heard !== 'whole') throw new Error('not whole');
    expect(whole.from).toBeGreaterThanOrEqual(at);
    expect(whole.from).toBeLessThan(at + 70);
    expect(isWhole(whole.from, holes)).toBe(true);
  });

  it('are found after three holes, each told once', () => {
    const holes = { 300: 40_000, 900: 10_000, 1900: 250_000 };
    const said = play({ holes });
    expect(said.map(({ heard }) => heard)).toEqual(['again', 'again', 'again', 'whole']);
    const whole = said.at(-1);
    expect(whole?.heard === 'whole' && isWhole(whole.from, holes)).toBe(true);
    expect(whole?.at).toBeLessThan(1_900 + 70 + 1_570);
  });

  it('are kept whole when the machine was busy for a second and nothing was lost', () => {
    const said = play({ stuck: { from: 700, to: 800 } });
    expect(said.map(({ heard }) => heard)).toEqual(['again', 'whole']);
    expect(said.at(-1)).toMatchObject({ from: 0, at: 1_559 });
  });

  it('wait for the end to be judged while the machine is busy just there', () => {
    const said = play({ stuck: { from: 1_490, to: 1_600 } });
    expect(said.at(-1)).toMatchObject({ heard: 'whole', from: 0 });
  });

  it('are given up after 45 s when a piece is lost every ten seconds', () => {
    const holes = Object.fromEntries([1, 2, 3, 4, 5].map((tens) => [tens * 1_000, PIECE_US]));
    const said = play({ holes });
    const broken = said.at(-1);
    expect(broken?.heard).toBe('broken');
    expect((broken?.at ?? 0) * PIECE_US).toBeLessThanOrEqual(CLIP.limitUs);
    expect((broken?.at ?? 0) * PIECE_US).toBeGreaterThan(CLIP.limitUs - 200_000);
  });
});
