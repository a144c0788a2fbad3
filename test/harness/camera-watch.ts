import type { Page } from 'playwright';

/** Notes every camera and microphone that the page opens from its next load on. */
export const watchCameras = (page: Page): Promise<void> =>
  page
    .addInitScript(() => {
      const tracks: MediaStreamTrack[] = [];
      Object.assign(window, { openedTracks: tracks });
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await open(constraints);
        tracks.push(...stream.getTracks());
        return stream;
      };
    })
    .then(() => undefined);

/** Cameras and microphones that the page holds now, shown or not. */
export const camerasOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (Reflect.get(window, 'openedTracks') as MediaStreamTrack[]).filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  );
