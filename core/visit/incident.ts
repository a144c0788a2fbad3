import * as z from 'zod';
import { errorCodeSchema } from '../contract/error-codes.ts';
import { callEndSchema } from '../contract/media-faults.ts';
import { instantSchema } from '../time.ts';

/** Something that failed technically in a visit. */
export const incidentSchema = z.strictObject({
  code: errorCodeSchema,
  at: instantSchema,
  /** Of a call: at which end it was found; absent: in the cabin. */
  end: callEndSchema.optional(),
});
export type Incident = z.infer<typeof incidentSchema>;
