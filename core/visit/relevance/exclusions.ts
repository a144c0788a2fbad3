import * as z from 'zod';
import { instantSchema } from '../../time.ts';

/**
 * What speaks against remote care (HAS, guide of good practice of teleconsultation): the person has to be examined or told in presence,
 * what must be known cannot be got at, or the person cannot take part or use the means.
 */
export const EXCLUSIONS = ['presence-needed', 'data-out-of-reach', 'cannot-take-part'] as const;
export const exclusionSchema = z.enum(EXCLUSIONS);
export type Exclusion = z.infer<typeof exclusionSchema>;

export const notedExclusionSchema = z.strictObject({
  exclusion: exclusionSchema,
  by: z.enum(['assistant', 'physician']),
  /** Of whoever noted it, as it is shown. */
  name: z.string().min(1),
  at: instantSchema,
});
/** A ticked box, and whose it is. It decides nothing: the physician weighs it. */
export type NotedExclusion = z.infer<typeof notedExclusionSchema>;

export const weighedExclusionSchema = notedExclusionSchema.extend({
  /** The physician has decided, or decided again, knowing it. */
  weighed: z.boolean(),
});
export type WeighedExclusion = z.infer<typeof weighedExclusionSchema>;
