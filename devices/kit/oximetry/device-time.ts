import type { Milliseconds } from '#core/time.ts';

/** How far frames that a line held back may run ahead of the device's clock. */
const HELD_BACK_MS: Milliseconds = 5_000;

/** Follows a device's own time, to tell frames of now from frames out of its memory: those come as fast as the line carries them. */
export interface DeviceTime {
  /** Whether a frame of this device time, heard at `at`, continues those before it in real time. Frames without time are not judged. */
  runsTrue(deviceTime: string | undefined, at: Milliseconds): boolean;
}

/** No frame was heard yet; the first one sets the mark, however wrong the device's clock is. */
export const createDeviceTime = (): DeviceTime => {
  let mark: { device: Milliseconds; heard: Milliseconds } | undefined;
  let last = Number.NEGATIVE_INFINITY;

  const continues = (device: Milliseconds, heard: Milliseconds): boolean =>
    mark === undefined || (device >= last && device - mark.device - (heard - mark.heard) <= HELD_BACK_MS);

  return {
    runsTrue: (deviceTime, at) => {
      if (deviceTime === undefined) return true;
      const device = Date.parse(`${deviceTime}Z`);
      const isTrue = continues(device, at);
      if (!isTrue || mark === undefined) mark = { device, heard: at };
      last = device;
      return isTrue;
    },
  };
};
