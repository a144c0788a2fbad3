import * as z from 'zod';

/** Longest sick leave of a teleconsultation, an ongoing one included, in days (article 65, law 2023-1250 of 26 December 2023). */
const LONGEST_DAYS = 3;

/**
 * `treating-doctor`: the prescriber is the person's treating doctor or referring midwife. `cannot-be-seen`: an extension, and the person
 * duly justifies that no competent professional could see them in presence. `none`: neither, and the physician knows it.
 */
export const SICK_LEAVE_EXCEPTIONS = ['treating-doctor', 'cannot-be-seen', 'none'] as const;
export type SickLeaveException = (typeof SICK_LEAVE_EXCEPTIONS)[number];

export const sickLeaveSchema = z.strictObject({
  /** Prescribed in this consultation, by the physician's own software. */
  days: z.int().min(1).max(365),
  /** Already spent in a leave that this one extends; 0 for a first one. */
  ongoingDays: z.int().min(0).max(1_095),
  exception: z.enum(SICK_LEAVE_EXCEPTIONS).optional(),
});
/** What the physician says of a sick leave; Cabine prescribes none. */
export type SickLeave = z.infer<typeof sickLeaveSchema>;

type Length = Pick<SickLeave, 'days' | 'ongoingDays'>;

/** Whether the law asks for one of its exceptions. */
export const exceedsRemoteLimit = ({ days, ongoingDays }: Length): boolean =>
  days + ongoingDays > LONGEST_DAYS;

/** What may be answered then: an impossibility to be seen is one for an extension only. */
export const exceptionsFor = ({ ongoingDays }: Pick<Length, 'ongoingDays'>): readonly SickLeaveException[] =>
  SICK_LEAVE_EXCEPTIONS.filter((exception) => exception !== 'cannot-be-seen' || ongoingDays > 0);

/** Whether what the law asks has been answered. */
export const isExplained = (leave: SickLeave): boolean =>
  !exceedsRemoteLimit(leave) ||
  (leave.exception !== undefined && exceptionsFor(leave).includes(leave.exception));
