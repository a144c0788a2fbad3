import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { isDatedBefore, trueTimeOf } from '../../../kit/sessions/stored.ts';
import type { AgentReading } from '../model/agent.ts';

/** What the agent's clock showed, and when. */
export interface ClockShowed {
  readonly deviceTime: string;
  readonly at: Date;
}

/** A clock that shows whole seconds, read over a line that takes its time. */
const READING_ERROR_MS: Milliseconds = 2_000;
/** Nothing is measured later than now: what is dated so was dated by another clock. */
const AHEAD_MS: Milliseconds = 60_000;
const MINUTE_MS: Milliseconds = 60_000;

/** When a reading was taken, by a clock that is right; undefined when it has no date or the agent has not said what its clock shows. */
const takenAt = ({ deviceTime }: DecodedReading, clockShowed: ClockShowed | undefined): Date | undefined =>
  deviceTime === undefined ? undefined : trueTimeOf(deviceTime, clockShowed);

/** Whether the agent's own date, set right by what its clock showed, proves that the reading was taken after `since`. */
export const isProvedSince = (
  reading: DecodedReading,
  clockShowed: ClockShowed | undefined,
  since: Date,
  now: Date,
): boolean => {
  const taken = takenAt(reading, clockShowed)?.getTime();
  if (taken === undefined || Number.isNaN(taken)) return false;
  // A date without seconds stands for the beginning of its minute.
  const resolution = reading.deviceTime?.endsWith(':00') ? MINUTE_MS : 0;
  return taken + resolution >= since.getTime() - READING_ERROR_MS && taken <= now.getTime() + AHEAD_MS;
};

/** What is known of when a capture's readings may have been taken. */
export interface CaptureTimes {
  readonly began: Date;
  readonly visitBegan: Date | undefined;
}

/**
 * Whether a reading that has just been reported may be one of this capture. One with a date has to be dated in it; where the agent
 * never said what its clock shows, a date long before the visit is refused. One without a date is of the moment: agents keep nothing
 * that they cannot date. The agent's number of a person says nothing of who sits here: with one, the date has to prove it.
 */
export const isOfCapture = (
  { reading, person }: AgentReading,
  clockShowed: ClockShowed | undefined,
  { began, visitBegan }: CaptureTimes,
  now: Date,
): boolean => {
  if (person !== undefined) return isProvedSince(reading, clockShowed, began, now);
  if (reading.deviceTime === undefined) return true;
  return clockShowed === undefined
    ? !isDatedBefore(reading, visitBegan ?? began)
    : isProvedSince(reading, clockShowed, began, now);
};
