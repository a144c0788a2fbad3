import type { CallMedia } from '#renderer/call/call-snapshot.ts';
import type { DeviceChoices } from '#renderer/call/own-devices/device-choices.ts';

/** Which devices there are, which were chosen, and what is really open. */
export type OwnControls = Pick<DeviceChoices, 'store' | 'choose' | 'choosesOutput'> &
  Pick<CallMedia, 'microphone' | 'camera'>;
