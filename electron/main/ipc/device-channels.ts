import * as z from 'zod';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { DeviceHost } from '../processes/device-host.ts';
import type { Channels } from './channel.ts';

/** Windows ask for their port once they listen: one pushed before that would be lost. */
export const openDeviceChannels = (channels: Channels, deviceHost: DeviceHost): void =>
  channels.listen(IPC.connectDevices, ['patient', 'assistant'], z.undefined(), (_, sender) =>
    deviceHost.connect(String(sender.id), sender),
  );
