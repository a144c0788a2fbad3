/** Samples a second of the loop. */
export const LOOP_RATE_HZ = 48_000;
/** 72 beats a minute: four of them make one breath. */
const BEAT_SECONDS = 60 / 72;
const BEATS = 4;
const LOOP_SAMPLES = Math.round(BEAT_SECONDS * BEATS * LOOP_RATE_HZ);

/** A thud of a valve: a decaying tone, `since` seconds after its start. */
const thud = (since: number, hertz: number, decaySeconds: number): number =>
  since < 0 ? 0 : Math.exp(-since / decaySeconds) * Math.sin(2 * Math.PI * hertz * since);

/** Noise between -1 and 1 that is the same each time (Park and Miller). */
const createNoise = (): (() => number) => {
  let state = 20_260_302;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  };
};

/** Louder while breathing in than out, silent between. */
const breathOf = (phase: number): number =>
  phase < 0.4
    ? Math.sin((Math.PI * phase) / 0.4)
    : phase < 0.8
      ? 0.5 * Math.sin((Math.PI * (phase - 0.4)) / 0.4)
      : 0;

/** A loop of one breath and four heart beats: first sound at 50 Hz, second at 75 Hz, breath below about 400 Hz. Between -1 and 1. */
export const heartAndLungs = (): Float32Array<ArrayBuffer> => {
  const samples = new Float32Array(LOOP_SAMPLES);
  const noise = createNoise();
  let slow = 0;
  let slower = 0;
  for (let index = 0; index < LOOP_SAMPLES; index += 1) {
    const seconds = index / LOOP_RATE_HZ;
    const sinceBeat = seconds % BEAT_SECONDS;
    const heart = thud(sinceBeat, 50, 0.035) + 0.7 * thud(sinceBeat - 0.3, 75, 0.025);
    // Two low-pass filters of one pole, at 400 Hz each.
    slow += 0.05 * (noise() - slow);
    slower += 0.05 * (slow - slower);
    samples[index] = 0.45 * heart + 1.2 * breathOf(index / LOOP_SAMPLES) * slower;
  }
  return samples;
};
