import * as z from 'zod';
import type { Role } from '../words.ts';
import { emergencyCallSchema, emergencyEndingSchema } from './emergency.ts';

/** What people may say of an emergency. */
export const EMERGENCY_COMMANDS = {
  'raise-emergency': z.strictObject({ type: z.literal('raise-emergency') }),
  'acknowledge-emergency': z.strictObject({ type: z.literal('acknowledge-emergency') }),
  /** Somebody has called, by their own telephone. */
  'note-emergency-call': z.strictObject({
    type: z.literal('note-emergency-call'),
    service: emergencyCallSchema.shape.service,
  }),
  /** The patient says that it was a mistake; the assistant closes it. */
  'retract-emergency': z.strictObject({ type: z.literal('retract-emergency') }),
  'close-emergency': z.strictObject({ type: z.literal('close-emergency'), ending: emergencyEndingSchema }),
} as const;

export type EmergencyCommand = {
  [Type in keyof typeof EMERGENCY_COMMANDS]: z.infer<(typeof EMERGENCY_COMMANDS)[Type]>;
}[keyof typeof EMERGENCY_COMMANDS];

export const EMERGENCY_COMMAND_ROLES: Record<EmergencyCommand['type'], readonly Role[]> = {
  'raise-emergency': ['patient', 'assistant', 'physician'],
  'acknowledge-emergency': ['assistant'],
  'note-emergency-call': ['assistant', 'physician'],
  'retract-emergency': ['patient'],
  'close-emergency': ['assistant'],
};
