import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1 } from '../../../kit/bytes.ts';
import { cutAt, flipBits } from '../../../kit/test-kit.ts';
import { PUBLISHED } from '../published.ts';
import { createApduStream } from './apdu-stream.ts';

const read = (...chunks: Uint8Array[]) => {
  const stream = createApduStream();
  return [...chunks.flatMap((chunk) => [...stream.push(chunk)]), ...stream.end()];
};
const summary = (...chunks: Uint8Array[]) =>
  read(...chunks).map((event) => (event.type === 'apdu' ? event.apdu.type : event.type));

const { H211, H221, H222, H233, H241 } = PUBLISHED;
const ABORT = Uint8Array.of(0xe6, 0, 0, 2, 0, 3);
const RELEASE = Uint8Array.of(0xe4, 0, 0, 2, 0, 0);
const SESSION = [H211, H221, ABORT, H233, H241, RELEASE];
const NAMES = ['association-request', 'data', 'abort', 'data', 'data', 'release-request'];

describe('createApduStream', () => {
  test('finds APDUs however they are cut', () => {
    const whole = concatBytes(SESSION);
    expect(summary(whole)).toEqual(NAMES);
    for (let at = 0; at <= whole.length; at += 1) expect(summary(...cutAt(whole, [at]))).toEqual(NAMES);
    expect(summary(...Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(NAMES);
  });

  test('waits for all of a short APDU', () => {
    const stream = createApduStream();
    for (const byte of ABORT.slice(0, -1)) expect(stream.push(Uint8Array.of(byte))).toEqual([]);
    expect(stream.push(ABORT.slice(-1))).toMatchObject([{ type: 'apdu', raw: ABORT, apdu: { reason: 3 } }]);
    expect(summary(RELEASE.slice(0, 5))).toEqual(['damage']);
  });

  test('goes on behind noise, which is told once when it is long and not at all when it is short', () => {
    expect(summary(fromLatin1('x'.repeat(15)), H241)).toEqual(['data']);
    expect(summary(fromLatin1('x'.repeat(16)), fromLatin1('x'.repeat(400)), H241)).toEqual([
      'damage',
      'data',
    ]);
    expect(summary(H241, fromLatin1('y'.repeat(40)))).toEqual(['data', 'damage']);
  });

  test('goes on behind an APDU that was cut short or contradicts itself', () => {
    expect(summary(H221.slice(0, 40), H241)).toEqual(['damage', 'data']);
    const contradicting = H221.slice();
    contradicting[contradicting.length - 3] = 0x77;
    expect(summary(H241.slice(0, 30))).toEqual(['damage']);
    expect(summary(H222.slice(0, 1))).toEqual(['damage']);
  });

  test('a single flipped bit never makes the APDUs around it disappear for longer than itself', () => {
    for (let bit = 0; bit < H241.length * 8; bit += 1) {
      const events = summary(H221, flipBits(H241, [bit]), H233);
      expect(events.filter((event) => event === 'data').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('says the same of any bytes, in whatever pieces, and never more than went in', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SESSION),
      fc.uint8Array({ maxLength: 40 }),
      fc
        .tuple(fc.constantFrom(...SESSION), fc.nat(500))
        .map(([apdu, bit]) => flipBits(apdu, [bit % (apdu.length * 8)])),
      fc.tuple(fc.constantFrom(...SESSION), fc.nat(60)).map(([apdu, length]) => apdu.slice(0, length)),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.nat(600), { maxLength: 8 }),
        (pieces, cuts) => {
          const whole = concatBytes(pieces);
          const events = summary(whole);
          expect(
            summary(
              ...cutAt(
                whole,
                cuts.map((cut) => Math.min(cut, whole.length)),
              ),
            ),
          ).toEqual(events);
        },
      ),
      { numRuns: 500 },
    );
  });
});
