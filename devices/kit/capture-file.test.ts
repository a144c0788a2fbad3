import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaptureChunk, formatCaptureFile, parseCaptureFile } from './capture-file.ts';

const chunk = (direction: CaptureChunk['direction'], ...bytes: number[]): CaptureChunk => ({
  direction,
  bytes: Uint8Array.from(bytes),
});

describe('parseCaptureFile', () => {
  test('reads comments, both directions and times', () => {
    const parsed = parseCaptureFile('# recorded: a bench\n@12 > 7D 81\n\n@15.5 < 01 e0\r\n<FF\n');
    expect(parsed).toEqual({
      ok: true,
      value: {
        comments: ['recorded: a bench'],
        provenance: 'recorded',
        chunks: [
          { ...chunk('to-device', 0x7d, 0x81), at: 12 },
          { ...chunk('from-device', 0x01, 0xe0), at: 15.5 },
          chunk('from-device', 0xff),
        ],
      },
    });
  });

  test.each([
    ['# provenance: vendor-document\n', 'vendor-document'],
    ['# constructed by the simulator, never recorded\n', 'constructed'],
    ['# nothing said\n', undefined],
    ['< 01\n# recorded\n', undefined],
  ])('takes the provenance from the first comments: %j', (text, provenance) => {
    expect(parseCaptureFile(text)).toMatchObject({ ok: true, value: { provenance } });
  });

  test.each([
    ['# constructed\n< 01 0\n', 2],
    ['< 01\n\n< 0x02\n', 3],
    ['hello\n', 1],
    ['@x < 01\n', 1],
    ['<\n', 1],
    ['< 0102\n', 1],
  ])('names the malformed line of %j', (text, line) => {
    expect(parseCaptureFile(text)).toMatchObject({ ok: false, failure: { line } });
  });

  test('reads back what formatCaptureFile wrote', () => {
    const chunks = fc.array(
      fc.record({
        direction: fc.constantFrom('from-device' as const, 'to-device' as const),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
        at: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(chunks, (written) => {
        const text = formatCaptureFile('constructed', ['a source'], written);
        expect(parseCaptureFile(text)).toMatchObject({
          ok: true,
          value: { provenance: 'constructed', chunks: written },
        });
      }),
    );
  });
});
