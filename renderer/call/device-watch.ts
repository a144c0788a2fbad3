import type { Clock } from '#core/time.ts';
import type { DeviceWatch } from './local-media.ts';

/** How often a picture is looked at: a thousandth of a core for each camera. Milliseconds. */
const LOOK_MS = 2_000;
/** Black for this many looks: a lamp that is switched off and on is not told. */
const BLACK_LOOKS = 3;
/** Of 255. A dark room yields noise well above it; a covered lens or an empty frame does not. */
const DARKEST_ROOM = 18;
const WIDTH = 32;
const HEIGHT = 24;

/** The brightest of all colour parts of an RGBA picture, 0 to 255; single hot pixels vanish when a frame is drawn this small. */
const brightest = (pixels: Uint8ClampedArray): number =>
  pixels.reduce((most, part, index) => (index % 4 === 3 ? most : Math.max(most, part)), 0);

/** Watches the machine's own cameras and microphones. */
export const createDeviceWatch = (clock: Clock): DeviceWatch => ({
  onDevicesChanged: (listener) => {
    navigator.mediaDevices.addEventListener('devicechange', listener);
    return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
  },
  watchPicture: (track, tell) => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    const surface = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
    let darkLooks = 0;
    let cancel = (): void => {};
    const look = (): void => {
      cancel = clock.after(LOOK_MS, look);
      if (surface === null || video.videoWidth === 0 || track.muted) return;
      surface.drawImage(video, 0, 0, WIDTH, HEIGHT);
      const dark = brightest(surface.getImageData(0, 0, WIDTH, HEIGHT).data) < DARKEST_ROOM;
      const before = darkLooks >= BLACK_LOOKS;
      darkLooks = dark ? darkLooks + 1 : 0;
      if (before !== darkLooks >= BLACK_LOOKS) tell(darkLooks >= BLACK_LOOKS);
    };
    // Refused before the person has touched the page: the picture is then looked at from the next touch on.
    video.play().catch(() => {});
    cancel = clock.after(LOOK_MS, look);
    return () => {
      cancel();
      video.srcObject = null;
    };
  },
});
