import * as z from 'zod';
import { lateralitySchema } from './laterality.ts';

/** Places of the skin of which there is one, from head to seat. */
export const SINGLE_PLACES = ['face', 'scalp', 'neck', 'chest', 'abdomen', 'back', 'buttocks'] as const;
export type SinglePlace = (typeof SINGLE_PLACES)[number];

/** Places of the skin of which there are two, from shoulder to toe. */
export const PAIRED_PLACES = ['arm', 'forearm', 'hand', 'thigh', 'leg', 'foot'] as const;
export type PairedPlace = (typeof PAIRED_PLACES)[number];

/** Longest name of a place in the physician's or the assistant's own words. */
export const LONGEST_PLACE = 40;

/**
 * Where on the skin a picture is taken: a picture of a mole is worth nothing without it. Few places, as they are said aloud; what none of
 * them names is written.
 */
export const skinPlaceSchema = z.discriminatedUnion('place', [
  z.strictObject({ place: z.enum(SINGLE_PLACES) }),
  z.strictObject({ place: z.enum(PAIRED_PLACES), laterality: lateralitySchema }),
  z.strictObject({ place: z.literal('elsewhere'), words: z.string().trim().min(1).max(LONGEST_PLACE) }),
]);
export type SkinPlace = z.infer<typeof skinPlaceSchema>;

/** Whether both name one place. */
export const isSamePlace = (one: SkinPlace, other: SkinPlace): boolean =>
  one.place === other.place &&
  ('laterality' in one ? one.laterality : undefined) ===
    ('laterality' in other ? other.laterality : undefined) &&
  ('words' in one ? one.words : undefined) === ('words' in other ? other.words : undefined);
