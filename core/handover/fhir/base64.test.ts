import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, utf8 } from './base64.ts';

it('writes bytes as every other base64 does', () =>
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      (bytes) => base64(bytes) === Buffer.from(bytes).toString('base64'),
    ),
  ));

it('encodes any text in UTF-8 as the platform does', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => Buffer.compare(utf8(text), new TextEncoder().encode(text)) === 0,
    ),
  ));

it('replaces a lone surrogate as the platform does', () => {
  expect([...utf8('\ud83d')]).toEqual([...new TextEncoder().encode('\ud83d')]);
});
