import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLatin1 } from '../../kit/bytes.ts';
import { createOximeterDecoder } from '../../kit/oximetry/decoder.ts';
import { cutAt, flipBits, readingsOf } from '../../kit/test-kit.ts';
import type { StatusCode } from './status.ts';
import { stream } from './stream.ts';

const createDecoder = () => createOximeterDecoder(stream);

const HEADER = [
  'N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM',
  '                             ADULT           25SAT-S ',
  'TIME                 %SpO2   BPM     PA     Status',
];

interface Said {
  readonly saturation?: string;
  readonly pulse?: string;
  readonly amplitude?: string;
  readonly status?: readonly StatusCode[];
}

/** The n-th line of a minute, and what is not given is well. */
const line = (
  index: number,
  { saturation = '97', pulse = '72', amplitude = '48', status = [] }: Said = {},
) => {
  const columns = [saturation, pulse, amplitude].map((number) => number.padStart(3)).join('     ');
  return `02-Mar-26 09:00:${String((2 * index) % 60).padStart(2, '0')}   ${columns}    ${status.join(' ')}`;
};
const bytesOf = (lines: readonly string[], lineEnd = '\r\n'): Uint8Array =>
  fromLatin1(lines.map((each) => each + lineEnd).join(''));
const wellLines = (count: number): string[] => Array.from({ length: count }, (_, index) => line(index));

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

describe('framing', () => {
  test.each(['\r\n', '\n', '\n\r'])('line end %j', (lineEnd) => {
    expect(summary([bytesOf(wellLines(4), lineEnd)])).toEqual(['4 x 97/72']);
  });

  test('a header between lines, with other limits, leaves the run alone and names the device', () => {
    const other = HEADER.map((each) => each.replace('95-100%', '90- 98%'));
    const [reading, ...others] = readingsOf(createDecoder, [
      bytesOf([...HEADER, line(0), line(1), '', ...other, line(2)]),
    ]);
    expect(reading).toMatchObject({
      status: 'valid',
      frames: 3,
      device: { maker: 'Nellcor', model: 'N-560', firmware: '1.61.00' },
    });
    expect(others).toEqual([]);
  });

  test('a damaged header names nothing else', () => {
    const damaged = HEADER.map((each) => each.replace('1.61', '1.71'));
    const readings = readingsOf(createDecoder, [bytesOf([...HEADER, line(0), ...damaged, line(1)])]);
    expect(readings.map(({ device }) => device.firmware)).toEqual(['1.61.00']);
  });

  test('the last line of a recording may lack its end', () => {
    expect(summary([fromLatin1(line(0))])).toEqual(['1 x 97/72 unprotected']);
  });

  test('lines cut at every byte give the same readings', () => {
    const bytes = bytesOf([...HEADER, ...wellLines(3), line(3, { status: ['SO'] })]);
    const expected = readingsOf(createDecoder, [bytes]);
    for (let position = 0; position <= bytes.length; position += 1) {
      expect(readingsOf(createDecoder, cutAt(bytes, [position]))).toEqual(expected);
    }
  });
});

describe('a trend', () => {
  /** Header and first line as an N-395 printed them (cpaptalk.com, 2006): a line for every four seconds, without status codes. */
  const TREND = [
    'N-395    VERSION 1.9.0.2     TREND  SpO2 Limit: 85-100%    PR Limit: 40-170BPM',
    '                             ADULT          0SECS  ',
    'TIME                 %SpO2   BPM     PA',
    '24-JAN-06 07:05:19    94      89     176',
    '24-JAN-06 07:05:23    94      89     176',
    '24-JAN-06 07:05:27    94      89     176',
  ];

  test('is out of the memory: it is flagged, and never one run with lines of now', () => {
    const now = [HEADER[0] ?? '', line(0, { saturation: '94', pulse: '89' })];
    expect(summary([bytesOf([...now, ...TREND, ...now])])).toEqual([
      '1 x 94/89 unprotected',
      '3 x 94/89 stored',
      '1 x 94/89 unprotected',
    ]);
    expect(readingsOf(createDecoder, [bytesOf(TREND)])).toMatchObject([
      { deviceTime: '2006-01-24T07:05:27', device: { model: 'N-395', firmware: '1.9.0.2' } },
    ]);
  });

  test('ends where the device says so', () => {
    expect(summary([bytesOf([...TREND, 'Output Complete', line(0)])])).toEqual([
      '3 x 94/89 stored',
      '1 x 97/72 unprotected',
    ]);
  });
});

describe('status codes come before numbers', () => {
  const shown = [{}, { saturation: '---', pulse: '---', amplitude: '---' }, { saturation: '0', pulse: '0' }];

  test.each([
    ['SD', 'sensor-off'],
    ['SO', 'sensor-off'],
    ['PS', 'searching'],
    ['LM', 'searching'],
    ['LP', 'searching'],
  ] as const)('%s: %s, whatever the numbers say', (code, reason) => {
    for (const numbers of shown) {
      expect(summary([bytesOf([line(0, { ...numbers, status: [code] })])])).toEqual([`1 x ${reason}`]);
    }
  });

  test.each(['AO', 'AS', 'SH', 'SL', 'PH', 'PL'] as const)('%s leaves the numbers alone', (code) => {
    expect(summary([bytesOf([line(0, { status: [code] })])])).toEqual(['1 x 97/72 unprotected']);
  });

  test('MO is motion, LB a low battery, which the session is told once', () => {
    expect(summary([bytesOf([line(0, { status: ['MO'] })])])).toEqual(['1 x 97/72 motion unprotected']);
    expect(summary([bytesOf([line(0, { status: ['LB'] })])])).toEqual(['1 x 97/72 low-battery unprotected']);
    const reader = stream.createReader();
    const told = [{}, { status: ['LB'] }, { status: ['LB'] }, {}, {}].flatMap((said, index) =>
      reader
        .push(bytesOf([line(index, said as Said)]))
        .flatMap((event) => (event.type === 'battery' ? [event.battery] : [])),
    );
    expect(told).toEqual(['good', 'low', 'good']);
  });

  test('the worse of two codes counts', () => {
    expect(summary([bytesOf([line(0, { status: ['MO', 'PS', 'SO'] })])])).toEqual(['1 x sensor-off']);
  });
});

describe('numbers', () => {
  test.each([
    [{ saturation: '---' }, 'no-value'],
    [{ pulse: '---' }, 'no-value'],
    [{ amplitude: '---' }, 'no-value'],
    [{ saturation: '0', pulse: '0' }, 'out-of-range'],
    [{ saturation: '101' }, 'out-of-range'],
    [{ pulse: '301' }, 'out-of-range'],
  ])('%j is %s', (said, reason) => {
    expect(summary([bytesOf([line(0, said)])])).toEqual([`1 x ${reason}`]);
  });

  test('one line per run of equal values, unprotected below three; the amplitude does not matter', () => {
    const lines = [line(0), line(1, { amplitude: '7' }), line(2), line(3, { pulse: '73' })];
    expect(summary([bytesOf(lines)])).toEqual(['3 x 97/72', '1 x 97/73 unprotected']);
  });
});

test('a clock that stands still is told from its third line in the same second', () => {
  const reader = stream.createReader();
  const stuck = [0, 0, 0, 1].map((index) =>
    reader.push(bytesOf([line(index)])).some(({ type }) => type === 'stuck'),
  );
  expect(stuck).toEqual([false, false, true, false]);
});

describe('damage', () => {
  const first = bytesOf([line(0, { status: ['MO', 'SL', 'AS'] })]);

  test('no single flipped bit makes a value that is not marked', () => {
    for (let bit = 0; bit < first.length * 8; bit += 1) {
      const values = summary([first, flipBits(first, [bit]), first]).filter((each) => each.includes('/'));
      for (const value of values) expect(value).toMatch(/^3 x 97\/72 |unprotected$/);
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
