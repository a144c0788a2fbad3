import { type Tags, textOf } from './fields.ts';

/** Both orders in use put the month second: dd/MM/yyyy and yyyy/MM/dd, by model. */
const DAY_FIRST = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const YEAR_FIRST = /^(\d{4})\/(\d{2})\/(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

const isoDate = (date: string): string | undefined => {
  const dayFirst = DAY_FIRST.exec(date);
  if (dayFirst !== null) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`;
  const yearFirst = YEAR_FIRST.exec(date);
  return yearFirst === null ? undefined : `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`;
};

/** The device's local time (`DT` or `Da` with `Ti` or `TI`); undefined when it sends none, or one that is no time of the calendar in a documented order. */
export const deviceTimeOf = (tags: Tags): string | undefined => {
  const date = isoDate(textOf(tags.get('DT') ?? tags.get('Da')) ?? '');
  const time = TIME.exec(textOf(tags.get('Ti') ?? tags.get('TI')) ?? '');
  if (date === undefined || time === null) return undefined;
  const instant = `${date}T${time[1]}:${time[2]}:${time[3] ?? '00'}`;
  const parsed = new Date(`${instant}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(instant) ? instant : undefined;
};
