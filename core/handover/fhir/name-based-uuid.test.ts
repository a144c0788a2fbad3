import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { nameBasedUuid } from './name-based-uuid.ts';

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

it('gives the published version 5 UUID of www.example.com (RFC 9562, appendix A.4)', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(nameBasedUuid(sha1, dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});
