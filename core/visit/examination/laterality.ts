import * as z from 'zod';

/** The patient's own side. */
export const LATERALITIES = ['left', 'right'] as const;
export const lateralitySchema = z.enum(LATERALITIES);
export type Laterality = z.infer<typeof lateralitySchema>;
