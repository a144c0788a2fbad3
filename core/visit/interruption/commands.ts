import * as z from 'zod';
import type { Role } from '../words.ts';
import { ABSENCE_CHOICES, LINE_CHOICES } from './interruption.ts';

/** What may be asked about a consultation that does not go on. */
export const INTERRUPTION_COMMANDS = {
  /** The physician does not come back: wait, be called on the telephone of the place, or wait for whoever comes first. */
  'answer-absence': z.strictObject({
    type: z.literal('answer-absence'),
    answer: z.enum([...ABSENCE_CHOICES, 'queue']),
  }),
  /** The line bears no picture: go on, telephone, or give the patient back until it does. */
  'answer-line': z.strictObject({
    type: z.literal('answer-line'),
    answer: z.enum([...LINE_CHOICES, 'postpone']),
  }),
} as const;

export type InterruptionCommand = {
  [Type in keyof typeof INTERRUPTION_COMMANDS]: z.infer<(typeof INTERRUPTION_COMMANDS)[Type]>;
}[keyof typeof INTERRUPTION_COMMANDS];

export const INTERRUPTION_COMMAND_ROLES: Record<InterruptionCommand['type'], readonly Role[]> = {
  'answer-absence': ['patient', 'assistant'],
  'answer-line': ['physician'],
};
