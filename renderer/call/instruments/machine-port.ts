import type { MediaDevice } from '#core/instruments/bindings.ts';
import type { InstrumentPort } from './instrument-port.ts';

/** As in W3C Media Capture and Streams 4.3.8; not yet in the types of the DOM. */
interface CameraConstraints extends MediaTrackConstraints {
  /** `none`: a size that the camera itself has; else Chromium may cut a larger one to the shape asked for. */
  readonly resizeMode: 'none';
}

/** The moving picture: full HD or the camera's own size nearest to it; it is scaled to what the line bears. */
const PICTURE: CameraConstraints = {
  resizeMode: 'none',
  width: { ideal: 1_920 },
  height: { ideal: 1_080 },
  frameRate: { ideal: 25, max: 30 },
};
/** The most that a still may have: more does not fit the channel losslessly. */
const MOST = { width: 4_096, height: 3_072 } as const;
/**
 * Everything that browsers do to speech is off: it takes heart sounds for noise. Two channels, because a mono stream may be
 * treated as speech again on its way.
 */
const SOUND: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: { ideal: 2 },
};

const isInput = (device: MediaDeviceInfo): device is MediaDeviceInfo & MediaDevice =>
  device.kind === 'videoinput' || device.kind === 'audioinput';

/** The machine's own cameras and microphones. */
export const createMachinePort = (devices: MediaDevices): InstrumentPort => ({
  simulated: false,
  list: async () =>
    (await devices.enumerateDevices())
      .filter(isInput)
      .map(({ deviceId, kind, label }) => ({ deviceId, kind, label })),
  open: ({ deviceId, kind }) =>
    devices.getUserMedia(
      kind === 'videoinput'
        ? { video: { ...PICTURE, deviceId: { exact: deviceId } } }
        : { audio: { ...SOUND, deviceId: { exact: deviceId } } },
    ),
  wholeSize: (track) => {
    const { width, height } = track.getCapabilities();
    const now = track.getSettings();
    const most = {
      width: Math.min(width?.max ?? 0, MOST.width),
      height: Math.min(height?.max ?? 0, MOST.height),
    };
    if (most.width * most.height <= (now.width ?? 0) * (now.height ?? 0)) return undefined;
    const whole: CameraConstraints = {
      resizeMode: 'none',
      width: { ideal: most.width },
      height: { ideal: most.height },
    };
    // Chromium starts the camera anew at the other size; the track stays what it is, as long as no other track has the camera.
    return {
      enlarge: () => track.applyConstraints(whole),
      restore: () => track.applyConstraints(PICTURE),
    };
  },
  onChanged: (listener) => {
    devices.addEventListener('devicechange', listener);
    return () => devices.removeEventListener('devicechange', listener);
  },
});
