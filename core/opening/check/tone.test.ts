import { describe, expect, it } from 'vitest';
import { isToneHeard, levelDb, TONES_HZ, toneDb } from './tone.ts';

const RATE_HZ = 48_000;
const LENGTH = 16_384;
const sound = (at: (seconds: number, index: number) => number): Float32Array =>
  Float32Array.from({ length: LENGTH }, (_, index) => at(index / RATE_HZ, index));
const tone = (hertz: number, amplitude: number) =>
  sound((s) => amplitude * Math.sin(2 * Math.PI * hertz * s));
/** The same noise in every run. */
const noise = (amplitude: number) => {
  let state = 1;
  return sound(() => {
    state = (state * 48_271) % 2_147_483_647;
    return amplitude * ((2 * state) / 2_147_483_647 - 1);
  });
};

describe('the level', () => {
  it('of a full tone is 3 dB below full scale, of a tenth of it 20 dB less, of nothing the floor', () => {
    expect(levelDb(tone(700, 1))).toBeCloseTo(-3, 1);
    expect(levelDb(tone(700, 0.1))).toBeCloseTo(-23, 1);
    expect(levelDb(sound(() => 0))).toBe(-120);
    expect(levelDb([])).toBe(-120);
  });
});

describe('a tone', () => {
  it.each(TONES_HZ)('of %i Hz is found as loud as it is, at the rates of sound cards', (hertz) => {
    expect(toneDb(tone(hertz, 0.1), RATE_HZ, hertz)).toBeCloseTo(-20, 0);
    const at44 = Float32Array.from(
      { length: LENGTH },
      (_, i) => 0.1 * Math.sin((2 * Math.PI * hertz * i) / 44_100),
    );
    expect(toneDb(at44, 44_100, hertz)).toBeCloseTo(-20, 0);
  });
  it('is not taken for one of the others, for hum or for noise', () => {
    for (const hertz of TONES_HZ) {
      for (const other of TONES_HZ.filter((one) => one !== hertz))
        expect(toneDb(tone(other, 0.5), RATE_HZ, hertz)).toBeLessThan(-60);
      expect(toneDb(tone(50, 0.5), RATE_HZ, hertz)).toBeLessThan(-60);
      expect(toneDb(noise(0.1), RATE_HZ, hertz)).toBeLessThan(-45);
    }
  });
  it('of nothing is the floor', () => {
    expect(toneDb([], RATE_HZ, 700)).toBe(-120);
    expect(
      toneDb(
        sound(() => 0),
        RATE_HZ,
        700,
      ),
    ).toBe(-120);
  });
});

describe('the check of a loudspeaker', () => {
  const silence = sound(() => 0);
  const plus = (one: Float32Array, other: Float32Array) =>
    one.map((value, index) => value + (other[index] ?? 0));
  it('hears its tones, over the noise of a room too', () => {
    for (const hertz of TONES_HZ) {
      expect(isToneHeard(tone(hertz, 0.02), silence, RATE_HZ, hertz)).toBe(true);
      expect(isToneHeard(plus(tone(hertz, 0.02), noise(0.05)), noise(0.05), RATE_HZ, hertz)).toBe(true);
    }
  });
  it('hears none in a noise that begins, in a click, or in a hum that was there before', () => {
    const click = sound((_, index) => (index === 9_000 ? 1 : 0));
    for (const hertz of TONES_HZ) {
      expect(isToneHeard(noise(0.3), silence, RATE_HZ, hertz)).toBe(false);
      expect(isToneHeard(click, silence, RATE_HZ, hertz)).toBe(false);
      expect(isToneHeard(tone(hertz, 0.02), tone(hertz, 0.02), RATE_HZ, hertz)).toBe(false);
    }
  });
  it('does not take another tone for its own', () => {
    expect(isToneHeard(tone(1_100, 0.3), silence, RATE_HZ, 1_700)).toBe(false);
  });
});
