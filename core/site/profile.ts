import * as z from 'zod';
import { signInSettingsSchema } from '../contract/gateway-host.ts';
import { instrumentBindingsSchema } from '../instruments/bindings.ts';
import { CODE_HASH, peopleSchema } from '../opening/people.ts';
import { siteSchema } from '../visit/words.ts';
import { accessibilitySchema } from './accessibility.ts';
import { equipmentListSchema } from './equipment.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { serversSchema } from './servers.ts';

const usualWaitSchema = z
  .strictObject({ fromMinutes: z.int().nonnegative(), toMinutes: z.int().positive() })
  .refine(({ fromMinutes, toMinutes }) => fromMinutes <= toMinutes, {
    error: 'a wait that is not below fromMinutes',
    path: ['toMinutes'],
  });

/** What one cabin is told of its place, in a file of its own. */
export const profileSchema = z.strictObject({
  /** Editors look there for the schema that `npm run -s profile -- schema` prints; the cabin does not. */
  $schema: z.string().optional().describe('Where editors find the JSON schema of this file'),
  site: siteSchema.describe('The place, as it is read out to the emergency services'),
  declarationNumber: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .describe('Number under which the cabin is declared to the health insurance or the regional agency'),
  openingHours: openingHoursSchema
    .optional()
    .describe('Hours by weekday, local time; a day that is not named is closed. Absent: not told'),
  equipment: equipmentListSchema
    .default([])
    .describe('Instruments, with serial numbers and calibration dates'),
  accessibility: accessibilitySchema.optional().describe('Access for people with a disability'),
  people: peopleSchema.describe('Who may open the cabin and stand beside the patient'),
  usualWait: usualWaitSchema.describe('Usual wait for a physician in minutes, as the patient is told it'),
  technician: z
    .strictObject({ pinHash: z.string().regex(CODE_HASH, 'the hash that `npm run pin` prints') })
    .optional()
    .describe('Code of the technician. Absent: their console stays locked'),
  signIn: signInSettingsSchema
    .optional()
    .describe('How physicians sign in. Absent: in simulation with demonstration identities, else nobody can'),
  instruments: instrumentBindingsSchema
    .default({})
    .describe('Cameras and stethoscope of the call. Absent: none, and in simulation played ones'),
  printer: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Printer of the cabin, by the name that the system gives it. Absent: the only one, and in simulation a played one',
    ),
  servers: serversSchema.default({}).describe('Servers beside the cabin. Absent: the cabin is its own'),
});
export type SiteProfile = z.infer<typeof profileSchema>;

/** JSON schema (draft 7, which editors read) of a profile as it is written. Comparisons between fields are not in it: the cabin makes them. */
export const profileJsonSchema = (): object => ({
  title: 'Profile of a cabin',
  ...z.toJSONSchema(profileSchema, { io: 'input', target: 'draft-7' }),
});
