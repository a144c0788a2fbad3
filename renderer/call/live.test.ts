import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_DATAGRAM_BYTES, readWaves, writeWaves } from '#core/call/wave-datagram.ts';
import type { LiveFeedback, WaveBlock } from '#core/contract/live.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createLiveReceiver } from './live-receiver.ts';
import { createLiveSender } from './live-sender.ts';

const block = (
  sequence: number,
  samples: readonly (number | null)[] = [0.5, 0.25],
  epoch = 1,
): WaveBlock => ({
  type: 'wave',
  deviceId: 'oximeter',
  epoch,
  wave: 'pleth',
  sequence,
  sampleRateHz: 60,
  arrivedAtMs: 10_000 + (sequence / 60) * 1_000,
  samples: [...samples],
});

const feedback = (arrivedAtMs: number, spo2 = 97): LiveFeedback => ({
  type: 'feedback',
  deviceId: 'oximeter',
  epoch: 1,
  captureId: 'c1',
  arrivedAtMs,
  feedback: {
    measure: 'oximetry',
    state: 'steady',
    signal: 4,
    values: { spo2: { value: spo2, unit: '%' } },
    steadyForMs: 0,
    steadyNeededMs: 8_000,
  },
});

const sent = (thin = false) => {
  const datagrams: string[] = [];
  const sender = createLiveSender(
    (text) => {
      datagrams.push(text);
      return true;
    },
    () => thin,
  );
  return { sender, datagrams };
};

describe('live data over a channel that loses', () => {
  it('keeps every datagram under its limit, whatever the samples', () => {
    const sample = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 240 }), (samples) => {
        const { sender, datagrams } = sent();
        sender.send(block(0, samples));
        sender.send(block(samples.length, samples));
        for (const text of datagrams) {
          expect(text.length).toBeLessThan(LARGEST_DATAGRAM_BYTES);
          expect(readWaves(text)).not.toEqual([]);
        }
        expect(sender.dropped()).toBe(0);
      }),
    );
  });

  it('sends longer blocks on a thin line, each of them three times, and what is left at the end', () => {
    const { sender, datagrams } = sent(true);
    const six = [0, 1, 0, 1, 0, 1];
    for (let index = 0; index < 13; index += 1) sender.send(block(index * 6, six));
    sender.send({ type: 'beat', sentAtMs: block(72).arrivedAtMs + 1_000 });
    const sequences = datagrams.slice(0, -1).map((text) => readWaves(text).map(({ sequence }) => sequence));
    expect(sequences).toEqual([[0], [0, 18], [0, 18, 36], [18, 36, 54], [18, 72]]);
    expect(readWaves(datagrams[0] ?? '')[0]).toEqual({
      ...block(0, [...six, ...six, ...six]),
      arrivedAtMs: Math.round(block(12).arrivedAtMs),
    });
  });

  it('joins no blocks with a gap between them, nor of two visits', () => {
    const { sender, datagrams } = sent(true);
    for (const one of [block(0), block(4), block(6, [1], 2)]) sender.send(one);
    expect(datagrams.flatMap(readWaves).map(({ sequence, samples }) => [sequence, samples.length])).toEqual([
      [0, 2],
      [4, 2],
    ]);
  });

  it('delivers every block once, although three datagrams in a row are lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (starts) => {
        const { sender, datagrams } = sent();
        const count = 50;
        for (let index = 0; index < count; index += 1) sender.send(block(index * 2));
        const receiver = createLiveReceiver(createFakeClock());
        const seen: number[] = [];
        receiver.onWave(({ sequence }) => seen.push(sequence));
        // Bursts of three, each at least three datagrams after the one before.
        const bursts = [...new Set(starts.map((start) => start - (start % 6)))];
        datagrams.forEach((text, index) => {
          if (!bursts.some((start) => index >= start && index < start + 3)) receiver.receive(text);
        });
        expect(seen.toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: count }, (_, index) => index * 2),
        );
      }),
    );
  });

  it('takes a stream that began again, and each block of any stream once', () => {
    const receiver = createLiveReceiver(createFakeClock());
    const seen: number[] = [];
    receiver.onWave(({ sequence }) => seen.push(sequence));
    for (const one of [block(0), block(4), block(2), block(4)]) receiver.receive(writeWaves([one]));
    receiver.receive(writeWaves([{ ...block(0), arrivedAtMs: 60_000 }]));
    receiver.receive(writeWaves([block(2, [0.5], 2)]));
    // Of the visit before.
    receiver.receive(writeWaves([block(8)]));
    expect(seen).toEqual([0, 4, 2, 0, 2]);
  });

  it('takes nothing that it cannot read, and says so', () => {
    const receiver = createLiveReceiver(createFakeClock());
    const seen: WaveBlock[] = [];
    receiver.onWave((one) => seen.push(one));
    for (const text of [
      '',
      '{',
      '[{}]',
      '{"type":"beat"}',
      '[{"type":"beat","sentAtMs":"1"}]',
      'w',
      'w1 pleth',
    ])
      expect(receiver.receive(text)).toBe('INVALID_MESSAGE');
    expect(receiver.receive(JSON.stringify([block(0)]))).toBe('INVALID_MESSAGE');
    expect(receiver.receive(JSON.stringify([feedback(1)]))).toBeUndefined();
    expect(receiver.feedback()).toEqual([]);
    expect(seen).toEqual([]);
  });
});

/** What a datagram costs beside its text: IPv4, UDP, DTLS 1.2 with AES-GCM, SCTP and its DATA chunk. Bytes. */
const HEADERS = 20 + 8 + 37 + 12 + 16;

describe('what a wave costs on the line', () => {
  /** Bytes a second, headers included, of a minute as an oximeter of 128 steps gives it ten times a second. */
  const cost = (thin: boolean) => {
    const { sender, datagrams } = sent(thin);
    const asJson: number[] = [];
    for (let index = 0; index < 600; index += 1) {
      const samples = Array.from({ length: 6 }, (_, sample) =>
        Number((Math.round(64 + 50 * Math.sin((index * 6 + sample) / 8)) / 127).toFixed(4)),
      );
      const one = { ...block(index * 6, samples), arrivedAtMs: 400_000.25 + index * 100 };
      asJson.push(JSON.stringify([one, one]).length + HEADERS);
      sender.send(one);
    }
    const perSecond = (bytes: readonly number[]): number =>
      Math.round(bytes.reduce((sum, next) => sum + next, 0) / 60);
    return { json: perSecond(asJson), now: perSecond(datagrams.map(({ length }) => length + HEADERS)) };
  };

  it('is a third of what it was as JSON, and on a thin line a fifth: under 10 kbit/s', () => {
    const wide = cost(false);
    const thin = cost(true);
    expect([wide.json, wide.now, thin.now]).toEqual([4_421, 1_582, 837]);
    expect(thin.now * 8).toBeLessThan(10_000);
  });
});

describe('the age of a live value', () => {
  it('is counted on the clock of the cabin, by its quickest beat', async () => {
    const clock = createFakeClock();
    const receiver = createLiveReceiver(clock);
    await clock.advance(5_000);
    receiver.receive(JSON.stringify([feedback(100_000)]));
    expect(receiver.feedback()).toEqual([]);
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 99_900 }]));
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 100_400 }]));
    expect(receiver.feedback()[0]?.ageMs).toBe(400);
    await clock.advance(1_000);
    expect(receiver.feedback()[0]?.ageMs).toBe(1_400);
  });

  it('makes it disappear when it is too old, and not come back', async () => {
    const clock = createFakeClock();
    const receiver = createLiveReceiver(clock);
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 1_000 }, feedback(1_000)]));
    await clock.advance(3_000);
    expect(receiver.feedback()).toHaveLength(1);
    await clock.advance(1);
    expect(receiver.feedback()).toEqual([]);
  });

  it('begins anew when the device host was restarted and its clock with it', () => {
    const receiver = createLiveReceiver(createFakeClock());
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 900_000 }, feedback(900_000, 91)]));
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 20 }]));
    expect(receiver.feedback()).toEqual([]);
    receiver.receive(JSON.stringify([feedback(20, 97)]));
    expect(receiver.feedback()[0]?.feedback).toMatchObject({ values: { spo2: { value: 97 } } });
  });

  it('keeps the latest of two that arrive in the wrong order', () => {
    const receiver = createLiveReceiver(createFakeClock());
    receiver.receive(JSON.stringify([{ type: 'beat', sentAtMs: 2_000 }, feedback(2_000, 97)]));
    receiver.receive(JSON.stringify([feedback(1_500, 88)]));
    expect(receiver.feedback()[0]?.feedback).toMatchObject({ values: { spo2: { value: 97 } } });
  });

  it('repeats a state with the beats that follow it, for one that was lost', () => {
    const { sender, datagrams } = sent();
    sender.send(feedback(1_000));
    sender.send({ type: 'beat', sentAtMs: 1_500 });
    sender.send({ type: 'beat', sentAtMs: 7_000 });
    expect(datagrams.map((text) => JSON.parse(text).length)).toEqual([1, 2, 1]);
  });
});
