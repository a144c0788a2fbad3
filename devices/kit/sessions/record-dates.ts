import type { Milliseconds } from '#core/time.ts';
import type { StoredRecord } from './record-session.ts';
import { CLOCK_TOLERANCE_MS, trueTimeOf } from './stored.ts';

/** What the dates of records are compared with. */
export interface VisitDates {
  readonly began: Date | undefined;
  readonly now: Date;
  /** What the device's clock showed, and when; undefined when it does not say, and then dates prove nothing. */
  readonly clockShowed: { readonly deviceTime: string; readonly at: Date } | undefined;
}

/** A clock shows whole seconds, and what it showed takes a while to arrive: so much younger may a record seem than it is. */
const READING_ERROR_MS: Milliseconds = 2_000;

const sinceVisitBegan = (
  { reading: { deviceTime } }: StoredRecord,
  { began, clockShowed }: VisitDates,
): Milliseconds | undefined => {
  const taken = deviceTime === undefined ? undefined : trueTimeOf(deviceTime, clockShowed);
  return began === undefined || taken === undefined ? undefined : taken.getTime() - began.getTime();
};

/** Whether the record was taken so long before the visit that it is somebody else's, whatever else speaks for it. */
export const isOfEarlierVisit = (record: StoredRecord, dates: VisitDates): boolean => {
  const since = sinceVisitBegan(record, dates);
  return since !== undefined && since < -CLOCK_TOLERANCE_MS;
};

/**
 * The records, newest first, that their dates prove to be of this visit. A date without seconds stands for the beginning of its
 * minute: one in the visit's first minute proves nothing. The first date that is not of the visit ends the list: what is older was
 * dated by a clock that has been set since, and only seems to fall into the visit.
 */
export const recordsOfVisit = (
  newestFirst: readonly StoredRecord[],
  dates: VisitDates,
): readonly StoredRecord[] => {
  const { began, now } = dates;
  if (began === undefined) return [];
  const longest = now.getTime() - began.getTime() + CLOCK_TOLERANCE_MS;
  const dated = newestFirst.flatMap((record) => {
    const since = sinceVisitBegan(record, dates);
    return since === undefined ? [] : [{ record, isOfVisit: since > READING_ERROR_MS && since <= longest }];
  });
  const end = dated.findIndex(({ isOfVisit }) => !isOfVisit);
  return (end === -1 ? dated : dated.slice(0, end)).map(({ record }) => record);
};
