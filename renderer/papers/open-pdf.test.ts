import { beforeAll, expect, it, vi } from 'vitest';
import { PAPER_LIMITS } from '#core/visit/papers/papers.ts';
import { smallPdf } from '#test/harness/small-pdf.ts';
import { openPdf } from './open-pdf.ts';

// Nothing is drawn here; pdf.js asks for these classes of a browser when it is loaded.
beforeAll(() => {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) vi.stubGlobal(name, class {});
});

const codeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | number> => {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened.failure.code;
  await opened.value.close();
  return opened.value.pages;
};
const broken = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(bytes.subarray(0, 20));

it('counts the pages, and leaves the bytes as they are', async () => {
  const bytes = smallPdf('Ordonnance', { pages: 3 });
  const before = bytes.slice();
  expect(await codeOf(bytes)).toBe(3);
  expect(bytes).toEqual(before);
});

it('runs no script of a document', async () => {
  const marks = globalThis as { ran?: boolean };
  expect(await codeOf(smallPdf('Piège', { script: 'globalThis.ran = true' }))).toBe(1);
  expect(marks.ran).toBeUndefined();
});

it.each([
  ['PAPER_NOT_PDF', new TextEncoder().encode('<html>not a document</html>')],
  ['PAPER_TOO_LARGE', new Uint8Array(PAPER_LIMITS.bytes + 1)],
  ['PAPER_TOO_LONG', smallPdf('Trop long', { pages: PAPER_LIMITS.pages + 1 })],
  ['PAPER_ENCRYPTED', smallPdf('Secret', { locked: true })],
  ['PAPER_UNREADABLE', broken(smallPdf('Abîmé'))],
] as const)('refuses by %s', async (code, bytes) => {
  expect(await codeOf(bytes as Uint8Array<ArrayBuffer>)).toBe(code);
});
