import { expect, type Page } from 'playwright/test';

/** The pictures that are playing, and the loudest sample that comes with each, over a second and a half: the fake microphone beeps each second. */
const listenTo = (
  page: Page,
  name: string | undefined,
): Promise<{ readonly loudest: number; readonly frames: number }> =>
  page.evaluate(async (label) => {
    const video = [...document.querySelectorAll('video')].find((element) =>
      label === undefined
        ? element.srcObject instanceof MediaStream && element.closest('.self, .selfview') === null
        : element.getAttribute('aria-label') === label,
    );
    const stream = video?.srcObject;
    if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0)
      return { loudest: 0, frames: 0 };
    const before = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    const until = performance.now() + 1_500;
    while (performance.now() < until) {
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await context.close();
    return { loudest, frames: (video?.getVideoPlaybackQuality().totalVideoFrames ?? 0) - before };
  }, name);

/** Sound is really there: what the fake microphone plays arrives, from this person or, without a name, from the other side. */
export const hears = (page: Page, name?: string): Promise<void> =>
  expect
    .poll(() => listenTo(page, name).then(({ loudest }) => loudest), { timeout: 30_000 })
    .toBeGreaterThan(0.01);

/** Nothing is heard for a second and a half. */
export const hearsNothing = (page: Page, name: string): Promise<void> =>
  expect.poll(() => listenTo(page, name).then(({ loudest }) => loudest), { timeout: 30_000 }).toBe(0);

/** A picture moves. */
export const sees = (page: Page, name: string): Promise<void> =>
  expect
    .poll(() => listenTo(page, name).then(({ frames }) => frames), { timeout: 30_000 })
    .toBeGreaterThan(5);
