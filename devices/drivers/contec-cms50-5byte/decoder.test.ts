import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { livePacket } from './live-packet.ts';

const { createDecoder } = driver;

const packet = (oxygenSaturation: number, pulseRate: number, wave = 50, third = 0, signal = 7): Uint8Array =>
  livePacket({ first: 0, signal, wave, third, pulseRate, oxygenSaturation });
const times = (count: number, bytes: Uint8Array): Uint8Array[] => Array.from({ length: count }, () => bytes);

/** Two seconds of a pulse at 97 %, 72 /min, with a moving wave. */
const STREAM = concatBytes(Array.from({ length: 120 }, (_, index) => packet(97, 72, 20 + (index % 50))));
const OUT = packet(0x7f, 0xff, 0, 0x10, 0x0f);
const SEARCHING = packet(0x7f, 0xff, 40, 0x20, 2);

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
        ...times(40, OUT),
        ...times(30, SEARCHING),
        ...times(20, packet(97, 172)),
      ]),
    ).toEqual(['20 x 97/72', '40 x sensor-off', '30 x searching', '20 x 97/172']);
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

  test('damage splits a run and is told; a cut at either end is not damage', () => {
    const whole = concatBytes(times(20, packet(97, 72)));
    expect(summary([whole.slice(2), packet(97, 72).slice(0, 4), whole, packet(97, 72).slice(0, 4)])).toEqual([
      '19 x 97/72',
      '1 x structure',
      '20 x 97/72',
    ]);
  });

  test('weak perfusion is flagged when most packets are weak', () => {
    const weak = times(20, packet(97, 72, 50, 0, 1));
    expect(readingsOf(createDecoder, weak)[0]?.flags).toEqual(['low-perfusion']);
    expect(readingsOf(createDecoder, [...times(30, packet(97, 72)), ...weak])[0]?.flags).toEqual([]);
  });

  test('nothing is believed of packets that are not recognised: twelve in a row that make sense', () => {
    expect(summary(times(11, packet(97, 72)))).toEqual(['11 x unconfirmed']);
    expect(summary([...times(11, packet(97, 72)), packet(3, 72), ...times(12, packet(97, 72))])).toEqual([
      '2 x structure',
      '12 x 97/72',
    ]);
    expect(summary([...times(12, packet(97, 72)), packet(3, 72)])).toEqual([
      '12 x 97/72',
      '1 x out-of-range',
    ]);
  });
});

test('waves come in blocks of a second, with null where the finger is out and a jump where a packet was lost', () => {
  const decoder = createDecoder();
  const chunks = [...times(61, packet(97, 72, 33)), packet(97, 72).slice(0, 4), OUT];
  const waves = [...chunks.flatMap((chunk) => [...decoder.push(chunk)]), ...decoder.end()].flatMap((item) =>
    item.type === 'wave' ? [[item.wave.first, item.wave.samples.length, item.wave.samples[0]]] : [],
  );
  expect(waves).toEqual([
    [0, 60, 33],
    [60, 1, 33],
    [62, 1, null],
  ]);
});

describe('no damage makes a value', () => {
  test('packets cut at every byte give the same readings', () => {
    const whole = readingsOf(createDecoder, [STREAM]);
    for (let at = 0; at <= 30 * 5; at += 1)
      expect(readingsOf(createDecoder, cutAt(STREAM, [at]))).toEqual(whole);
    const bytes = Array.from(STREAM, (byte) => Uint8Array.of(byte));
    expect(readingsOf(createDecoder, bytes)).toEqual(whole);
  });

  const onlyTrue = (chunks: readonly Uint8Array[]): void => {
    for (const reading of validReadingsOf(createDecoder, chunks)) {
      expect(reading).toMatchObject({ values: { spo2: { value: 97 }, 'pulse-rate': { value: 72 } } });
    }
  };

  test('no single flipped bit, no lost byte of the stream', () => {
    for (const first of [0, 11, 12, 60, 119]) {
      for (let bit = 0; bit < 40; bit += 1) onlyTrue([flipBits(STREAM, [first * 40 + bit])]);
      for (let at = first * 5; at < first * 5 + 5; at += 1)
        onlyTrue([STREAM.slice(0, at), STREAM.slice(at + 1)]);
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
    const looksReal = fc.array(fc.uint8Array({ minLength: 5, maxLength: 5 }), { maxLength: 200 });
    fc.assert(
      fc.property(looksReal, (packets) => {
        const distinct = packets.map((data, index) =>
          data.map((byte, at) => [byte | 0x80, byte & 0x7f, byte & 0x0f, index & 0x7f, byte & 0x7f][at] ?? 0),
        );
        expect(validReadingsOf(createDecoder, distinct)).toEqual([]);
      }),
    );
  });
});
