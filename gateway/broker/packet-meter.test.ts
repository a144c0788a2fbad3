import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacketMeter } from './packet-meter.ts';

/** A PUBLISH packet with this many bytes behind its fixed header. */
const packet = (length: number): number[] => {
  const bytes = [0x30];
  let left = length;
  do {
    const digit = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? digit | 0x80 : digit);
  } while (left > 0);
  return [...bytes, ...new Array<number>(length).fill(0xff)];
};

describe('packet meter', () => {
  it('counts packets, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        (lengths, cuts) => {
          const bytes = Uint8Array.from(lengths.flatMap(packet));
          const meter = createPacketMeter(1_000);
          let counted = 0;
          for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            const begun = meter.feed(bytes.subarray(start, start + size));
            expect(typeof begun).toBe('number');
            counted += Number(begun);
            start += size;
          }
          expect(counted).toBe(lengths.length);
        },
      ),
    );
  });

  it('refuses a packet above the limit from its header alone', () => {
    expect(createPacketMeter(1_000).feed(Uint8Array.from(packet(1_001).slice(0, 3)))).toBe('too-large');
    expect(createPacketMeter(70_000).feed(Uint8Array.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).toBe('too-large');
  });

  it('refuses a length of more than four bytes (MQTT 3.1.1, 2.2.3)', () => {
    expect(createPacketMeter(70_000).feed(Uint8Array.from([0x30, 0x80, 0x80, 0x80, 0x80]))).toBe('malformed');
  });
});
