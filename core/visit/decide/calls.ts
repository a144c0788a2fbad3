import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import type { Milliseconds } from '../../time.ts';
import type { EventBody } from '../events.ts';
import { endPrivacy } from '../privacy/decide-privacy.ts';
import type { Visit } from '../visit.ts';
import { HELP_STEPS, type HelpStep } from '../words.ts';
import type { Decision } from './context.ts';

/** How long after a request for help the next one is told: a person alone in a cabin is to hear a human within half a minute. */
const HELP_STEP_AFTER_MS: Record<HelpStep, Milliseconds> = {
  asked: 0,
  insisted: 30_000,
  'physician-told': 90_000,
};

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);

/** Nobody has come yet for the help that was asked. */
export const isHelpOpen = (visit: Visit): boolean =>
  visit.help !== undefined && visit.help.acknowledgedAt === undefined;

/** Help asked twice is one request, until somebody has answered it. */
export const askHelp = (visit: Visit): Decision =>
  isHelpOpen(visit) ? nothing : ok([{ type: 'help-asked' }]);

/** Where a request stands that nobody has answered: what comes next, and how long after it was asked; undefined when all have been told. */
export const nextHelpStep = ({
  help,
}: Visit): { readonly step: HelpStep; readonly dueMs: Milliseconds } | undefined => {
  if (help === undefined || help.acknowledgedAt !== undefined) return undefined;
  const step = HELP_STEPS[HELP_STEPS.indexOf(help.step) + 1];
  return step && { step, dueMs: help.askedAtMs + HELP_STEP_AFTER_MS[step] };
};

/** A human has to come: what was not answered is asked again, and then of the physician too; that it went so far is in the record. */
export const escalateHelp = (visit: Visit, nowMs: Milliseconds): Decision => {
  const next = nextHelpStep(visit);
  if (next === undefined || nowMs < next.dueMs) return nothing;
  const escalated: EventBody = { type: 'help-escalated', step: next.step };
  return ok(
    // Before somebody has begun there is no record yet.
    next.step === 'physician-told' && visit.stage !== 'welcome'
      ? [escalated, { type: 'incident', code: 'HELP_UNANSWERED' }]
      : [escalated],
  );
};

/** Whoever comes is in the room again, and a talk alone is over: the patient has called them. */
export const acknowledgeHelp = (visit: Visit): Decision =>
  isHelpOpen(visit) ? ok([{ type: 'help-acknowledged' }, ...endPrivacy(visit, 'help')]) : notNow;
