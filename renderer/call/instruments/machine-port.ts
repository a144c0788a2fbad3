import type { MediaDevice } from '#core/instruments/bindings.ts';
import type { InstrumentPort } from './instrument-port.ts';

/** As many lines as the camera has, up to full HD: a still is taken at this size, the moving picture is scaled to what the line bears. */
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1_920 },
  height: { ideal: 1_080 },
  frameRate: { ideal: 25, max: 30 },
};
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
  onChanged: (listener) => {
    devices.addEventListener('devicechange', listener);
    return () => devices.removeEventListener('devicechange', listener);
  },
});
