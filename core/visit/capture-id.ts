import * as z from 'zod';

/** Identifies one capture: the guided steps that yield one reading or one series of readings. */
export const captureIdSchema = z.string().min(1).max(64);
export type CaptureId = z.infer<typeof captureIdSchema>;
