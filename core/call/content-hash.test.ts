import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from './content-hash.ts';

describe('contentHash', () => {
  it('is SHA-256 of JSON with its keys in order', () => {
    const value = { b: 1, a: { d: [1, 'é', null], c: undefined } };
    expect(canonicalJson(value)).toBe('{"a":{"d":[1,"é",null]},"b":1}');
    const expected = createHash('sha256').update('{"a":{"d":[1,"é",null]},"b":1}').digest('hex');
    expect(contentHash(value)).toBe(expected);
  });

  it('is the same after a journey as JSON, and in any order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(contentHash(turned)).toBe(contentHash(value));
        expect(contentHash(JSON.parse(JSON.stringify(value)))).toBe(contentHash(value));
      }),
    );
  });

  it('is another one for another value, the smallest change included', () => {
    expect(contentHash({ spo2: 97 })).not.toBe(contentHash({ spo2: 96 }));
    expect(contentHash({ spo2: 97 })).not.toBe(contentHash({ spo2: '97' }));
  });
});
