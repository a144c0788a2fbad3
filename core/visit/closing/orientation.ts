import * as z from 'zod';

/** Where a person is seen in presence. No place by name is offered: the choice of professional is the person's. */
export const ORIENTATION_PLACES = [
  'treating-doctor',
  'duty-doctor',
  'specialist',
  'emergency-department',
  'other',
] as const;

export const orientationSchema = z.strictObject({
  place: z.enum(ORIENTATION_PLACES),
  /** When, and what else the person has to know to be seen there; says all of it for another place. */
  details: z.string().trim().max(300),
});
/** Where the person goes from here, in a decision for care in presence. */
export type Orientation = z.infer<typeof orientationSchema>;

/** Whether the person would know where to go. */
export const saysWhere = ({ place, details }: Orientation): boolean => place !== 'other' || details !== '';
