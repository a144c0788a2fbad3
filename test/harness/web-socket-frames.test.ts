import { expect, it } from 'vitest';
import { framePayloads } from './web-socket-frames.ts';

/** The examples of RFC 6455, 5.7: "Hello" unmasked, then masked. */
const UNMASKED = '810548656c6c6f';
const MASKED = '818537fa213d7f9f4d5158';

it('reads what a socket carried, masked or not', () => {
  const payloads = framePayloads(Buffer.from(UNMASKED + MASKED, 'hex'));
  expect(payloads.map(String)).toEqual(['Hello', 'Hello']);
});

it('reads long frames and leaves a cut one', () => {
  const long = Buffer.concat([Buffer.from([0x82, 126, 0x01, 0x00]), Buffer.alloc(256, 'a')]);
  expect(
    framePayloads(Buffer.concat([long, Buffer.from(UNMASKED, 'hex').subarray(0, 4)])).map(String),
  ).toEqual(['a'.repeat(256)]);
});
