import { localDateTime, type Milliseconds } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';

/** Largest error of a device's clock that is put down to drift (reliability: 15 minutes). */
export const CLOCK_TOLERANCE_MS: Milliseconds = 15 * 60_000;

/** Whether the device dates this reading so long before the visit that it is one of its memory. A reading without date is not judged. */
export const isDatedBefore = ({ deviceTime }: DecodedReading, visitBeganAt: Date | undefined): boolean =>
  deviceTime !== undefined &&
  visitBeganAt !== undefined &&
  deviceTime < localDateTime(new Date(visitBeganAt.getTime() - CLOCK_TOLERANCE_MS));

/** Whether the device's clock, which showed `deviceTime` at `now`, is wrong by more than drift. */
export const isClockOff = (deviceTime: string, now: Date): boolean =>
  Math.abs(new Date(deviceTime).getTime() - now.getTime()) > CLOCK_TOLERANCE_MS;

const MINUTE_MS: Milliseconds = 60_000;

/**
 * The earliest instant that a local device time can stand for, set right by what the device's clock showed at `now`; undefined when
 * that is not known. A clock that shows no seconds may be almost a minute further on than it shows.
 */
export const trueTimeOf = (
  deviceTime: string,
  clockShowed: { readonly deviceTime: string; readonly at: Date } | undefined,
): Date | undefined => {
  if (clockShowed === undefined) return undefined;
  const unseen = clockShowed.deviceTime.endsWith(':00') ? MINUTE_MS : 0;
  const ahead = new Date(clockShowed.deviceTime).getTime() + unseen - clockShowed.at.getTime();
  return new Date(new Date(deviceTime).getTime() - ahead);
};
