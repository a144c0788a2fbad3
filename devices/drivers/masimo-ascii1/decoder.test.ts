import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../kit/bytes.ts';
import { createOximeterDecoder } from '../../kit/oximetry/decoder.ts';
import { cutAt, flipBits, readingsOf } from '../../kit/test-kit.ts';
import { stream } from './stream.ts';

const createDecoder = () => createOximeterDecoder(stream);

interface Said {
  readonly saturation?: string;
  readonly pulse?: string;
  readonly index?: string;
  readonly exceptions?: string;
  readonly alarm?: string;
  readonly serial?: string;
}

/** A line of a Rad-8 in the given second; what is not given is well. */
const line = (second: number, said: Said = {}): Uint8Array => {
  const { saturation = '097', pulse = '072', index = '04.00', exceptions = '000800', alarm = '0000' } = said;
  const time = `03/02/26 09:00:${String(second % 60).padStart(2, '0')}`;
  return fromLatin1(
    `${time} SN=${said.serial ?? '0000093112'} SPO2=${saturation}% BPM=${pulse} PI=${index}% SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=${alarm} EXC=${exceptions}\r\n`,
  );
};
const lines = (...said: readonly Said[]): Uint8Array[] => said.map((each, second) => line(second, each));

const summary = (chunks: readonly Uint8Array[]): string[] =>
  readingsOf(createDecoder, chunks).map(({ frames, flags, ...reading }) => {
    const what =
      reading.status === 'valid'
        ? Object.values(reading.values)
            .map(({ value }) => value)
            .join('/')
        : reading.reason;
    return [`${frames} x ${what}`, ...flags].join(' ');
  });

describe('runs', () => {
  test('one line per run of equal values, unprotected below three', () => {
    expect(
      summary(lines({}, {}, {}, { pulse: '073' }, { pulse: '073' }, { pulse: '073', index: '04.10' })),
    ).toEqual(['3 x 97/72/4', '2 x 97/73/4 unprotected', '1 x 97/73/4.1 unprotected']);
  });

  test('damage between two equal lines leaves each alone', () => {
    expect(summary([line(0), fromLatin1('\x00garbage\r\n'), line(1)])).toEqual([
      '1 x 97/72/4 unprotected',
      '1 x structure',
      '1 x 97/72/4 unprotected',
    ]);
  });

  test('the time is that of the last line, the serial number that of the device', () => {
    expect(readingsOf(createDecoder, lines({}, {}, {}))).toMatchObject([
      { deviceTime: '2026-03-02T09:00:02', device: { serial: '0000093112' } },
    ]);
  });

  test('a serial number that one line alone says is damage; two lines are another device', () => {
    const other = { serial: '0000093113' };
    const serials = (said: readonly Said[]): (string | undefined)[] =>
      readingsOf(createDecoder, lines(...said)).map(({ device }) => device.serial);
    expect(serials([{}, other, {}])).toEqual(['0000093112']);
    expect(serials([{}, other, other, { pulse: '073' }])).toEqual(['0000093113', '0000093113']);
  });
});

test('five seconds of a Rad-8, with blank lines between, as a public log shows it', () => {
  const log = (['097 03.60', '096 03.95', '096 04.25', '096 03.19', '097 02.41'] as const).map(
    (each, second) => {
      const [pulse, index] = each.split(' ');
      return fromLatin1(
        `02/22/16 22:47:${45 + second} SN=0000056661 SPO2=098% BPM=${pulse} PI=${index}% SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800\r\n\r\n`,
      );
    },
  );
  expect(summary(log)).toEqual([
    '1 x 98/97/3.6 unprotected',
    '1 x 98/96/3.95 unprotected',
    '1 x 98/96/4.25 unprotected',
    '1 x 98/96/3.19 unprotected',
    '1 x 98/97/2.41 unprotected',
  ]);
});

describe('exceptions come before numbers', () => {
  test.each([
    ['000801', 'sensor-off'],
    ['000802', 'sensor-off'],
    ['000820', 'sensor-off'],
    ['000880', 'sensor-off'],
    ['000900', 'sensor-off'],
    ['001800', 'sensor-off'],
    ['004800', 'sensor-off'],
    ['008800', 'sensor-off'],
    ['010800', 'sensor-off'],
    ['100800', 'sensor-off'],
    ['000808', 'searching'],
    ['020800', 'searching'],
    ['000828', 'sensor-off'],
  ])('%s: %s, whatever the numbers say', (exceptions, reason) => {
    expect(summary(lines({ exceptions }))).toEqual([`1 x ${reason}`]);
    expect(summary(lines({ exceptions, saturation: '---', pulse: '---', index: '--.--' }))).toEqual([
      `1 x ${reason}`,
    ]);
  });

  test.each([
    ['000804', ['low-perfusion']],
    ['000810', ['motion']],
    ['000840', ['motion']],
    ['000C00', ['motion']],
    ['080800', ['motion']],
    ['000C04', ['low-perfusion', 'motion']],
    ['000000', []],
    ['002800', []],
    ['040800', []],
    ['600800', []],
  ])('%s flags the numbers with %j', (exceptions, flags) => {
    const [reading] = readingsOf(createDecoder, lines({ exceptions }, { exceptions }, { exceptions }));
    expect(reading).toMatchObject({ status: 'valid', flags });
  });

  test('sensor off beside numbers, as a Rad-8 in a public log says it', () => {
    const [reading] = readingsOf(createDecoder, [
      fromLatin1(
        '05/20/21 14:06:02 SN=0000182948 SPO2=098% BPM=101 PI=--.--% SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0010 EXC=000824\r\n',
      ),
    ]);
    expect(reading).toMatchObject({ status: 'invalid', reason: 'sensor-off' });
  });

  test('a low battery is flagged, and told to the session once', () => {
    expect(summary(lines({ alarm: '0040' }))).toEqual(['1 x 97/72/4 low-battery unprotected']);
    const reader = stream.createReader();
    const told = lines({ alarm: '0040' }, { alarm: '0050' }, {}, { alarm: '0040' }, {}, {}).flatMap((bytes) =>
      reader.push(bytes).flatMap((event) => (event.type === 'battery' ? [event.battery] : [])),
    );
    expect(told).toEqual(['low', 'good']);
  });
});

describe('numbers', () => {
  test.each([
    [{ saturation: '---' }, 'no-value'],
    [{ pulse: '---' }, 'no-value'],
    [{ saturation: '101' }, 'out-of-range'],
    [{ saturation: '000' }, 'out-of-range'],
    [{ pulse: '000' }, 'out-of-range'],
    [{ pulse: '301' }, 'out-of-range'],
    [{ index: '31.00' }, 'out-of-range'],
  ])('%j is %s', (said, reason) => {
    expect(summary(lines(said))).toEqual([`1 x ${reason}`]);
  });

  test('an index of dashes is left out, a low one is weak', () => {
    expect(summary(lines({ index: '--.--' }))).toEqual(['1 x 97/72 unprotected']);
    expect(summary(lines({ index: '00.29' }))).toEqual(['1 x 97/72/0.29 low-perfusion unprotected']);
  });
});

test('a clock that stands still is told from its third line in the same second', () => {
  const reader = stream.createReader();
  const types = [0, 0, 0, 0, 1].flatMap((second) => reader.push(line(second)).map(({ type }) => type));
  expect(types.filter((type) => type === 'stuck' || type === 'frame')).toEqual([
    'frame',
    'frame',
    'stuck',
    'frame',
    'stuck',
    'frame',
    'frame',
  ]);
});

describe('damage', () => {
  const whole = lines({}, {}, {}, {});

  test('lines cut at every byte give the same readings', () => {
    const [bytes = new Uint8Array()] = [Uint8Array.from(whole.flatMap((each) => [...each]))];
    const expected = readingsOf(createDecoder, [bytes]);
    for (let position = 0; position <= bytes.length; position += 1) {
      expect(readingsOf(createDecoder, cutAt(bytes, [position]))).toEqual(expected);
    }
  });

  /** A value that enough equal lines stand behind. */
  const protectedValues = (chunks: readonly Uint8Array[]): string[] =>
    summary(chunks).filter((each) => each.includes('/') && !each.includes('unprotected'));

  test('no single flipped bit makes a value that is not marked', () => {
    const [first = new Uint8Array()] = whole;
    for (let bit = 0; bit < first.length * 8; bit += 1) {
      const damaged = [first, flipBits(first, [bit]), first];
      expect(protectedValues(damaged).filter((each) => !each.startsWith('3 x 97/72/4'))).toEqual([]);
    }
  });

  test('noise makes no value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (noise) => {
        expect(summary([noise]).filter((each) => each.includes('/'))).toEqual([]);
      }),
    );
  });
});
