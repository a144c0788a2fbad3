import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, fromLatin1, toHex, toLatin1 } from '../../kit/bytes.ts';
import { flipBits, readingsOf } from '../../kit/test-kit.ts';
import { ASK, clearingBlock, MODES } from './commands.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { createMask } from './mask.ts';
import { sealed } from './memory.ts';
import { cutPieces, reportOf } from './reports.ts';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

/** Reports as a device fills them: behind the valid bytes stands what the report before held. */
const reply = (data: Uint8Array): Uint8Array[] => {
  const reports: Uint8Array[] = [];
  for (const piece of cutPieces(concatBytes([fromLatin1('OK'), sealed(data)])))
    reports.push(reportOf(piece, reports.at(-1)?.slice(1)));
  return reports;
};

const PROFILE = reply(fromLatin1('J DUPONT57'));
const VERSION = reply(fromLatin1('M7080IT 207'));
const RECORD = reply(hex('08 04 15 10 0A 2E 00 00 81 4E 4D 00 20'));
/** Half of the profile is left behind the valid bytes. */
const BUSY = reportOf(fromLatin1('NO'), PROFILE[1]?.slice(1));
const SESSION = [...VERSION, ...PROFILE, BUSY, ...RECORD];

const masked = (reports: readonly Uint8Array[]): Uint8Array => {
  const mask = createMask();
  return concatBytes([...reports.map((report) => mask.push(report)), mask.end()]);
};

describe('the mask', () => {
  test('hides the profile, mends its checksum and empties what is not valid', () => {
    const clean = reply(fromLatin1('X XXXXXX00'));
    expect(toHex(masked(PROFILE))).toBe(toHex(concatBytes(clean)));
    expect(toLatin1(masked(SESSION))).not.toMatch(/DUP|ONT|NT57/);
    expect(toLatin1(masked(SESSION))).toContain('M708');
  });

  test('hides it in damage too', () => {
    for (const report of PROFILE) expect(toLatin1(masked([report]))).not.toMatch(/DUP|ONT|NT57/);
    for (let bit = 0; bit < PROFILE.length * 64; bit += 1) {
      const damaged = flipBits(concatBytes(PROFILE), [bit]);
      expect(toLatin1(masked([damaged]))).not.toMatch(/DUPON|PONT|NT57/);
    }
  });

  test('keeps a report of another length what it is', () => {
    for (const report of PROFILE) {
      for (const other of [report.slice(0, 5), concatBytes([report, report.slice(0, 1)])]) {
        expect(masked([other])).toHaveLength(other.length);
        expect(toLatin1(masked([other]))).not.toMatch(/DUP|ONT/);
      }
    }
  });

  test('changes neither length nor readings', () => {
    const bytes = concatBytes(SESSION);
    expect(masked(SESSION)).toHaveLength(bytes.length);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length * 8 - 1), { maxLength: 3 }), (bits) => {
        const damaged = flipBits(bytes, bits);
        const outline = (stream: Uint8Array) =>
          readingsOf(createDecoder, [stream]).map((reading) => ({ ...reading, device: undefined }));
        expect(outline(masked([damaged]))).toEqual(outline(damaged));
      }),
    );
  });
});

describe('the frame view', () => {
  test('names replies and their fields, and no profile', () => {
    const view = createFrameView();
    const lines = SESSION.flatMap((report) => view.fromDevice(report));
    expect(lines.map(({ name }) => name)).toEqual(['VER version', 'PRF profile', 'NO busy', 'GME record']);
    expect(lines[0]?.fields).toEqual([['version', 'M7080IT 207']]);
    expect(lines[1]?.fields).toEqual([]);
    expect(lines[3]?.fields).toEqual([
      ['date', '2008-04-21'],
      ['time', '16:10:46'],
      ['SYS', '129'],
      ['DIA', '78'],
      ['PR', '77'],
      ['flags', '00 20'],
      ['TruRead', '2 of 3'],
    ]);
    expect(lines.map(({ raw }) => toLatin1(raw)).join('')).not.toMatch(/DUP|ONT|NT57/);
  });

  test('shows an average as what it is', () => {
    const view = createFrameView();
    // The example of the protocol notes: the unit showed 138.
    const lines = reply(hex('80 01 09 04 13 71 69 70')).flatMap((report) => view.fromDevice(report));
    expect(lines).toMatchObject([
      {
        name: 'GMA/GEA weekly average',
        fields: [
          ['week', '1'],
          ['from', '2009-04-19'],
          ['SYS', '138'],
          ['DIA', '105'],
          ['PR', '112'],
        ],
      },
    ]);
  });

  test('names what the host sends', () => {
    const view = createFrameView();
    const sent = [
      MODES.readings,
      ...clearingBlock().slice(4),
      ...ASK.count(1),
      ...ASK.record(1, 2),
      ...ASK.end(),
    ];
    expect(
      sent.flatMap((report) => view.toDevice(report)).map(({ name, fields }) => [name, ...fields.flat()]),
    ).toEqual([
      ['mode'],
      ['clearing block'],
      ['GDC', 'data', '00 01 00 00'],
      ['GME', 'data', '00 01 00 02'],
      ['END', 'data', 'FF'],
    ]);
  });
});

test.each([
  ['VER00', ASK.version(), ['05 56 45 52 30 30 00 00']],
  ['SRL00', ASK.serial(), ['05 53 52 4C 30 30 00 00']],
  ['GDC', ASK.count(1), ['07 47 44 43 00 01 00 00', '01 01 00 00 00 00 00 00']],
  ['GME', ASK.record(0, 1), ['07 47 4D 45 00 00 00 01', '01 01 00 00 00 00 00 00']],
  ['END', ASK.end(), ['05 45 4E 44 FF FF 00 00']],
] as const)("%s is what the maker's program sent", (_name, reports, expected) => {
  expect(reports.map(toHex)).toEqual(expected);
});
