import { type Tags, textOf } from './fields.ts';

const SHORT_DATE = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const YEAR_FIRST = /^(\d{4})\/(\d{2})\/(\d{2})$/;
/** In tag `DA` (DC-320). */
const SHORT_YEAR_FIRST = /^(\d{2})\/(\d{2})\/(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Where day and month stand in a date that ends with its year. Head pair `~3` of a BC-601: 4 beside 31/08/1985, 3 beside 02/19/2026.
 * Models without the pair put the day first.
 */
const ORDER_OF_HEAD: Readonly<Record<string, { readonly month: 1 | 2; readonly day: 1 | 2 }>> = {
  '3': { month: 1, day: 2 },
  '4': { month: 2, day: 1 },
};
const DAY_FIRST = '4';

const isoDate = (tags: Tags): string | undefined => {
  const shortYear = SHORT_YEAR_FIRST.exec(textOf(tags.get('DA')) ?? '');
  if (shortYear !== null) return `20${shortYear[1]}-${shortYear[2]}-${shortYear[3]}`;
  const date = textOf(tags.get('DT') ?? tags.get('Da')) ?? '';
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst !== null) return `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
  const order = ORDER_OF_HEAD[tags.get('~3') ?? DAY_FIRST];
  const short = SHORT_DATE.exec(date);
  return order === undefined || short === null
    ? undefined
    : `${short[3]}-${short[order.month]}-${short[order.day]}`;
};

/** The device's local time (date in `DT`, `Da` or `DA`, time in `Ti` or `TI`); undefined when it sends none, or one that is no time of the calendar in a known order. */
export const deviceTimeOf = (tags: Tags): string | undefined => {
  const date = isoDate(tags);
  const time = TIME.exec(textOf(tags.get('Ti') ?? tags.get('TI')) ?? '');
  if (date === undefined || time === null) return undefined;
  const instant = `${date}T${time[1]}:${time[2]}:${time[3] ?? '00'}`;
  const parsed = new Date(`${instant}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(instant) ? instant : undefined;
};
