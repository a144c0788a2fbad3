import { createStore } from 'zustand/vanilla';
import type { OwnControls } from '#renderer/apps/physician/own-devices/own-controls.ts';
import type { DeviceChoicesState } from '#renderer/call/own-devices/device-choices.ts';
import { choiceOf, type ListedDevice } from '#renderer/call/own-devices/own-device.ts';

const device = (kind: MediaDeviceKind, deviceId: string, label: string): ListedDevice => ({
  kind,
  deviceId,
  groupId: deviceId,
  label,
});
const HEADSET = device('audioinput', 'm2', 'Casque sans fil du cabinet médical, micro mains libres');
const LISTED = [
  device('videoinput', 'c1', 'Webcam intégrée (0c45:6366)'),
  device('videoinput', 'c2', 'Caméra de bureau 4K (046d:085e)'),
  device('audioinput', 'm1', 'Micro intégré'),
  HEADSET,
  device('audiooutput', 'o1', 'Haut-parleurs intégrés'),
  device('audiooutput', 'o2', 'Casque sans fil du cabinet médical'),
];
/** A track of the browser's own that says of itself what an open device would. */
const track = (kind: 'audio' | 'video', deviceId: string): MediaStreamTrack =>
  Object.assign(new MediaStreamTrackGenerator({ kind }), { getSettings: () => ({ deviceId }) });
const TRACKS = { camera: track('video', 'c1'), microphone: track('audio', 'm2') };

const store = createStore<DeviceChoicesState>(() => ({
  listed: LISTED,
  choices: {
    microphone: choiceOf(HEADSET),
    output: { deviceId: 'o3', label: 'Casque filaire' },
  },
}));

/** Devices of an invented physician: the headphones that they had chosen are not plugged in. */
export const playedOwnDevices: OwnControls = {
  store,
  choose: (what, chosen) => {
    const { [what]: _, ...others } = store.getState().choices;
    store.setState({ choices: chosen === undefined ? others : { ...others, [what]: choiceOf(chosen) } });
  },
  choosesOutput: true,
  camera: () => TRACKS.camera,
  microphone: () => TRACKS.microphone,
};
