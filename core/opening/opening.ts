import * as z from 'zod';

/** Why nobody can begin a visit now. Emergency numbers, address and the call for help stay within reach all the same. */
const CLOSED_REASONS = ['nobody-on-duty'] as const;
export const closedReasonSchema = z.enum(CLOSED_REASONS);
export type ClosedReason = z.infer<typeof closedReasonSchema>;
