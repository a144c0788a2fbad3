import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { trueTimeOf } from '../../../kit/sessions/stored.ts';
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

const hasNoSeconds = (deviceTime: string): boolean => deviceTime.endsWith(':00');

/**
 * The earliest moment at which a reading can have been taken; undefined when it has no date or the agent has not said what its clock
 * shows. One date with seconds proves that the clock has them, even if it was read just as a minute began.
 */
const takenAt = (
  { deviceTime }: DecodedReading,
  clockShowed: ClockShowed | undefined,
): number | undefined => {
  if (deviceTime === undefined || clockShowed === undefined) return undefined;
  const earliest = trueTimeOf(deviceTime, clockShowed)?.getTime();
  const isSurer = hasNoSeconds(clockShowed.deviceTime) && !hasNoSeconds(deviceTime);
  return earliest === undefined ? undefined : earliest + (isSurer ? MINUTE_MS : 0);
};

/** Whether the agent's own date, set right by what its clock showed, proves that the reading was taken after `since`. */
export const isProvedSince = (
  reading: DecodedReading,
  clockShowed: ClockShowed | undefined,
  since: Date,
  now: Date,
): boolean => {
  const taken = takenAt(reading, clockShowed);
  if (taken === undefined || Number.isNaN(taken)) return false;
  return taken >= since.getTime() - READING_ERROR_MS && taken <= now.getTime() + AHEAD_MS;
};

/** A clock that nothing is known of is taken at its word. */
const believed = (deviceTime: string): ClockShowed => ({ deviceTime, at: new Date(deviceTime) });

/**
 * Whether a reading that has just been reported may be one of this capture. One with a date has to be dated in it. One without a date
 * is of the moment: agents keep nothing that they cannot date. The agent's number of a person says nothing of who sits here: with
 * one, a date by a known clock has to prove it.
 */
export const isOfCapture = (
  { reading, person }: AgentReading,
  clockShowed: ClockShowed | undefined,
  began: Date,
  now: Date,
): boolean => {
  if (person !== undefined) return isProvedSince(reading, clockShowed, began, now);
  const { deviceTime } = reading;
  return deviceTime === undefined || isProvedSince(reading, clockShowed ?? believed(deviceTime), began, now);
};
