import * as z from 'zod';
import { assistantSchema, type Site } from '../visit/words.ts';
import type { SitePerson } from './people.ts';

/**
 * Why somebody cannot take the duty by their own code alone. `training-expired`: nobody can lift it. `premises`: a nurse does not practise
 * where medicines are sold (public health code, R.4312-77); a named manager may let them, which is logged.
 */
const DUTY_OBSTACLES = ['training-expired', 'premises'] as const;
export const dutyObstacleSchema = z.enum(DUTY_OBSTACLES);
export type DutyObstacle = z.infer<typeof dutyObstacleSchema>;

/** What stands between a person and the duty of this place on this day (`today`: ISO date). */
export const dutyObstacle = (
  { profession, trainedUntil }: Pick<SitePerson, 'profession' | 'trainedUntil'>,
  { kind }: Pick<Site, 'kind'>,
  today: string,
): DutyObstacle | undefined => {
  if (trainedUntil < today) return 'training-expired';
  return profession === 'nurse' && kind === 'pharmacy' ? 'premises' : undefined;
};

/** A training that ends within so many days is told to whoever signs in. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Days until the training ends, when they are few. */
export const trainingEndsSoon = (
  { trainedUntil }: Pick<SitePerson, 'trainedUntil'>,
  today: string,
): number | undefined => {
  const days = Math.round((Date.parse(trainedUntil) - Date.parse(today)) / DAY_MS);
  return days >= 0 && days <= SOON_DAYS ? days : undefined;
};

/** One of those who may sign in, as the sign-in page shows them. */
export const candidateSchema = z.strictObject({
  id: z.string(),
  ...assistantSchema.shape,
  manager: z.boolean(),
  obstacle: dutyObstacleSchema.optional(),
  trainingEndsInDays: z.int().nonnegative().optional(),
  /** May confirm on a device of their own instead of typing their code. */
  confirms: z.literal(true).optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/**
 * Those who may sign in, in the order of the profile; nothing of their codes. `elsewhere`: an identity provider is asked whether they confirm on a
 * device of their own.
 */
export const candidatesOf = (
  people: readonly SitePerson[],
  site: Pick<Site, 'kind'>,
  today: string,
  elsewhere: boolean,
): Candidate[] =>
  people.map((person) => {
    const obstacle = dutyObstacle(person, site, today);
    const days = trainingEndsSoon(person, today);
    const { id, name, givenName, profession, manager } = person;
    return {
      id,
      name,
      givenName,
      profession,
      manager,
      ...(obstacle && { obstacle }),
      ...(days !== undefined && { trainingEndsInDays: days }),
      ...(elsewhere && person.nationalId !== undefined && { confirms: true as const }),
    };
  });

const codeSchema = z.string().regex(/^\d{4,12}$/);

/** Somebody signs in by their code; with `allowedBy` a manager lets them, by theirs. */
export const signInSchema = z.strictObject({
  personId: z.string().max(40),
  code: codeSchema,
  allowedBy: z
    .strictObject({
      personId: z.string().max(40),
      code: codeSchema,
      reason: z.string().trim().min(1).max(200),
    })
    .optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** Whether a code can be tried now, after wrong ones. `remainingMs`: until the next one is taken, in milliseconds. */
export const codeTriesSchema = z.strictObject({
  left: z.int().nonnegative(),
  remainingMs: z.number().nonnegative().optional(),
});
export type CodeTries = z.infer<typeof codeTriesSchema>;
