import * as z from 'zod';

/** Days as ISO 8601 orders them. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:30');

const intervalSchema = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { error: 'an end after the beginning', path: ['to'] });

const daySchema = z
  .array(intervalSchema)
  .max(4)
  .refine((day) => day.every(({ from }, index) => index === 0 || (day[index - 1]?.to ?? '') <= from), {
    error: 'intervals in order that do not overlap',
  });

/** When the cabin may be used, in the local time of the place. A day that is not named is closed. */
export const openingHoursSchema = z.partialRecord(z.enum(WEEKDAYS), daySchema);
