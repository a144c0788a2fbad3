import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instrumentRoleSchema } from '../../instruments/bindings.ts';
import { languageSchema } from '../../visit/words.ts';
import { TONES_HZ } from './tone.ts';

/** What only the patient's page can find out, since camera, microphone and loudspeaker are its own. */
export const mediaReportSchema = z.strictObject({
  /** Absent: a picture that is neither black nor frozen. */
  camera: errorCodeSchema.optional(),
  /** Absent: it is open, and `quietDb` says what it hears. */
  microphone: errorCodeSchema.optional(),
  /** Decibels below full scale while nobody plays anything; absent when there is no microphone. */
  quietDb: z.number().max(0).optional(),
  /** Absent: there is an output. */
  loudspeaker: errorCodeSchema.optional(),
  /** Tones of the loudspeaker that the microphone heard; absent when one of the two is missing. */
  tonesHeard: z.int().min(0).max(TONES_HZ.length).optional(),
  /** Instruments of the call that the profile names and that are not plugged in. */
  missingRoles: z.array(instrumentRoleSchema),
  /** Languages of the patient's screens that the system has a voice for. */
  voices: z.array(languageSchema),
});
export type MediaReport = z.infer<typeof mediaReportSchema>;
