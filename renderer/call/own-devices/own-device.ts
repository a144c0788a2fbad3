import * as z from 'zod';
import { bears, deviceMarkSchema, isAlias, markOf } from '#core/instruments/bindings.ts';

/** What a person at a page uses of their computer. `output`: headphones or loudspeaker. */
export const OWN_DEVICES = ['camera', 'microphone', 'output'] as const;
export const ownDeviceSchema = z.enum(OWN_DEVICES);
export type OwnDevice = z.infer<typeof ownDeviceSchema>;

/** One that the browser lists. */
export type ListedDevice = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'kind' | 'label'>;

const KIND_OF = {
  camera: 'videoinput',
  microphone: 'audioinput',
  output: 'audiooutput',
} as const satisfies Record<OwnDevice, MediaDeviceKind>;

const ownChoiceSchema = deviceMarkSchema.safeExtend({
  /** Tells twins apart, as long as the browser keeps its ids. */
  deviceId: z.string().max(200),
});
/** A device by what is written on it, so that it is found again in another socket. */
export type OwnChoice = z.infer<typeof ownChoiceSchema>;
export const ownChoicesSchema = z.partialRecord(ownDeviceSchema, ownChoiceSchema);
export type OwnChoices = z.infer<typeof ownChoicesSchema>;

/** The devices that can be chosen, once each; none before the browser names them. */
export const choosable = (what: OwnDevice, listed: readonly ListedDevice[]): readonly ListedDevice[] =>
  listed.filter((device) => device.kind === KIND_OF[what] && device.label !== '' && !isAlias(device));

export const choiceOf = ({ deviceId, label }: ListedDevice): OwnChoice => {
  const { label: name, usb } = markOf(label);
  return { deviceId, ...(name !== '' && { label: name }), ...(usb !== undefined && { usb }) };
};

/** The device that was chosen, if it is there. */
export const chosenOf = (
  what: OwnDevice,
  choices: OwnChoices,
  listed: readonly ListedDevice[],
): ListedDevice | undefined => {
  const choice = choices[what];
  if (choice === undefined) return undefined;
  const { deviceId, ...mark } = choice;
  const same = choosable(what, listed).filter((device) => bears(device, mark));
  return same.find((device) => device.deviceId === deviceId) ?? same[0];
};

/** The device's own name, without what Chromium writes behind it. */
export const nameOf = ({ label }: Pick<ListedDevice, 'label'>): string => markOf(label).label;

/** The name of what a track comes from; of the system's own choice, the device that it stands for. */
export const nameInUse = (
  track: Pick<MediaStreamTrack, 'label' | 'getSettings'>,
  listed: readonly ListedDevice[],
): string => {
  const { deviceId, groupId } = track.getSettings();
  const itself = listed.find((device) => device.deviceId === deviceId && !isAlias(device));
  const kin = listed.find(
    (device) => device.groupId === groupId && track.label.includes(device.label) && !isAlias(device),
  );
  return nameOf(itself ?? kin ?? track);
};

/** The output that the system plays by, where the browser tells. */
export const systemOutputDevice = (listed: readonly ListedDevice[]): ListedDevice | undefined => {
  const alias = listed.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === 'default');
  return choosable('output', listed).find(
    ({ groupId, label }) => groupId === alias?.groupId && alias.label.includes(label),
  );
};

/** Its name. */
export const systemOutput = (listed: readonly ListedDevice[]): string | undefined => {
  const real = systemOutputDevice(listed);
  return real && nameOf(real);
};
