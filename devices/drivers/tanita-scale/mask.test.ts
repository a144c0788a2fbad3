import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { cutAt, readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { lineChecksum } from './lines.ts';
import { createMask } from './mask.ts';

const sealed = (covered: string): string => `${covered}CS,${lineChecksum(covered)}\r\n`;
const LINE = sealed(
  '{0,16,~0,1,MO,"MC-780",ID,"DUPONT1957",St,0,CC,"0000000000009999",DT,"2026/06/03",TI,"15:22",Pt,0.0,Wk,67.8,',
);
const PROFILE = sealed('{0,16,~1,2,~3,4,MO,"BC-601",DB,"31/08/1985",Bt,0,GE,1,Hm,173.0,AL,2,');
const STREAM = LINE + PROFILE;
const SECRETS = /DUPO|1957|9999|31\/|1985/;

const masked = (chunks: readonly Uint8Array[]): string => {
  const mask = createMask();
  return toLatin1(concatBytes([...chunks.map((chunk) => mask.push(chunk)), mask.end()]));
};

describe('the mask', () => {
  test('hides id, card and date of birth, and mends the checksum', () => {
    const text = masked([fromLatin1(STREAM)]);
    expect(text).toContain('ID,"XXXXXX0000"');
    expect(text).toContain('CC,"0000000000000000"');
    expect(text).toContain('DB,"00/00/0000"');
    expect(readingsOf(createDecoder, [fromLatin1(text)])).toEqual(
      readingsOf(createDecoder, [fromLatin1(STREAM)]),
    );
  });

  test('hides them in a line without end too, however the bytes are cut', () => {
    for (let at = 1; at < LINE.length; at += 1) {
      expect(masked([fromLatin1(LINE.slice(0, at))])).not.toMatch(SECRETS);
      expect(masked(cutAt(fromLatin1(STREAM), [at]))).toBe(masked([fromLatin1(STREAM)]));
    }
  });

  test('leaves damage what it is', () => {
    fc.assert(
      fc.property(fc.nat(STREAM.length - 1), fc.nat(255), (at, byte) => {
        const damaged = fromLatin1(STREAM).with(at, byte);
        expect(readingsOf(createDecoder, [fromLatin1(masked([damaged]))])).toEqual(
          readingsOf(createDecoder, [damaged]),
        );
      }),
      { examples: [[LINE.length - 1, 0]], numRuns: 500 },
    );
  });

  test('a wrong checksum that would be right for the masked line stays wrong', () => {
    const covered = LINE.slice(0, LINE.indexOf('CS,'));
    const text = masked([fromLatin1(sealed(covered))]);
    const check = text.slice(text.indexOf('CS,') + 3, text.indexOf('CS,') + 5);
    expect(check).not.toBe(lineChecksum(covered));
    const damaged = fromLatin1(masked([fromLatin1(`${covered}CS,${check}\r\n`)]));
    expect(readingsOf(createDecoder, [damaged])).toMatchObject([{ reason: 'checksum' }]);
  });
});

test('the frame view shows no patient, in fields or in bytes', () => {
  const view = createFrameView();
  const lines = [...view.fromDevice(fromLatin1(STREAM))];
  expect(lines.map(({ name }) => name)).toEqual(['weighing', 'weighing']);
  expect(lines.map(({ raw }) => toLatin1(raw)).join('')).not.toMatch(SECRETS);
  expect(JSON.stringify(lines.map(({ fields }) => fields))).not.toMatch(SECRETS);
  expect(lines[0]?.fields).toContainEqual(['weight', '67.8']);
});
