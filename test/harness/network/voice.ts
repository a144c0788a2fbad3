const RATE_HZ = 16_000;
const SECONDS = 20;
const PITCH_HZ = 130;
const HARMONICS = 20;
/** Two resonances of a mouth, wide enough to be heard on every vowel. */
const RESONANCES = [
  { hz: 600, width: 250 },
  { hz: 1_400, width: 400 },
] as const;
const SYLLABLES_HZ = 4;
/** A sentence, and the breath after it. Seconds. */
const SENTENCE = 3;
const BREATH = 0.8;

/**
 * A WAV file (16 bit, mono) of something that speaks: voiced syllables in sentences with breaths between. The beeps of Chromium's own fake
 * microphone are silence for the most part, and a packet lost in silence is not heard.
 */
export const voiceWav = (): Buffer => {
  const count = RATE_HZ * SECONDS;
  const samples = Buffer.alloc(count * 2);
  const loudness = Array.from({ length: HARMONICS }, (_, index) => {
    const hz = PITCH_HZ * (index + 1);
    return RESONANCES.reduce((sum, { hz: at, width }) => sum + Math.exp(-(((hz - at) / width) ** 2)), 0.05);
  });
  let phase = 0;
  for (let index = 0; index < count; index += 1) {
    const at = index / RATE_HZ;
    const inSentence = at % (SENTENCE + BREATH) < SENTENCE;
    phase += (2 * Math.PI * PITCH_HZ * (1 + 0.08 * Math.sin(2 * Math.PI * 0.7 * at))) / RATE_HZ;
    const syllable = inSentence ? Math.sin(Math.PI * SYLLABLES_HZ * at) ** 2 : 0;
    const tone = loudness.reduce((sum, part, order) => sum + part * Math.sin(phase * (order + 1)), 0);
    samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, tone * syllable * 0.15)) * 32_767), index * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE_HZ, 24);
  header.writeUInt32LE(RATE_HZ * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
};
