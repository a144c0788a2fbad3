import * as z from 'zod';
import { pathwaySchema, type Role } from '../words.ts';
import { exclusionSchema } from './exclusions.ts';

/** What may be said of whether remote care is right for this person. */
export const RELEVANCE_COMMANDS = {
  'choose-pathway': z.strictObject({ type: z.literal('choose-pathway'), pathway: pathwaySchema }),
  'note-exclusion': z.strictObject({ type: z.literal('note-exclusion'), exclusion: exclusionSchema }),
  /** By mistake, or not so any more: each role takes back what it noted itself. */
  'withdraw-exclusion': z.strictObject({ type: z.literal('withdraw-exclusion'), exclusion: exclusionSchema }),
} as const;

export type RelevanceCommand = {
  [Type in keyof typeof RELEVANCE_COMMANDS]: z.infer<(typeof RELEVANCE_COMMANDS)[Type]>;
}[keyof typeof RELEVANCE_COMMANDS];

export const RELEVANCE_COMMAND_ROLES: Record<RelevanceCommand['type'], readonly Role[]> = {
  'choose-pathway': ['physician'],
  'note-exclusion': ['assistant', 'physician'],
  'withdraw-exclusion': ['assistant', 'physician'],
};
