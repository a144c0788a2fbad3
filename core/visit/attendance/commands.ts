import * as z from 'zod';
import type { Role } from '../words.ts';
import { REACHES } from './attendance.ts';

/** What may be asked about a person who may have left. */
export const ATTENDANCE_COMMANDS = {
  /** The screen was touched, or the assistant sees them; over a blanked screen only the assistant's counts: the same person is back. */
  'give-sign': z.strictObject({ type: z.literal('give-sign') }),
  /** The assistant has looked: they are gone, and the visit is over. */
  'note-departure': z.strictObject({
    type: z.literal('note-departure'),
    /** Asked for when they must be reached. */
    reach: z.enum(REACHES).optional(),
  }),
} as const;

export type AttendanceCommand = {
  [Type in keyof typeof ATTENDANCE_COMMANDS]: z.infer<(typeof ATTENDANCE_COMMANDS)[Type]>;
}[keyof typeof ATTENDANCE_COMMANDS];

export const ATTENDANCE_COMMAND_ROLES: Record<AttendanceCommand['type'], readonly Role[]> = {
  'give-sign': ['patient', 'assistant'],
  'note-departure': ['assistant'],
};
