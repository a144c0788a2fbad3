import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SAMPLES, type WaveBlock } from '../contract/live.ts';
import { LARGEST_DATAGRAM_BYTES, readWaves, writeWaves } from './wave-datagram.ts';

const BLOCK: WaveBlock = {
  type: 'wave',
  deviceId: 'oximeter',
  epoch: 3,
  wave: 'pleth',
  sequence: 600,
  sampleRateHz: 60,
  arrivedAtMs: 10_000,
  samples: [0, 1, null, 0.5],
};
const TEXT = writeWaves([BLOCK]);

describe('waves on the wire', () => {
  it('come back as they went, to a four-thousandth of full scale and a millisecond', () => {
    const sample = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1, maxLength: MOST_SAMPLES }),
        fc.nat(10 ** 9),
        fc.double({ min: 0, max: 10 ** 10, noNaN: true }),
        fc.constantFrom('oximeter', 'à deux', 'usb-1.2:1.0', 'x'.repeat(100)),
        (samples, sequence, arrivedAtMs, deviceId) => {
          const block = { ...BLOCK, deviceId, samples, sequence, arrivedAtMs };
          const text = writeWaves([block, { ...block, sequence: sequence + samples.length }]);
          expect(text.length).toBeLessThan(LARGEST_DATAGRAM_BYTES);
          const [first, second] = readWaves(text);
          expect(first).toMatchObject({ deviceId, epoch: 3, sequence, sampleRateHz: 60 });
          expect(second?.sequence).toBe(sequence + samples.length);
          expect(Math.abs((first?.arrivedAtMs ?? Number.NaN) - arrivedAtMs)).toBeLessThanOrEqual(0.5);
          for (const [index, sent] of samples.entries()) {
            const got = first?.samples[index];
            if (sent === null) expect(got).toBeNull();
            else expect(Math.abs((got ?? Number.NaN) - sent)).toBeLessThan(1 / 4_000);
          }
        },
      ),
    );
  });

  it.each([
    ['another version', TEXT.replace('w1', 'w2')],
    ['no block', TEXT.split(' ').slice(0, 5).join(' ')],
    ['a block more than may be', [TEXT, ...Array(4).fill(TEXT.split(' ')[5])].join(' ')],
    ['half a sample', TEXT.slice(0, -1)],
    ['a character that is none of the alphabet', `${TEXT.slice(0, -1)}=`],
    ['another wave', TEXT.replace('pleth', 'ecg')],
    ['no rate', TEXT.replace(' 60 ', ' 0 ')],
    ['a device name that cannot be read', TEXT.replace('oximeter', '%zz')],
    ['more than a datagram', `${TEXT} ${'A'.repeat(LARGEST_DATAGRAM_BYTES)}`],
    ['more samples than a block may have', `${TEXT}${'AA'.repeat(MOST_SAMPLES)}`],
    ['a number beyond those that are exact', TEXT.replace('oximeter 3', `oximeter ${'9'.repeat(17)}`)],
    ['something more', `${TEXT} x`],
  ])('are dropped whole: %s', (_, text) => {
    expect(readWaves(TEXT)).toHaveLength(1);
    expect(readWaves(text)).toEqual([]);
  });

  it('never break the reader, whatever comes', () => {
    const word = fc.stringMatching(/^[ -~]{0,40}$/);
    fc.assert(fc.property(fc.array(word), (words) => Array.isArray(readWaves(['w1', ...words].join(' ')))));
  });
});
