import { describe, expect, test } from 'vitest';
import { createLiveStream } from './live-stream.ts';
import { type OximeterStream, type OximetryFrame, plausibleOximetryChange, sameOximetry } from './stream.ts';

const rules = { window: 1, jumpWindow: 1, same: sameOximetry, plausibleChange: plausibleOximetryChange };

/** An oximeter that prints a line every two seconds, and bears no pulse wave. */
const stream: OximeterStream = {
  manifest: {
    id: 'contec-cms50',
    title: 'An oximeter for tests',
    identity: { maker: 'Maker', model: 'Model' },
    measures: ['oximetry'],
    port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
    usb: [],
    proof: 'handshake',
    identifyWithinMs: 5_000,
    protection: 'agreement',
    evidence: 'unverified',
  },
  framesPerSecond: 0.5,
  rules,
  liveRules: { ...rules, window: 2 },
  unprotectedBelow: 3,
  toleratedBadFrames: 0,
  createReader: () => ({ push: () => [], end: () => [] }),
};

const frame = (second: number, saturation = 97): OximetryFrame => ({
  sample: {
    type: 'value',
    value: {
      spo2: { value: saturation, unit: '%' },
      'pulse-rate': { value: 72, unit: '/min' },
    },
  },
  weak: false,
  deviceTime: `2026-03-02T12:00:${String(second).padStart(2, '0')}`,
  raw: new Uint8Array(),
});

describe('a live reading', () => {
  test('comes after four lines, eight seconds, that are well', () => {
    const live = createLiveStream(stream, 0);
    const taken = [0, 2, 4, 6].map((second) => {
      live.frame(frame(second), second * 1_000);
      return live.takeReading()?.values.spo2?.value;
    });
    expect(taken).toEqual([undefined, undefined, undefined, 97]);
  });

  test('never comes from a clock that stands still, and nothing of it is news', () => {
    const live = createLiveStream(stream, 0);
    live.frame(frame(0), 0);
    for (let second = 2; second <= 20; second += 2) {
      live.stuck();
      live.frame(frame(0), second * 1_000);
    }
    expect(live.takeReading()).toBeUndefined();
    expect(live.lastChangeAt()).toBe(0);
    expect(live.lastFrameAt()).toBe(20_000);
  });

  test('never comes from a memory that is printed at the speed of the line', () => {
    const live = createLiveStream(stream, 0);
    for (let line = 0; line < 25; line += 1) live.frame(frame(2 * line, 88), line * 70);
    expect(live.takeReading()).toBeUndefined();
  });

  test('never comes of frames that are said to be stored, however they come', () => {
    const live = createLiveStream(stream, 0);
    for (let second = 0; second <= 20; second += 2)
      live.frame({ ...frame(second), flags: ['stored'] }, second * 1_000);
    expect(live.takeReading()).toBeUndefined();
  });

  test('is that of now when a memory was printed just before', () => {
    const live = createLiveStream(stream, 0);
    for (let line = 0; line < 20; line += 1) live.frame(frame(line, 95), line * 70);
    const taken = [40, 42, 44, 46, 48, 50].map((second) => {
      live.frame(frame(second), 1_400 + (second - 40) * 1_000);
      return live.takeReading()?.values.spo2?.value;
    });
    expect(taken.filter((value) => value !== undefined)).toEqual([97]);
  });
});
