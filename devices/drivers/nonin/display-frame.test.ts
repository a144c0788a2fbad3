import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../kit/test-kit.ts';
import { displayFrame, readDisplayFrame } from './display-frame.ts';
import { driver } from './driver.ts';

const read = (bits: number, pulseRate: number, saturation: number, bits2: number) =>
  readDisplayFrame(Array.from(displayFrame(bits, pulseRate, saturation, bits2)));

describe('a frame of format 8', () => {
  test.each([0, 1, 72, 127, 128, 255, 256, 321])('has nine bits of pulse rate: %d', (rate) => {
    expect(read(0, rate, 97, 0)).toMatchObject({ pulseRate: rate, oxygenSaturation: 97 });
  });

  test('511 and 127 stand for numbers that there are not', () => {
    expect(read(0, 511, 127, 0)).toMatchObject({ pulseRate: undefined, oxygenSaturation: undefined });
  });

  test.each([
    [0x40, 0, 'sensorDisconnected'],
    [0x20, 0, 'outOfTrack'],
    [0x10, 0, 'lowPerfusion'],
    [0x08, 0, 'marginalPerfusion'],
    [0x04, 0, 'artifact'],
    [0, 0x20, 'smartPoint'],
    [0, 0x08, 'sensorAlarm'],
    [0, 0x01, 'lowBattery'],
  ])('bits %s and %s say %s, and nothing else', (bits, bits2, name) => {
    const frame = read(bits, 72, 97, bits2);
    const set = Object.entries(frame ?? {}).flatMap(([key, value]) => (value === true ? [key] : []));
    expect(set).toEqual([name]);
  });

  test('has bit 7 on its first byte and on no other', () => {
    const bytes = Array.from(displayFrame(0, 72, 97, 0));
    for (const index of bytes.keys()) {
      expect(readDisplayFrame(bytes.map((byte, at) => (at === index ? byte ^ 0x80 : byte)))).toBeUndefined();
    }
  });
});

describe('a stream of format 8', () => {
  const summary = (frames: readonly Uint8Array[]): string[] =>
    readingsOf(driver.createDecoder, frames).map((reading) =>
      [
        reading.status === 'valid' ? reading.values.spo2?.value : reading.reason,
        ...reading.flags,
        `x${reading.frames}`,
      ].join(' '),
    );
  const times = (count: number, frame: Uint8Array): Uint8Array[] =>
    Array.from({ length: count }, () => frame);
  const calm = displayFrame(0, 72, 97, 0);

  test('is recognised after four frames, and believed when three agree', () => {
    expect(summary(times(3, calm))).toEqual([]);
    expect(summary([...times(6, calm), ...times(2, displayFrame(0, 72, 96, 0)), ...times(3, calm)])).toEqual([
      '97 unprotected x6',
      'unconfirmed unprotected x2',
      '97 unprotected x3',
    ]);
  });

  test('begins within a frame without damage', () => {
    expect(summary([calm.slice(2), ...times(4, calm)])).toEqual(['97 unprotected x4']);
  });

  test('status comes before the numbers that are held', () => {
    expect(
      summary([
        ...times(5, calm),
        ...times(5, displayFrame(0, 72, 97, 0x08)),
        ...times(5, displayFrame(0x40, 72, 97, 0)),
        ...times(5, displayFrame(0x20, 72, 97, 0)),
        ...times(5, displayFrame(0, 511, 127, 0)),
        ...times(5, displayFrame(0x14, 72, 97, 0x01)),
      ]),
    ).toEqual([
      '97 unprotected x5',
      'sensor-off x10',
      'searching x10',
      '97 low-perfusion motion low-battery unprotected x5',
    ]);
  });

  test('a lost byte is damage, and the format is recognised anew', () => {
    expect(summary([...times(5, calm), calm.slice(1), ...times(4, calm)])).toEqual([
      '97 unprotected x5',
      'structure x1',
      '97 unprotected x4',
    ]);
  });
});
