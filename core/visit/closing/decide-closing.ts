import { type Failure, failure } from '../../contract/error-codes.ts';
import { fail, ok, type Result } from '../../result.ts';
import { isDecided } from '../relevance/relevance.ts';
import type { Visit } from '../visit.ts';
import type { ClosingWords } from './closing.ts';
import { saysWhere } from './orientation.ts';
import { isExplained } from './sick-leave.ts';

/**
 * What a consultation is closed with: a decision that knows of every exclusion (`DECISION_MISSING`), for care in presence where it is
 * found (`ORIENTATION_MISSING`), a report state that the patient agrees to (`CONSENT_REFUSED`), and for a sick leave beyond the legal
 * length an answer about its exceptions (`SICK_LEAVE_UNEXPLAINED`).
 */
export const closingOf = (
  visit: Visit,
  { orientation, ...words }: ClosingWords,
): Result<ClosingWords, Failure> => {
  if (!isDecided(visit)) return fail(failure('DECISION_MISSING'));
  // The patient has said no to it, or has not said yes.
  if (words.report === 'sent-to-doctor' && !visit.consents['report-to-doctor'])
    return fail(failure('CONSENT_REFUSED', 'report-to-doctor'));
  if (words.sickLeave !== undefined && !isExplained(words.sickLeave))
    return fail(failure('SICK_LEAVE_UNEXPLAINED'));
  if (visit.pathway !== 'in-person') return ok(words);
  return orientation !== undefined && saysWhere(orientation)
    ? ok({ ...words, orientation })
    : fail(failure('ORIENTATION_MISSING'));
};
