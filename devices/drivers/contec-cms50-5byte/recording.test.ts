import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf } from '../../kit/test-kit.ts';
import { command } from './commands.ts';
import { driver } from './driver.ts';
import { livePacket } from './live-packet.ts';
import { readTriple, recordingBytes } from './recording.ts';

const LIVE = livePacket({ first: 0, signal: 7, wave: 50, third: 0, pulseRate: 72, oxygenSaturation: 97 });
const live = (count: number): Uint8Array[] => Array.from({ length: count }, () => LIVE);
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

const summary = (chunks: readonly Uint8Array[]): string[] =>
  readingsOf(driver.createDecoder, chunks).map((reading) =>
    [
      ...(reading.status === 'valid'
        ? [`${reading.values.spo2?.value}/${reading.values['pulse-rate']?.value}`]
        : [reading.reason]),
      ...reading.flags,
      `x${reading.frames}`,
    ].join(' '),
  );

test('the commands are those of the source', () => {
  expect([toHex(command('recording')), toHex(command('live'))]).toEqual(['F5 F5', 'F6 F6 F6']);
});

describe('a second of a recording', () => {
  test.each([0, 1, 127, 128, 200, 254])('has eight bits of pulse rate: %d', (rate) => {
    const triple = Array.from(recordingBytes([[rate, 97]]).slice(-3));
    expect(readTriple(triple)).toMatchObject({ pulseRate: rate === 0 ? undefined : rate });
  });

  test.each(['00 C4 5F', 'F2 C4 5F', 'F0 44 5F', 'F0 C4 DF'])('%s is none', (hex) => {
    expect(readTriple(Array.from(bytes(hex)))).toBe('structure');
  });
});

describe('a recording', () => {
  /** Published on a wiki: live data, the header with a 00 after its length, and the first seconds. */
  const PUBLISHED =
    '90 28 35 00 F2 80 00 F2 80 00 F2 80 00 80 81 72 00 F0 80 00 F0 80 00 F0 C4 5F F0 C3 5F F0 C8 5F';

  test('the published beginning of one is read', () => {
    expect(summary([bytes(PUBLISHED)])).toEqual([
      'no-value stored x2',
      '95/68 stored unprotected x1',
      '95/67 stored unprotected x1',
      '95/72 stored unprotected x1',
    ]);
  });

  test('gives runs of equal values, flagged, and live data go on after it', () => {
    const seconds = [
      ...Array.from({ length: 3 }, () => [0, 0] as const),
      ...Array.from({ length: 20 }, () => [110, 91] as const),
      ...Array.from({ length: 2 }, () => [180, 90] as const),
      [255, 127] as const,
      [110, 40] as const,
    ];
    expect(summary([...live(20), recordingBytes(seconds), ...live(20)])).toEqual([
      '97/72 x20',
      'no-value stored x3',
      '91/110 stored x20',
      '90/180 stored unprotected x2',
      'no-value stored x1',
      'out-of-range stored x1',
      '97/72 x20',
    ]);
  });

  const SECONDS = Array.from({ length: 100 }, (_, second) => [80 + (second >> 4), 95] as const);

  test('is the same however it is cut, and one that breaks off gives what came', () => {
    const whole = recordingBytes(SECONDS);
    const lines = summary([whole]);
    for (let at = 0; at < 100; at += 1) expect(summary(cutAt(whole, [at]))).toEqual(lines);
    expect(summary([whole.slice(0, 12 + 3 * 20 + 1)])).toEqual([
      '95/80 stored x16',
      '95/81 stored unprotected x4',
    ]);
  });

  test('ends with the first byte that does not belong to it', () => {
    const whole = recordingBytes(SECONDS);
    const torn = [whole.slice(0, 12 + 3 * 20), whole.slice(12 + 3 * 20 + 1), ...live(20)];
    expect(summary(torn)).toEqual([
      '95/80 stored x16',
      '95/81 stored unprotected x4',
      'structure x2',
      '97/72 x20',
    ]);
  });

  /** A CMS50E or F says when it began (OSCAR's loader): 21:47 here. */
  const CLOCKED = bytes('F2 95 2F F2 95 2F F2 95 2F');
  const triples = recordingBytes(SECONDS.slice(0, 16)).slice(12);

  test('may say when it began', () => {
    const length = bytes('80 80 2F');
    expect(summary([CLOCKED, length, triples, ...live(20)])).toEqual(['95/80 stored x16', '97/72 x20']);
  });

  test.each(['F2 98 00', 'F2 95 3C', 'F2 15 2F'])('but not with %s for the time', (mark) => {
    expect(summary([bytes(`${mark} ${mark} ${mark}`), triples])).not.toContain('95/80 stored x16');
  });

  test('without a length ends with the first bytes that do not belong to it', () => {
    const open = concatBytes([CLOCKED, triples]);
    expect(summary([open])).toEqual(['95/80 stored x16']);
    expect(summary([open, ...live(20)])).toEqual(['95/80 stored x16', '97/72 x20']);
    expect(summary([open, open])).toEqual(['95/80 stored x16', '95/80 stored x16']);
    expect(summary([open, bytes('C4 5F'), triples, ...live(20)])).toEqual([
      '95/80 stored x16',
      'structure x1',
      '97/72 x20',
    ]);
  });

  test('without a whole header there is none', () => {
    const whole = recordingBytes(SECONDS);
    for (let bit = 0; bit < 9 * 8; bit += 1) {
      const lines = summary([flipBits(whole, [bit])]);
      expect(lines.filter((line) => line.includes('stored'))).toEqual([]);
    }
  });

  test('of a length that no triples fill is none', () => {
    const header = bytes('F2 80 00 F2 80 00 F2 80 00 80 80 03');
    expect(summary([concatBytes([header, bytes('F0 C4 5F')])])).toEqual(['structure x1']);
  });
});
