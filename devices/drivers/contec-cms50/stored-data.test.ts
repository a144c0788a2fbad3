import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { createFrameView } from './frame-view.ts';
import { devicePacket, TYPES } from './packets.ts';

const { createDecoder } = driver;
const pairs = (saturation: number, pulse: number): Uint8Array =>
  devicePacket(TYPES.storedData, saturation, pulse, saturation, pulse, saturation, pulse);
const times = (count: number, packet: Uint8Array): Uint8Array[] =>
  Array.from({ length: count }, () => packet);
const ENDED = devicePacket(TYPES.stopped);
/** What a CMS50D+ sent out of its memory (headrotor/contec_data): 98 %, 70 /min three times. */
const PUBLISHED = fromHex('0F 80 E2 C6 E2 C6 E2 C6') ?? new Uint8Array();
/** And a CMS50I (OSCAR): 97 %, 68 /min, perfusion index 5.9 %. */
const PUBLISHED_WITH_INDEX = fromHex('09 80 E1 C4 CE 82') ?? new Uint8Array();

describe('stored data', () => {
  test('three seconds a packet, one reading per run of equal values, marked as memory', () => {
    const recording = [...times(5, pairs(97, 64)), ...times(4, pairs(96, 66)), ENDED];
    expect(readingsOf(createDecoder, recording)).toMatchObject([
      { values: { spo2: { value: 97 }, 'pulse-rate': { value: 64 } }, flags: ['stored'], frames: 15 },
      { values: { spo2: { value: 96 }, 'pulse-rate': { value: 66 } }, flags: ['stored'], frames: 12 },
    ]);
  });

  test('one second a packet with its perfusion index, low byte first', () => {
    const second = devicePacket(TYPES.storedWithIndex, 98, 131, 0xc4, 0x01);
    expect(readingsOf(createDecoder, times(12, second))).toMatchObject([
      {
        values: { spo2: { value: 98 }, 'pulse-rate': { value: 131 }, 'perfusion-index': { value: 4.52 } },
        frames: 12,
      },
    ]);
  });

  test('a short run has too little agreement behind it and says so', () => {
    expect(readingsOf(createDecoder, [pairs(97, 64), ENDED])).toMatchObject([
      { status: 'valid', flags: ['stored', 'unprotected'], frames: 3 },
    ]);
  });

  test.each([
    [0x7f, 0xff],
    [0, 0],
  ])('seconds without a value are none: %d, %d', (saturation, pulse) => {
    expect(readingsOf(createDecoder, times(4, pairs(saturation, pulse)))).toMatchObject([
      { status: 'invalid', reason: 'no-value', frames: 12 },
    ]);
  });

  test('published packets', () => {
    expect(readingsOf(createDecoder, times(4, PUBLISHED))).toMatchObject([
      { values: { spo2: { value: 98 }, 'pulse-rate': { value: 70 } }, frames: 12 },
    ]);
    expect(readingsOf(createDecoder, times(3, PUBLISHED_WITH_INDEX))).toMatchObject([
      { values: { spo2: { value: 97 }, 'pulse-rate': { value: 68 }, 'perfusion-index': { value: 5.9 } } },
    ]);
  });

  test('each run keeps its bytes, a packet once', () => {
    const decoder = createDecoder();
    const mixed = devicePacket(TYPES.storedData, 98, 70, 97, 70, 97, 70);
    const read = [...decoder.push(concatBytes([PUBLISHED, mixed])), ...decoder.end()];
    const raws = read.flatMap((item) => (item.type === 'reading' ? [toHex(item.raw)] : []));
    expect(raws).toEqual([`${toHex(PUBLISHED)} ${toHex(mixed)}`, toHex(mixed)]);
  });

  test('too few packets in a row are no recording', () => {
    const other = devicePacket(TYPES.perfusionIndexSupport, 0);
    const few = [pairs(97, 64), other, ...times(2, PUBLISHED_WITH_INDEX), other, pairs(97, 64)];
    expect(readingsOf(createDecoder, few)).toEqual([]);
    const notEnded = fromHex('0C 81') ?? new Uint8Array();
    expect(readingsOf(createDecoder, [pairs(97, 64), notEnded])).toEqual([]);
  });

  test('a recording never runs on into live data', () => {
    const live = fromHex('01 E0 84 93 92 BC E3 FF FF') ?? new Uint8Array();
    const readings = readingsOf(createDecoder, [...times(4, pairs(99, 60)), ...times(20, live)]);
    expect(readings).toMatchObject([
      { flags: ['stored'], frames: 12 },
      { flags: [], frames: 20 },
    ]);
  });

  test('one packet of stored data in the middle of live data is a flipped bit, and no value', () => {
    const live = fromHex('01 E0 84 93 92 BC E3 FF FF') ?? new Uint8Array();
    const flipped = live.slice();
    flipped[0] = TYPES.storedWithIndex;
    const values = validReadingsOf(createDecoder, [...times(20, live), flipped, ...times(20, live)]);
    expect(values.filter(({ flags }) => flags.includes('stored'))).toEqual([]);
  });

  test('how it is cut changes nothing', () => {
    const bytes = concatBytes([...times(6, pairs(97, 64)), ENDED]);
    const whole = validReadingsOf(createDecoder, [bytes]);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(validReadingsOf(createDecoder, cutAt(bytes, [at]))).toEqual(whole);
    }
  });
});

test('no flipped bit of a recording makes a value that is not marked', () => {
  const bytes = concatBytes(times(20, PUBLISHED));
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length * 8 - 1), { maxLength: 40 }), (bits) => {
      for (const reading of validReadingsOf(createDecoder, [flipBits(bytes, bits)])) {
        if (reading.flags.includes('unprotected')) continue;
        expect(reading).toMatchObject({ values: { spo2: { value: 98 }, 'pulse-rate': { value: 70 } } });
      }
    }),
  );
});

test('the frame view shows the seconds of a packet', () => {
  const packet = devicePacket(TYPES.storedData, 98, 70, 97, 71, 0, 0);
  const shown = createFrameView()
    .fromDevice(concatBytes([packet, PUBLISHED_WITH_INDEX]))
    .map(({ name, fields }) => [name, ...fields.map(([field, value]) => `${field}=${value}`)].join(' '));
  expect(shown).toEqual([
    'stored data SpO2=98 pulse=70 SpO2=97 pulse=71 SpO2=- pulse=-',
    'stored data with PI SpO2=97 pulse=68 PI=5.9',
  ]);
});
