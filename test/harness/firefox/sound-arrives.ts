import { expect, type Page } from 'playwright/test';
import { MEDIA_SOURCES, type MediaSource } from '#core/call/media-sources.ts';

/** What a media line has decoded so far, as the browser counts it: energy, and the seconds of it. */
interface DecodedSound {
  readonly energy: number;
  readonly seconds: number;
}

interface InboundSound {
  readonly type: string;
  readonly totalAudioEnergy?: number;
  readonly totalSamplesDuration?: number;
}

/**
 * Firefox keeps Web Audio suspended on a machine without a sound card, so no sample can be looked at there; what its decoder counts can.
 */
const decodedOn = (page: Page, source: MediaSource): Promise<DecodedSound> =>
  page.evaluate(
    async (line) => {
      const receiver = window.testPeers?.at(-1)?.getTransceivers()[line]?.receiver;
      const entries: InboundSound[] = [...((await receiver?.getStats())?.values() ?? [])];
      const { totalAudioEnergy = 0, totalSamplesDuration = 0 } =
        entries.find(({ type }) => type === 'inbound-rtp') ?? {};
      return { energy: totalAudioEnergy, seconds: totalSamplesDuration };
    },
    MEDIA_SOURCES.findIndex((one) => one.source === source),
  );

/** The voice of the other side arrives, and is not silence. */
export const soundArrives = async (page: Page): Promise<void> => {
  const before = await decodedOn(page, 'audio');
  await expect
    .poll(() => decodedOn(page, 'audio').then(({ energy }) => energy), { timeout: 20_000 })
    .toBeGreaterThan(before.energy);
};

/** Level of a line over at least `seconds` of its sound, as a share of full scale: 0 for silence. */
export const levelOn = async (page: Page, source: MediaSource, seconds: number): Promise<number> => {
  const before = await decodedOn(page, source);
  let after = before;
  await expect
    .poll(
      async () => {
        after = await decodedOn(page, source);
        return after.seconds - before.seconds;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(seconds);
  return Math.sqrt((after.energy - before.energy) / (after.seconds - before.seconds));
};

/** Sound is looked at in pieces of this length, of which the loudest sample counts (libwebrtc, `AudioLevel`). */
const PIECE_SECONDS = 0.1;

/** What `levelOn` gives of samples between -1 and 1 that come through unchanged. */
export const levelOf = (samples: Float32Array, rateHz: number): number => {
  const piece = Math.round(PIECE_SECONDS * rateHz);
  let power = 0;
  let pieces = 0;
  for (let from = 0; from + piece <= samples.length; from += Math.round(piece / 10)) {
    const loudest = samples
      .subarray(from, from + piece)
      .reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    power += loudest ** 2;
    pieces += 1;
  }
  return Math.sqrt(power / pieces);
};
