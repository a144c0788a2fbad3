import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { Decision, DecisionContext } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import { openExam } from '../examination/examination.ts';
import { isCapturing, type Visit } from '../visit.ts';
import type { PrivacyCommand } from './commands.ts';
import { isPrivate, type PrivacyEnding } from './privacy.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);
const ended = (ending: PrivacyEnding): Decision => ok([{ type: 'private-talk-ended', ending }]);

/** Patient and physician speak with one another, and nothing needs the assistant's hands. */
const mayBegin = (visit: Visit): boolean =>
  visit.stage === 'call' &&
  visit.claim?.acknowledged === true &&
  !visit.paused &&
  visit.emergency === undefined &&
  !isCapturing(visit) &&
  openExam(visit.examination) === undefined;

const isOpen = ({ privacy }: Visit): boolean => privacy !== undefined && privacy.state !== 'over';

/** An end that none of the people asked for, or that ends it for all; nothing where there is none. */
export const endPrivacy = (visit: Visit, ending: PrivacyEnding): readonly EventBody[] =>
  isOpen(visit) ? [{ type: 'private-talk-ended', ending }] : [];

/** The assistant goes: their window leaves the call first, so that it hears nothing from then on. */
const begin = (visit: Visit): Decision => {
  if (isPrivate(visit.privacy)) return nothing;
  if (!mayBegin(visit)) return notNow;
  const leaving: readonly EventBody[] =
    visit.company.assistant === 'joined' ? [{ type: 'assistant-stepped-out' }] : [];
  return ok([...leaving, { type: 'private-talk-started' }]);
};

/** What an agreement to the assistant's presence that is not given, or is withdrawn, comes to in a consultation. */
export const wishAloneOf = (visit: Visit): readonly EventBody[] =>
  visit.stage === 'call' && !isOpen(visit) && visit.emergency === undefined
    ? [{ type: 'private-talk-asked', by: 'patient' }]
    : [];

/** Decides on a talk of patient and physician alone. The assistant comes back only by their yes, and never unsaid. */
export const decidePrivacy = (visit: Visit, command: PrivacyCommand, { by }: DecisionContext): Decision => {
  const { privacy } = visit;
  switch (command.type) {
    case 'ask-private-talk':
      if (isOpen(visit)) return nothing;
      return mayBegin(visit) && by !== 'assistant' ? ok([{ type: 'private-talk-asked', by }]) : notNow;
    case 'withdraw-private-talk':
      return privacy?.state === 'asked' ? ended('withdrawn') : notNow;
    case 'decline-private-talk':
      return privacy?.state === 'asked' ? ended('declined') : notNow;
    case 'start-private-talk':
      return begin(visit);
    case 'ask-return':
      if (privacy?.state === 'return-asked') return nothing;
      return privacy?.state === 'alone' ? ok([{ type: 'return-asked' }]) : notNow;
    case 'let-return':
      if (!isPrivate(privacy)) return notNow;
      return ok([
        { type: 'private-talk-ended', ending: 'let-in' },
        // Whoever lets them in themselves knows.
        ...(by === 'patient' ? [{ type: 'return-acknowledged' } as const] : []),
      ]);
    case 'keep-private':
      return privacy?.state === 'return-asked' ? ok([{ type: 'return-put-off' }]) : nothing;
    case 'acknowledge-return':
      return privacy?.state === 'over' ? ok([{ type: 'return-acknowledged' }]) : nothing;
    default:
      return assertNever(command);
  }
};
