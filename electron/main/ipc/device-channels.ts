import * as z from 'zod';
import { deviceChoiceSchema } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { chooseDevice } from '../devices/choose-device.ts';
import type { DeviceHost, PortTaker } from '../processes/device-host.ts';
import type { Channels } from './channel.ts';

/** Windows ask for their port once they listen: one pushed before that would be lost. The assistant chooses between devices. */
export const openDeviceChannels = (channels: Channels, deviceHost: DeviceHost): void => {
  channels.listen(IPC.connectDevices, ['patient', 'assistant'], z.undefined(), (_, { contents }) => {
    if (contents !== undefined) deviceHost.connect(String(contents.id), contents);
  });
  channels.answer(IPC.chooseDevice, ['assistant'], deviceChoiceSchema, (choice) =>
    chooseDevice(deviceHost, choice),
  );
};

/** Follows the live messages for those who are no window: over a port of their own, in the main process. */
export const followDevices = (deviceHost: DeviceHost, take: (message: unknown) => void): void => {
  const taker: PortTaker = {
    isDestroyed: () => false,
    postMessage: (_channel, _message, ports = []) => {
      for (const port of ports) {
        port.on('message', ({ data }) => take(data));
        port.start();
      }
    },
  };
  deviceHost.connect('tablets', taker);
};
