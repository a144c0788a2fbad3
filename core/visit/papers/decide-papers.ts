import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { Decision, DecisionContext } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import type { PaperCommand } from './commands.ts';
import type { PaperEvent, PaperNews } from './events.ts';
import { evolvePapers } from './evolve-papers.ts';
import { isComing, PAPER_LIMITS, type Paper, type PaperState, papersStep } from './papers.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);
type Of<Type extends PaperCommand['type']> = Extract<PaperCommand, { type: Type }>;

const NOT_PRINTED: readonly PaperState['state'][] = ['on-the-way', 'arrived', 'failed'];

/** Papers whose physician goes before closing: nobody answers for them, and the next one writes their own. */
export const dropPapers = ({ papers, closing }: Visit): readonly EventBody[] =>
  closing === undefined
    ? papers.list
        .filter(({ state }) => NOT_PRINTED.includes(state.state))
        .map(({ paperId }) => ({ type: 'paper-dropped', paperId }))
    : [];

/** A consultation is not closed over a paper that is still coming (`PAPER_ON_THE_WAY`): it would be in nobody's hands. */
export const papersAllowClosing = ({ papers }: Visit): boolean => !isComing(papers);

/** No visit ends over a paper that is not printed, not in the patient's hands, and of which nobody has said what becomes of it. */
export const papersAllowEnd = ({ papers }: Visit): boolean => papersStep(papers) === 'over';

/** The record left with the closing; it leaves once more when the last paper is settled, with what became of them. */
const withRecord = (visit: Visit, events: readonly PaperEvent[], now: string): Decision => {
  const after = events.reduce((papers, body) => evolvePapers(papers, body, now), visit.papers);
  const settles = !papersAllowEnd(visit) && papersStep(after) === 'over' && visit.closing !== undefined;
  return ok(settles ? [...events, { type: 'handover-started' }] : events);
};

const send = (visit: Visit, { paper }: Of<'send-paper'>): Decision => {
  if (visit.closing !== undefined) return fail(failure('CONSULTATION_CLOSED'));
  if (visit.stage !== 'call' || visit.claim === undefined) return notNow;
  if (visit.papers.list.some(({ paperId }) => paperId === paper.paperId)) return nothing;
  if (visit.papers.list.length >= PAPER_LIMITS.papers) return fail(failure('PAPER_TOO_MANY'));
  return ok([{ type: 'paper-sent', paper }]);
};

const waiting = ({ papers }: Visit): readonly Paper[] =>
  papers.list.filter(({ state }) => state.state === 'arrived');

/** Nothing is printed while the patient may be gone: somebody else would find it in the tray. */
const confirmPresence = (visit: Visit, { by, assistant }: DecisionContext): Decision => {
  if (visit.closing === undefined || papersStep(visit.papers) !== 'presence') return notNow;
  const said: PaperEvent =
    by === 'assistant'
      ? { type: 'presence-confirmed', by, ...(assistant && { name: assistant.name }) }
      : { type: 'presence-confirmed', by: 'patient' };
  return ok([said, ...waiting(visit).map(({ paperId }) => ({ type: 'paper-printing', paperId }) as const)]);
};

const emptyTray = (
  visit: Visit,
  outcome: 'taken' | 'removed',
  { by, assistant, now }: DecisionContext,
): Decision => {
  if (papersStep(visit.papers) !== 'take') return notNow;
  const said: PaperEvent =
    by === 'assistant'
      ? { type: 'tray-emptied', outcome, by, ...(assistant && { name: assistant.name }) }
      : { type: 'tray-emptied', outcome, by: 'patient' };
  return withRecord(visit, [said], now);
};

/** Decides on a command about papers. Pure. */
export const decidePapers = (visit: Visit, command: PaperCommand, context: DecisionContext): Decision => {
  const { assistant, now } = context;
  const paper =
    'paperId' in command ? visit.papers.list.find(({ paperId }) => paperId === command.paperId) : undefined;
  const state = paper?.state.state;
  const isClosed = visit.closing !== undefined;
  switch (command.type) {
    case 'send-paper':
      return send(visit, command);
    case 'take-back-paper':
      if (state === 'taken-back') return nothing;
      return state !== undefined && NOT_PRINTED.includes(state)
        ? withRecord(visit, [{ type: 'paper-taken-back', paperId: command.paperId }], now)
        : notNow;
    case 'confirm-presence':
      return confirmPresence(visit, context);
    case 'retry-paper':
      return isClosed && state === 'failed' && visit.papers.presence !== undefined
        ? ok([{ type: 'paper-printing', paperId: command.paperId }])
        : notNow;
    case 'reprint-paper': {
      const { paperId, reason } = command;
      if (state !== 'printed' || paper?.reprint !== undefined || assistant === undefined) return notNow;
      return ok([{ type: 'paper-printing', paperId, reprint: { reason, by: assistant.name } }]);
    }
    case 'settle-paper': {
      const { paperId, outcome } = command;
      if (!isClosed || (state !== 'arrived' && state !== 'failed') || assistant === undefined) return notNow;
      return withRecord(visit, [{ type: 'paper-settled', paperId, outcome, by: assistant.name }], now);
    }
    case 'take-papers':
      return emptyTray(visit, 'taken', context);
    case 'remove-papers':
      return emptyTray(visit, 'removed', context);
    default:
      return assertNever(command);
  }
};

/** What the printing desk says; of a paper that the visit does not wait for it is dropped. A failure is a technical incident. */
export const decidePaperNews = (visit: Visit, news: PaperNews, { now }: DecisionContext): Decision => {
  const { paperId } = news;
  const state = visit.papers.list.find((paper) => paper.paperId === paperId)?.state.state;
  switch (news.type) {
    case 'note-paper-arrived':
      return state === 'on-the-way' ? ok([{ type: 'paper-arrived', paperId }]) : nothing;
    case 'refuse-paper':
      return state === 'on-the-way' ? ok([{ type: 'paper-refused', paperId, code: news.code }]) : nothing;
    case 'note-paper-printed':
      return state === 'printing' ? withRecord(visit, [{ type: 'paper-printed', paperId }], now) : nothing;
    case 'note-paper-failed':
      return state === 'printing'
        ? ok([
            { type: 'paper-failed', paperId, code: news.code },
            { type: 'incident', code: news.code },
          ])
        : nothing;
    default:
      return assertNever(news);
  }
};
