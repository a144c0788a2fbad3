import { describe, expect, it } from 'vitest';
import type { WaveBlock } from '#core/contract/live.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createLiveReceiver } from './live-receiver.ts';
import { createLiveSender } from './live-sender.ts';
import { createWavePlayout, LONGEST_DELAY_MS } from './wave-playout.ts';

const RATE = 60;
const PER_BLOCK = 6;
const block = (index: number): WaveBlock => ({
  type: 'wave',
  deviceId: 'oximeter',
  epoch: 1,
  wave: 'pleth',
  sequence: index * PER_BLOCK,
  sampleRateHz: RATE,
  arrivedAtMs: 7_000 + index * 100,
  samples: Array.from({ length: PER_BLOCK }, () => 0.5),
});

/** Repeatable randomness, 0 to 1. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

interface Line {
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Share of datagrams that are lost, in bursts of `burst`. */
  readonly loss: number;
  readonly burst: number;
  /** The rung is one of the lower three. */
  readonly thin: boolean;
}

/** What a datagram costs beside its text: IPv4, UDP, DTLS 1.2 with AES-GCM, SCTP and its DATA chunk (padded). Bytes. */
const HEADERS = 20 + 8 + 37 + 12 + 16 + 2;

/** Plays two minutes of a pleth over a line; tells the share of samples that were never drawn, and how evenly they came. */
const overLine = async (line: Line) => {
  const clock = createFakeClock();
  const random = randomFrom(42);
  const playout = createWavePlayout(clock);
  const receiver = createLiveReceiver(clock);
  receiver.onWave(playout.push);
  const drawn: { sequence: number; atMs: number }[] = [];
  playout.onWave(({ sequence, samples }) => {
    for (const index of samples.keys()) drawn.push({ sequence: sequence + index, atMs: clock.monotonic() });
  });
  let burst = 0;
  let bytes = 0;
  const sender = createLiveSender(
    (text) => {
      bytes += text.length + HEADERS;
      if (burst === 0 && random() < line.loss / line.burst) burst = line.burst;
      if (burst > 0) burst -= 1;
      else clock.after(line.delayMs + (random() * 2 - 1) * line.jitterMs, () => receiver.receive(text));
      return true;
    },
    () => line.thin,
  );
  const blocks = 1_200;
  for (let index = 0; index < blocks; index += 1) {
    sender.send(block(index));
    await clock.advance(100);
  }
  await clock.advance(3_000);
  const late = drawn.map(({ sequence, atMs }) => atMs - (sequence / RATE) * 1_000).slice(PER_BLOCK * 300);
  return {
    drawn,
    gaps: 1 - new Set(drawn.map(({ sequence }) => sequence)).size / (blocks * PER_BLOCK),
    unevenMs: Math.max(...late) - Math.min(...late),
    delayMs: playout.delayMs() ?? 0,
    kbps: (bytes * 8) / (blocks * 100),
  };
};

const LINES: Record<string, Line> = {
  LAN: { delayMs: 1, jitterMs: 1, loss: 0, burst: 1, thin: false },
  '4G': { delayMs: 40, jitterMs: 15, loss: 0.005, burst: 1, thin: false },
  '3G': { delayMs: 100, jitterMs: 30, loss: 0.01, burst: 3, thin: false },
  '3G bad': { delayMs: 100, jitterMs: 30, loss: 0.02, burst: 3, thin: false },
  satellite: { delayMs: 300, jitterMs: 20, loss: 0.01, burst: 3, thin: false },
  EDGE: { delayMs: 250, jitterMs: 80, loss: 0.02, burst: 3, thin: true },
};

describe('the live curve at a constant delay', () => {
  it.each(Object.entries(LINES))(
    'over %s has gaps under a hundredth, in order and evenly',
    async (_, line) => {
      const { drawn, gaps, unevenMs, delayMs, kbps } = await overLine(line);
      expect(gaps).toBeLessThan(0.01);
      expect(
        drawn.every(({ sequence }, index) => index === 0 || sequence > (drawn[index - 1]?.sequence ?? 0)),
      ).toBe(true);
      expect(unevenMs).toBeLessThan(100);
      expect(delayMs).toBeLessThanOrEqual(line.thin ? LONGEST_DELAY_MS : 700);
      expect(kbps).toBeLessThan(line.thin ? 10 : 16);
    },
  );

  it('shows nothing of what comes in a bunch after a pause, but what is still in time', async () => {
    const clock = createFakeClock();
    const playout = createWavePlayout(clock);
    const seen: number[] = [];
    playout.onWave(({ sequence }) => seen.push(sequence));
    playout.push(block(0));
    await clock.advance(3_000);
    const before = seen.length;
    for (let index = 1; index <= 30; index += 1) playout.push(block(index));
    // The one that is due at this very moment.
    expect(seen.length - before).toBeLessThanOrEqual(1);
    await clock.advance(5_000);
    expect(seen.every((sequence, index) => index === 0 || sequence > (seen[index - 1] ?? 0))).toBe(true);
    expect(Math.min(...seen.slice(before))).toBeGreaterThan(PER_BLOCK * 15);
  });

  it('draws nothing more after its delay when the stream has stopped', async () => {
    const clock = createFakeClock();
    const playout = createWavePlayout(clock);
    let last = 0;
    playout.onWave(() => {
      last = clock.monotonic();
    });
    playout.push(block(0));
    await clock.advance(10_000);
    expect(last).toBeLessThanOrEqual(500);
  });
});

describe('a device that measures anew', () => {
  /** Ten seconds, then from the first sample again after half a second; the line brings the last ones of before once more. */
  const measuredTwice = async (thin: boolean) => {
    const clock = createFakeClock();
    const playout = createWavePlayout(clock);
    const receiver = createLiveReceiver(clock);
    receiver.onWave(playout.push);
    const drawn: number[] = [];
    playout.onWave(({ sequence, samples }) => {
      for (const index of samples.keys()) drawn.push(sequence + index);
    });
    const sent: string[] = [];
    const sender = createLiveSender(
      (text) => {
        sent.push(text);
        clock.after(40, () => receiver.receive(text));
        return true;
      },
      () => thin,
    );
    for (let index = 0; index < 100; index += 1) {
      sender.send(block(index));
      await clock.advance(100);
    }
    const delayBefore = playout.delayMs();
    const late = sent.at(-1) ?? '';
    clock.after(700, () => receiver.receive(late));
    await clock.advance(500);
    const from = drawn.length;
    for (let index = 0; index < 30; index += 1) {
      sender.send({ ...block(index), arrivedAtMs: 7_000 + 10_500 + index * 100 });
      await clock.advance(100);
    }
    await clock.advance(3_000);
    return { again: drawn.slice(from), delayBefore, delay: playout.delayMs() };
  };

  it.each([false, true])(
    'is drawn from its first sample on, with nothing of the measuring before (thin: %s)',
    async (thin) => {
      const { again, delayBefore, delay } = await measuredTwice(thin);
      const first = again.indexOf(0);
      // What was still due of the first measuring is drawn before it.
      expect(again.slice(0, first).every((sample) => sample >= 90 * PER_BLOCK)).toBe(true);
      expect(again.slice(first).slice(0, 20 * PER_BLOCK)).toEqual(
        Array.from({ length: 20 * PER_BLOCK }, (_, i) => i),
      );
      expect(Math.max(...again.slice(first))).toBeLessThan(30 * PER_BLOCK);
      expect(delay).toBeGreaterThanOrEqual(delayBefore ?? 0);
    },
  );
});
