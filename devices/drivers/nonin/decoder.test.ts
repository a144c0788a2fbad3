import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { displayFrame } from './display-frame.ts';
import { driver } from './driver.ts';
import { acknowledgement } from './messages.ts';
import { spotCheckFrame } from './spot-check.ts';
import { ALL_EQUAL, type Fields, packetBytes, packetFrames } from './test-packets.ts';
import { waveFrame } from './wave-frames.ts';

const { createDecoder } = driver;

const summary = (chunks: readonly Uint8Array[]): string[] =>
  readingsOf(createDecoder, chunks).map((reading) =>
    [
      ...(reading.status === 'valid'
        ? [`${reading.values.spo2?.value}/${reading.values['pulse-rate']?.value}`]
        : [reading.reason]),
      ...reading.flags,
      `x${reading.frames}`,
    ].join(' '),
  );

const times = (count: number, bytes: Uint8Array): Uint8Array[] => Array.from({ length: count }, () => bytes);
const wave = (frame: number): number => 40 + 3 * frame;
const packet = (own: Fields = {}, status: number | ((frame: number) => number) = 0): Uint8Array =>
  packetBytes({ ...ALL_EQUAL, ...own }, { status, pleth: wave });

const CALM = packet();
/** Two seconds; the timer runs. */
const STREAM = concatBytes(Array.from({ length: 6 }, (_, index) => packet({ timer: index })));
const SEVEN = concatBytes(
  Array.from({ length: 6 }, (_, index) =>
    packetBytes({ ...ALL_EQUAL, timer: index }, { format: 7, pleth: (frame) => 9_000 + 1_111 * frame }),
  ),
);

describe('packets', () => {
  test('one line per run of equal values, in both formats', () => {
    expect(
      summary([
        ...times(6, CALM),
        ...times(3, packet({ timer: 3, oxygenSaturationDisplay: 96, oxygenSaturation: 96 })),
      ]),
    ).toEqual(['97/72 x6', '96/72 x3']);
    expect(summary([SEVEN])).toEqual(['97/72 x6']);
  });

  test('the displayed 4-beat averages are taken, not those for recording', () => {
    const own = { pulseRate: 75, oxygenSaturation: 95, pulseRateExtended: 76, oxygenSaturationFast: 94 };
    expect(summary(times(3, packet(own)))).toEqual(['97/72 x3']);
  });

  test('a number that no other field repeats needs three packets', () => {
    const alone = packet({ pulseRateDisplay: 73 });
    expect(summary(times(2, alone))).toEqual(['unconfirmed x2']);
    expect(summary(times(3, alone))).toEqual(['97/73 x3']);
  });

  test('held numbers are none: with the alarm, or without a number for recording', () => {
    expect(summary([packet({ pulseRate: 511, oxygenSaturation: 127 }, 0x08)])).toEqual(['sensor-off x1']);
    expect(summary([packet({ pulseRate: 511, oxygenSaturation: 127 })])).toEqual(['searching x1']);
    expect(summary([packet({ pulseRateDisplay: 511 })])).toEqual(['searching x1']);
    expect(summary([packet({ oxygenSaturationDisplay: 127 })])).toEqual(['searching x1']);
  });

  test.each([
    [0x40, 'sensor-off'],
    [0x10, 'searching'],
    [0x08, 'sensor-off'],
  ])('status bit %s in any one of 25 frames is %s', (bit, reason) => {
    for (let only = 1; only <= 25; only += 1) {
      expect(summary([packet({}, (frame) => (frame === only ? bit : 0))])).toEqual([`${reason} x1`]);
    }
  });

  test.each([
    [0x04, '97/72 low-perfusion x6'],
    [0x06, '97/72 x6'],
    [0x02, '97/72 x6'],
    [0x22, '97/72 motion x6'],
  ])('a pulse of status %s speaks for the packets until the next pulse', (bits, line) => {
    const pulse = packet({}, (frame) => (frame <= 12 ? bits : 0));
    expect(summary([pulse, CALM, CALM, pulse, CALM, CALM])).toEqual([line]);
  });

  test('out of range is no value', () => {
    expect(summary([packet({ pulseRateDisplay: 310 })])).toEqual(['out-of-range x1']);
    expect(summary([packet({ oxygenSaturationDisplay: 49 })])).toEqual(['out-of-range x1']);
  });

  test('a value that jumps has to hold for a second', () => {
    const jump = packet({ pulseRate: 150, pulseRateDisplay: 150 });
    expect(summary([CALM, CALM, jump, jump, CALM])).toEqual(['97/72 x2', 'unconfirmed x2', '97/72 x1']);
    expect(summary([CALM, ...times(3, jump)])).toEqual(['97/72 x1', '97/150 x3']);
  });

  test('an acknowledgement and another format follow without damage', () => {
    const display = displayFrame(0, 72, 97, 0);
    expect(
      summary([CALM, acknowledgement(true), SEVEN, acknowledgement(true), ...times(4, display)]),
    ).toEqual(['97/72 x11']);
  });

  test('a low battery is flagged', () => {
    expect(summary([packet({ status2: 1 })])).toEqual(['97/72 low-battery x1']);
  });
});

test('waves: 75 a second in the scale of their format, null without a finger, a jump where frames were lost', () => {
  const decoder = createDecoder();
  const off = packet({}, 0x08);
  const chunks = [...times(4, CALM), CALM.slice(0, 62), CALM.slice(70), off, SEVEN.slice(0, 250)];
  const blocks = [...chunks.flatMap((chunk) => [...decoder.push(chunk)]), ...decoder.end()].flatMap((item) =>
    item.type === 'wave' ? [[item.wave.first, item.wave.samples.length, item.wave.fullScale]] : [],
  );
  expect(blocks).toEqual([
    [0, 75, 255],
    [75, 25 + 12, 255],
    [75 + 25 + 12 + 1, 11 + 25, 255],
    [149, 50, 65_535],
  ]);
});

describe('no damage makes a value', () => {
  test('frames cut at every byte give the same readings', () => {
    for (const stream of [STREAM, SEVEN]) {
      const whole = readingsOf(createDecoder, [stream]);
      for (let at = 0; at <= 260; at += 1)
        expect(readingsOf(createDecoder, cutAt(stream, [at]))).toEqual(whole);
      const bytes = Array.from(stream, (byte) => Uint8Array.of(byte));
      expect(readingsOf(createDecoder, bytes)).toEqual(whole);
    }
  });

  test('no single flipped bit of a packet', () => {
    for (let bit = 0; bit < CALM.length * 8; bit += 1) {
      expect(validReadingsOf(createDecoder, [flipBits(CALM, [bit])])).toEqual([]);
    }
  });

  const onlyTrue = (chunks: readonly Uint8Array[]): void => {
    for (const reading of validReadingsOf(createDecoder, chunks)) {
      expect(reading).toMatchObject({ values: { spo2: { value: 97 }, 'pulse-rate': { value: 72 } } });
    }
  };

  test('no lost byte, no doubled byte, no lost or doubled frame', () => {
    for (let at = 0; at < 125; at += 1) {
      expect(validReadingsOf(createDecoder, [CALM.slice(0, at), CALM.slice(at + 1)])).toEqual([]);
      onlyTrue([CALM, CALM.slice(0, at), CALM.slice(at + 1), CALM]);
      onlyTrue([CALM, CALM.slice(0, at + 1), CALM.slice(at), CALM]);
    }
    const frames = packetFrames(ALL_EQUAL);
    for (let at = 0; at < 25; at += 1) {
      const doubled = [...frames.slice(0, at + 1), ...frames.slice(at)];
      onlyTrue([...doubled, ...doubled, ...doubled]);
    }
  });

  test('no set of flipped bits, lost and inserted bytes', () => {
    const bits = fc.array(fc.nat(STREAM.length * 8 - 1), { maxLength: 40 });
    const cuts = fc.array(fc.nat(STREAM.length), { maxLength: 10 });
    fc.assert(
      fc.property(
        fc.constantFrom(STREAM, SEVEN),
        bits,
        cuts,
        fc.uint8Array({ maxLength: 5 }),
        (stream, flipped, positions, inserted) => {
          const pieces = cutAt(flipBits(stream, flipped), positions);
          onlyTrue(
            pieces.flatMap((piece, index) => (index % 2 === 0 ? [piece, inserted] : [piece.slice(1)])),
          );
        },
      ),
    );
  });

  test('no random noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
      }),
    );
  });

  test('no frames with right checksums and wrong packets', () => {
    const frames = fc.array(fc.tuple(fc.nat(0x7f), fc.nat(0xff), fc.nat(0xff)), {
      minLength: 30,
      maxLength: 80,
    });
    fc.assert(
      fc.property(frames, fc.constantFrom(2, 7), (list, format) => {
        // SYNC on every second frame or by chance: no 25 frames begin with it and have no other.
        const bytes = list.map(([status, pleth, float], index) =>
          waveFrame(format === 2 ? 2 : 7, 0x80 | status | (index % 24 === 0 ? 1 : 0), pleth, float),
        );
        expect(validReadingsOf(createDecoder, bytes)).toEqual([]);
      }),
    );
  });
});

test('long noise is told again and again, and a stream after it is read', () => {
  const noise = Uint8Array.from({ length: 1_000 }, () => 0x55);
  expect(summary([noise, STREAM])).toEqual(['structure x8', '97/72 x6']);
});

test('spot checks between packets leave their stream alone', () => {
  const time = '2026-03-02T14:30:15';
  const stored = spotCheckFrame({ time, msb: 2, lsb: 0x10, pulseRate: 110, oxygenSaturation: 86 });
  expect(summary([CALM, CALM, stored, stored, CALM])).toEqual([
    '97/72 x1',
    '86/110 stored x1',
    '86/110 stored x1',
    '97/72 x2',
  ]);
});
