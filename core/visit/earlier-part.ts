import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { pathwaySchema, physicianCardSchema } from './words.ts';

/** What a physician who is no longer on the visit wrote and decided: it is passed on, and stays theirs. */
export const earlierPartSchema = z.strictObject({
  physician: physicianCardSchema,
  notes: z.string(),
  notesSavedAt: instantSchema.optional(),
  pathway: pathwaySchema.optional(),
});
export type EarlierPart = z.infer<typeof earlierPartSchema>;
