import type { Clock } from '#core/time.ts';
import type { DeviceWatch } from './local-media.ts';
import { createPictureJudge, isDark } from './picture-judge.ts';

/** How often a picture is looked at: a thousandth of a core for each camera. Milliseconds. */
const LOOK_MS = 2_000;
const WIDTH = 32;
const HEIGHT = 24;

/** Camera and microphone as the browser's permissions call them. */
const PERMISSIONS = ['camera', 'microphone'] as const satisfies readonly PermissionName[];

/** Watches the machine's own cameras and microphones. */
export const createDeviceWatch = (clock: Clock): DeviceWatch => ({
  onDevicesChanged: (listener) => {
    navigator.mediaDevices.addEventListener('devicechange', listener);
    return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
  },
  onAllowed: (listener) => {
    const statuses: PermissionStatus[] = [];
    let over = false;
    const changed = ({ target }: Event): void => {
      if (target instanceof PermissionStatus && target.state === 'granted') listener();
    };
    for (const name of PERMISSIONS)
      navigator.permissions.query({ name }).then(
        (status) => {
          if (over) return;
          statuses.push(status);
          status.addEventListener('change', changed);
        },
        // A browser that does not tell of it: the key asks again.
        () => {},
      );
    return () => {
      over = true;
      for (const status of statuses) status.removeEventListener('change', changed);
    };
  },
  watchPicture: (track, tell) => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    const surface = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
    const judge = createPictureJudge(tell);
    let cancel = (): void => {};
    const look = (): void => {
      cancel = clock.after(LOOK_MS, look);
      // A camera that yields no frame may keep its last one, and its light.
      if (track.muted) {
        judge('frozen');
        return;
      }
      if (surface === null || video.videoWidth === 0) return;
      // Single hot pixels vanish when a frame is drawn this small.
      surface.drawImage(video, 0, 0, WIDTH, HEIGHT);
      judge(isDark(surface.getImageData(0, 0, WIDTH, HEIGHT).data) ? 'black' : undefined);
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
