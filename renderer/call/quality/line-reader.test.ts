import { describe, expect, it } from 'vitest';
import { type LineCounters, readLine } from './line-counters.ts';
import { createLineReader } from './line-reader.ts';

const at = (second: number, change: Partial<LineCounters> = {}): LineCounters => ({
  packetsSent: 100 * second,
  packetsLost: 0,
  bytesSent: 25_000 * second,
  stethoscopeBytesSent: 0,
  roundTripMs: 60,
  availableBps: 900_000,
  frozenMs: 0,
  samplesReceived: 48_000 * second,
  samplesConcealed: 0,
  voicePacketsReceived: 50 * second,
  voicePacketsLost: 0,
  processorBound: false,
  dataWaitingBytes: 0,
  ...change,
});

describe('the counters of the line', () => {
  it("are read from Chromium's report", () => {
    const entries = [
      { type: 'outbound-rtp', kind: 'audio', packetsSent: 500, bytesSent: 40_000 },
      {
        type: 'outbound-rtp',
        kind: 'video',
        packetsSent: 700,
        bytesSent: 800_000,
        qualityLimitationReason: 'cpu',
      },
      { type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 3, roundTripTime: 0.12 },
      { type: 'remote-inbound-rtp', kind: 'video', packetsLost: 9, roundTripTime: 0.31 },
      { type: 'inbound-rtp', kind: 'video', totalFreezesDuration: 1.5 },
      {
        type: 'inbound-rtp',
        kind: 'audio',
        totalSamplesReceived: 480_000,
        concealedSamples: 5_000,
        silentConcealedSamples: 3_000,
        packetsReceived: 480,
        packetsLost: 20,
      },
    ];
    const sounds = {
      voice: entries.filter(({ kind }) => kind === 'audio'),
      stethoscope: entries.slice(0, 1),
    };
    expect(
      readLine(entries, sounds, { currentRoundTripTime: 0.2, availableOutgoingBitrate: 640_000 }, 12),
    ).toEqual({
      packetsSent: 1_200,
      packetsLost: 12,
      bytesSent: 840_000,
      stethoscopeBytesSent: 40_000,
      roundTripMs: 310,
      availableBps: 640_000,
      frozenMs: 1_500,
      samplesReceived: 480_000,
      samplesConcealed: 2_000,
      voicePacketsReceived: 480,
      voicePacketsLost: 23,
      processorBound: true,
      dataWaitingBytes: 12,
    });
  });

  it('say what is not known', () => {
    expect(readLine([], { voice: [], stethoscope: [] }, undefined, 0)).toMatchObject({
      roundTripMs: undefined,
      availableBps: undefined,
      frozenMs: undefined,
    });
  });
});

describe('a look at the line', () => {
  it('takes shares over some seconds', () => {
    const reader = createLineReader();
    expect(reader.look(at(1), 1_000, true).sent.loss).toBeUndefined();
    for (const second of [2, 3, 4]) reader.look(at(second), second * 1_000, true);
    const { sent, received } = reader.look(
      at(5, { packetsLost: 40, samplesConcealed: 19_200, frozenMs: 1_000 }),
      5_000,
      true,
    );
    expect(sent.loss).toBeCloseTo(0.1);
    expect(received.concealed).toBeCloseTo(0.1);
    expect(received.frozen).toBeCloseTo(0.25);
  });

  it('takes the wait for a first picture for no freeze', () => {
    const reader = createLineReader();
    for (const second of [1, 2, 3, 4, 5]) reader.look(at(second), second * 1_000, false);
    expect(reader.look(at(6, { frozenMs: 5_000 }), 6_000, true).received.frozen).toBeUndefined();
    for (const second of [7, 8, 9, 10, 11])
      reader.look(at(second, { frozenMs: 5_000 }), second * 1_000, true);
    expect(reader.look(at(12, { frozenMs: 5_000 }), 12_000, true).received.frozen).toBe(0);
  });

  it('finds what a full line bears where the browser does not tell, as Firefox', () => {
    const reader = createLineReader();
    const firefox = (second: number, packetsLost: number) =>
      at(second, { availableBps: undefined, packetsLost });
    reader.look(firefox(1, 0), 1_000, true);
    expect(reader.look(firefox(2, 0), 2_000, true).sent.availableBps).toBeUndefined();
    expect(reader.look(firefox(3, 40), 3_000, true).sent.availableBps).toBeCloseTo(160_000);
  });

  it('tells readings that do not leave from a visit on its way', () => {
    const reader = createLineReader();
    const waiting = (second: number) =>
      reader.look(at(second, { dataWaitingBytes: 9_000 }), second * 1_000, true).sent.dataWaiting;
    expect([1, 2, 3, 4, 5].map(waiting)).toEqual([false, false, false, false, true]);
    expect(reader.look(at(6), 6_000, true).sent.dataWaiting).toBe(false);
  });
});
