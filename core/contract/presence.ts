import * as z from 'zod';
import { partySchema } from './side-calls.ts';

/** Sound and picture of one person, one way. */
const reachSchema = z.strictObject({ sound: z.boolean(), picture: z.boolean() });
export type Reach = z.infer<typeof reachSchema>;

/** What one page sends to each of the others, and what really arrives of them; nobody is named to whom there is no call. */
export const presenceReportSchema = z.strictObject({
  sends: z.partialRecord(partySchema, reachSchema),
  receives: z.partialRecord(partySchema, reachSchema),
});
export type PresenceReport = z.infer<typeof presenceReportSchema>;
/** `by` hears or sees `of`, now. */
const presenceSchema = z.strictObject({ by: partySchema, of: partySchema, ...reachSchema.shape });
export type Presence = z.infer<typeof presenceSchema>;
export const presenceBoardSchema = z.array(presenceSchema).max(12);
/** Who hears and sees whom: only what is true of either. */
export type PresenceBoard = z.infer<typeof presenceBoardSchema>;
