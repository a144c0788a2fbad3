import * as z from 'zod';
import { PROFILE_FAULTS } from '../site/read-profile.ts';

/** What the pages of a cabin whose profile cannot be used are told, in their address: there is no visit to speak of. */
export const misconfigurationSchema = z.strictObject({
  file: z.string(),
  /** What the terminal reads too; told where there is no mistake with a place. */
  line: z.string(),
  mistakes: z
    .array(
      z.strictObject({
        line: z.int().positive(),
        column: z.int().positive(),
        fault: z.enum(PROFILE_FAULTS),
        field: z.string(),
        expected: z.string(),
      }),
    )
    .readonly(),
});
export type Misconfiguration = z.infer<typeof misconfigurationSchema>;
