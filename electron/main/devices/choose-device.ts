import type { Candidate, UsbMark } from '#core/contract/devices.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { DeviceChoice } from '#core/contract/ipc.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { DeviceHost } from '../processes/device-host.ts';

const isOf = ({ serialNumber, topology }: Candidate, mark: UsbMark): boolean =>
  serialNumber === mark.serialNumber && topology === mark.topology;

/** Tells the device host which of the candidates it is. What was on the screen may be gone by now: only what is plugged in is chosen. */
export const chooseDevice = (
  deviceHost: Pick<DeviceHost, 'devices' | 'send'>,
  { deviceId, mark }: DeviceChoice,
): Result<null, Failure> => {
  const device = deviceHost.devices().find(({ id }) => id === deviceId);
  if (!device?.candidates?.some((candidate) => isOf(candidate, mark)))
    return fail(failure('DEVICE_UNPLUGGED'));
  deviceHost.send({ type: 'choose-device', deviceId, mark });
  return ok(null);
};
