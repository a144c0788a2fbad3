/** Two frames may fall into one second of a device's clock, which prints no less; a third one means that it stands. */
const FRAMES_IN_A_SECOND = 2;

/** Tells that the device's own clock stands still, by the times that it prints. */
export const createStandingClock = (): { stands(deviceTime: string): boolean } => {
  let last: string | undefined;
  let frames = 0;
  return {
    stands: (deviceTime) => {
      frames = deviceTime === last ? frames + 1 : 1;
      last = deviceTime;
      return frames > FRAMES_IN_A_SECOND;
    },
  };
};
