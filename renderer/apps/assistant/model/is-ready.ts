import type { DeviceStatus } from '#core/contract/devices.ts';
import type { Measure } from '#core/vitals/kinds.ts';

/** Whether an instrument of this measure can be asked now; one that streams all the time (an oximeter) counts as ready. */
export const isReady = (devices: readonly DeviceStatus[], measure: Measure): boolean =>
  devices.some(
    (device) =>
      device.measure === measure && (device.state.state === 'ready' || device.state.state === 'measuring'),
  );
