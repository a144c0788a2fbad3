import { expect, type Page } from 'playwright/test';

interface InboundSound {
  readonly type: string;
  readonly kind?: string;
  readonly totalAudioEnergy?: number;
}

/** The energy of all sound that this page's calls have decoded, as the browser counts it. */
const energyOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const reports = await Promise.all((window.testPeers ?? []).map((peer) => peer.getStats()));
    const entries: InboundSound[] = reports.flatMap((report) => [...report.values()]);
    return entries
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0);
  });

/**
 * Sound that is not silence arrives. Firefox keeps Web Audio suspended on a machine without a sound card, so no sample can be looked
 * at there; what its decoder counts can.
 */
export const soundArrives = async (page: Page): Promise<void> => {
  const before = await energyOf(page);
  await expect.poll(() => energyOf(page), { timeout: 20_000 }).toBeGreaterThan(before);
};
