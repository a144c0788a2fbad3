/** Tones of the check, in hertz: not multiples of one another nor of mains hum, in the middle of what small loudspeakers play. */
export const TONES_HZ = [700, 1_100, 1_700] as const;

/** Below what 16 bits can hold. */
const NOTHING_DB = -120;

const asDb = (amplitude: number): number => Math.max(NOTHING_DB, 20 * Math.log10(amplitude));

/** Loudness of sound in decibels below full scale (root of the mean square; `samples` from -1 to 1). */
export const levelDb = (samples: ArrayLike<number>): number => {
  let sum = 0;
  for (let index = 0; index < samples.length; index += 1) sum += (samples[index] ?? 0) ** 2;
  return samples.length === 0 ? NOTHING_DB : asDb(Math.sqrt(sum / samples.length));
};

/**
 * How loud one tone is in sound, in decibels below full scale, by Goertzel's algorithm under a Hann window, which keeps a loud neighbour
 * from being taken for it.
 */
export const toneDb = (samples: ArrayLike<number>, rateHz: number, toneHz: number): number => {
  const { length } = samples;
  if (length === 0) return NOTHING_DB;
  const turn = (2 * Math.PI * toneHz) / rateHz;
  const factor = 2 * Math.cos(turn);
  let last = 0;
  let beforeLast = 0;
  for (let index = 0; index < length; index += 1) {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / length);
    const next = (samples[index] ?? 0) * hann + factor * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  const power = last ** 2 + beforeLast ** 2 - factor * last * beforeLast;
  // The window halves the tone, and one side of the spectrum holds half of it.
  return asDb((4 * Math.sqrt(Math.max(0, power))) / length);
};

/** Pitches beside a tone at which a pure one leaves nothing, and a slammed door as much as anywhere. */
const BESIDE = [0.9, 0.94, 1.06, 1.1] as const;
/** How much a tone must stand out from the moment before it, and from the pitches beside it, in decibels. */
const HEARD_DB = 10;

/** Whether a tone is in `samples` that was not in `before`: louder than it was, and louder than what is beside it. */
export const isToneHeard = (
  samples: ArrayLike<number>,
  before: ArrayLike<number>,
  rateHz: number,
  toneHz: number,
): boolean => {
  const level = toneDb(samples, rateHz, toneHz);
  const beside = Math.max(...BESIDE.map((part) => toneDb(samples, rateHz, toneHz * part)));
  return level - toneDb(before, rateHz, toneHz) >= HEARD_DB && level - beside >= HEARD_DB;
};
