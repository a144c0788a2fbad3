import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { devicePacket, TYPES } from './packets.ts';

const { createDecoder } = driver;

const packet = (saturation: number, pulse: number, wave = 50, status = 0x07): Uint8Array =>
  devicePacket(TYPES.realTime, status, wave, 0x13, pulse, saturation, 0xff, 0xff);
const times = (count: number, bytes: Uint8Array): Uint8Array[] => Array.from({ length: count }, () => bytes);

/** Two seconds of a pulse at 97 %, 72 /min, with a moving wave. */
const STREAM = concatBytes(Array.from({ length: 120 }, (_, index) => packet(97, 72, 20 + (index % 50))));

const summary = (chunks: readonly Uint8Array[]): string[] =>
  readingsOf(createDecoder, chunks).map((reading) =>
    reading.status === 'valid'
      ? `${reading.frames} x ${reading.values.spo2?.value}/${reading.values['pulse-rate']?.value}`
      : `${reading.frames} x ${reading.reason}`,
  );

describe('runs', () => {
  test('one line per run of equal values, and one for what is too short', () => {
    expect(
      summary([...times(60, packet(97, 72)), ...times(3, packet(96, 72)), ...times(30, packet(96, 73))]),
    ).toEqual(['60 x 97/72', '3 x unconfirmed', '30 x 96/73']);
  });

  test('finger out and searching are one line each', () => {
    expect(
      summary([
        ...times(20, packet(97, 72)),
        ...times(40, packet(0x7f, 0xff, 0x40, 0x80)),
        ...times(30, packet(0x7f, 0xff, 0x80 | 40, 0x02)),
        ...times(20, packet(97, 72)),
      ]),
    ).toEqual(['20 x 97/72', '40 x sensor-off', '30 x searching', '20 x 97/72']);
  });

  test('a value that jumps has to hold for a second', () => {
    const calm = times(60, packet(97, 72));
    expect(summary([...calm, ...times(40, packet(60, 180)), ...calm])).toEqual([
      '60 x 97/72',
      '40 x unconfirmed',
      '60 x 97/72',
    ]);
    expect(summary([...calm, ...times(60, packet(60, 180))])).toEqual(['60 x 97/72', '60 x 60/180']);
  });

  test('damage splits a run and is told; a cut end is not damage', () => {
    const whole = concatBytes(times(20, packet(97, 72)));
    expect(summary([whole, packet(97, 72).slice(0, 5), whole, packet(97, 72).slice(0, 5)])).toEqual([
      '20 x 97/72',
      '1 x structure',
      '20 x 97/72',
    ]);
  });

  test('other packets between leave the run alone', () => {
    const half = times(10, packet(97, 72));
    const answers = [
      devicePacket(TYPES.perfusionIndexSupport, 1),
      devicePacket(TYPES.commandResult, 0xaf, 0),
    ];
    expect(summary([...half, ...answers, ...half])).toEqual(['20 x 97/72']);
  });

  test('weak perfusion is flagged when most frames are weak', () => {
    const weak = times(20, packet(97, 72, 50, 0x01));
    const [reading] = readingsOf(createDecoder, weak);
    expect(reading?.flags).toEqual(['low-perfusion']);
    const [strong] = readingsOf(createDecoder, [...times(30, packet(97, 72)), ...weak]);
    expect(strong?.flags).toEqual([]);
  });
});

describe('waves', () => {
  test('come in blocks of a second, with null where the probe is off and a jump where a packet was lost', () => {
    const decoder = createDecoder();
    const chunks = [...times(61, packet(97, 72, 33)), packet(97, 72).slice(0, 4), packet(0, 0, 0x40, 0x80)];
    const waves = [...chunks.flatMap((chunk) => [...decoder.push(chunk)]), ...decoder.end()].flatMap(
      (item) =>
        item.type === 'wave' ? [[item.wave.first, item.wave.samples.length, item.wave.samples[0]]] : [],
    );
    expect(waves).toEqual([
      [0, 60, 33],
      [60, 1, 33],
      [62, 1, null],
    ]);
  });
});

describe('no damage makes a value', () => {
  test('frames cut at every byte give the same readings', () => {
    const whole = readingsOf(createDecoder, [STREAM]);
    for (let position = 0; position <= 30 * 9; position += 1) {
      expect(readingsOf(createDecoder, cutAt(STREAM, [position]))).toEqual(whole);
    }
    expect(
      readingsOf(
        createDecoder,
        Array.from(STREAM, (byte) => Uint8Array.of(byte)),
      ),
    ).toEqual(whole);
  });

  const onlyTrue = (chunks: readonly Uint8Array[]): void => {
    for (const { values } of validReadingsOf(createDecoder, chunks).filter(
      (reading) => reading.status === 'valid',
    )) {
      expect(values.spo2?.value).toBe(97);
      expect(values['pulse-rate']?.value).toBe(72);
    }
  };

  test('no single flipped bit of the stream', () => {
    // Every bit of a packet at the start, in the middle and at the end of a run.
    const packetBits = 9 * 8;
    for (const first of [0, 11, 12, 60, 119]) {
      for (let bit = 0; bit < packetBits; bit += 1) onlyTrue([flipBits(STREAM, [first * packetBits + bit])]);
    }
  });

  test('no set of flipped bits, lost and inserted bytes', () => {
    const bits = fc.array(fc.nat(STREAM.length * 8 - 1), { maxLength: 60 });
    const cuts = fc.array(fc.nat(STREAM.length), { maxLength: 10 });
    fc.assert(
      fc.property(bits, cuts, fc.uint8Array({ maxLength: 5 }), (flipped, positions, inserted) => {
        const pieces = cutAt(flipBits(STREAM, flipped), positions);
        onlyTrue(pieces.flatMap((piece, index) => (index % 2 === 0 ? [piece, inserted] : [piece.slice(1)])));
      }),
    );
  });

  test('no random noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
      }),
    );
  });

  test('no noise that looks like packets', () => {
    const looksReal = fc.array(fc.uint8Array({ minLength: 7, maxLength: 7 }), { maxLength: 200 });
    fc.assert(
      fc.property(looksReal, (packets) => {
        const distinct = packets.map((data, index) =>
          devicePacket(TYPES.realTime, ...data.slice(0, 3), index, ...data.slice(4)),
        );
        expect(validReadingsOf(createDecoder, distinct)).toEqual([]);
      }),
    );
  });
});
