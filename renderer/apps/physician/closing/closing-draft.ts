import type { ClosingWords } from '#core/visit/closing/closing.ts';
import { type Orientation, saysWhere } from '#core/visit/closing/orientation.ts';
import {
  isExplained,
  type SickLeave,
  type SickLeaveException,
  sickLeaveSchema,
} from '#core/visit/closing/sick-leave.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { WeighedExclusion } from '#core/visit/relevance/exclusions.ts';
import { isDecided } from '#core/visit/relevance/relevance.ts';
import type { ReportState } from '#core/visit/words.ts';

/** A sick leave as it is typed. */
export interface SickLeaveDraft {
  readonly days: string;
  readonly ongoingDays: string;
  readonly exception?: SickLeaveException;
}

/** What the physician has said so far of how the consultation ends. */
export interface ClosingDraft {
  readonly report?: ReportState;
  readonly advice: string;
  readonly place?: Orientation['place'];
  readonly details: string;
  /** Undefined: none was prescribed. */
  readonly sickLeave?: SickLeaveDraft | undefined;
  readonly remark: string;
  readonly takenOverBy: string;
}

export const EMPTY_CLOSING: ClosingDraft = { advice: '', details: '', remark: '', takenOverBy: '' };

/** What is still asked for, in the order of the dialog. */
export type ClosingGap =
  | 'taker'
  | 'decision'
  | 'decision-again'
  | 'orientation'
  | 'sick-leave-days'
  | 'sick-leave-exception'
  | 'report';

type Outcome =
  | { readonly ready: true; readonly words: ClosingWords; readonly handedOverTo?: string }
  | { readonly ready: false; readonly gap: ClosingGap };

type Known = Pick<PhysicianProjection, 'pathway' | 'emergency'> & {
  readonly exclusions: readonly WeighedExclusion[];
};

const numberOf = (typed: string): number | undefined =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

/** The length that was typed; undefined while it is none. */
export const sickLeaveOf = ({ days, ongoingDays, exception }: SickLeaveDraft): SickLeave | undefined => {
  const read = sickLeaveSchema.safeParse({
    days: numberOf(days),
    ongoingDays: ongoingDays.trim() === '' ? 0 : numberOf(ongoingDays),
    ...(exception === undefined ? {} : { exception }),
  });
  return read.success ? read.data : undefined;
};

const orientationOf = ({ place, details }: ClosingDraft): Orientation | undefined => {
  if (place === undefined) return undefined;
  const orientation = { place, details: details.trim() };
  return saysWhere(orientation) ? orientation : undefined;
};

const decisionGap = ({ pathway, exclusions }: Known): ClosingGap | undefined => {
  if (pathway === undefined) return 'decision';
  return isDecided({ pathway, exclusions }) ? undefined : 'decision-again';
};

const sickLeaveGap = ({ sickLeave }: ClosingDraft): ClosingGap | undefined => {
  if (sickLeave === undefined) return undefined;
  const leave = sickLeaveOf(sickLeave);
  if (leave === undefined) return 'sick-leave-days';
  return isExplained(leave) ? undefined : 'sick-leave-exception';
};

/** What the cabin is asked to close with, or what is missing first. */
export const closingFrom = (draft: ClosingDraft, known: Known): Outcome => {
  const needsTaker = known.emergency !== undefined;
  const handedOverTo = draft.takenOverBy.trim();
  const orientation = known.pathway === 'in-person' ? orientationOf(draft) : undefined;
  const gap =
    (needsTaker && handedOverTo === '' ? 'taker' : undefined) ??
    decisionGap(known) ??
    (known.pathway === 'in-person' && orientation === undefined ? 'orientation' : undefined) ??
    sickLeaveGap(draft);
  if (gap !== undefined) return { ready: false, gap };
  if (draft.report === undefined) return { ready: false, gap: 'report' };
  const sickLeave = draft.sickLeave && sickLeaveOf(draft.sickLeave);
  const remark = draft.remark.trim();
  return {
    ready: true,
    words: {
      report: draft.report,
      advice: draft.advice.trim(),
      ...(orientation === undefined ? {} : { orientation }),
      ...(sickLeave === undefined ? {} : { sickLeave }),
      ...(remark === '' ? {} : { incidentRemark: remark }),
    },
    ...(needsTaker ? { handedOverTo } : {}),
  };
};
