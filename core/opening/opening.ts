import * as z from 'zod';

/**
 * Why nobody can begin a visit now. `visit-interrupted`: the cabin was cut off in one, and nobody has taken note of it yet. Emergency numbers,
 * address and the call for help stay within reach all the same.
 */
const CLOSED_REASONS = ['nobody-on-duty', 'visit-interrupted'] as const;
export const closedReasonSchema = z.enum(CLOSED_REASONS);
export type ClosedReason = z.infer<typeof closedReasonSchema>;
