import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { PaperEvent } from './events.ts';
import type { Paper, PaperState, Papers } from './papers.ts';

const withPaper = (papers: Papers, paperId: string, change: (paper: Paper) => Paper): Papers => ({
  ...papers,
  list: papers.list.map((paper) => (paper.paperId === paperId ? change(paper) : paper)),
});

const inState = (papers: Papers, paperId: string, state: PaperState): Papers =>
  withPaper(papers, paperId, (paper) => ({ ...paper, state }));

/** What comes out now lies in the tray, whatever was taken out of it before. */
const withoutTray = ({ tray: _tray, ...papers }: Papers): Papers => papers;

/** The papers after an event at `at`. Pure. */
export const evolvePapers = (papers: Papers, body: PaperEvent, at: Instant): Papers => {
  switch (body.type) {
    case 'paper-sent':
      return {
        ...papers,
        list: [...papers.list, { ...body.paper, sentAt: at, state: { state: 'on-the-way' } }],
      };
    case 'paper-arrived':
      return inState(papers, body.paperId, { state: 'arrived' });
    case 'paper-refused':
      return inState(papers, body.paperId, { state: 'refused', code: body.code });
    case 'paper-taken-back':
      return inState(papers, body.paperId, { state: 'taken-back' });
    case 'paper-dropped':
      return inState(papers, body.paperId, { state: 'dropped' });
    case 'presence-confirmed': {
      const { by, name } = body;
      return { ...papers, presence: { by, at, ...(name === undefined ? {} : { name }) } };
    }
    case 'paper-printing':
      return withPaper(withoutTray(papers), body.paperId, (paper) => ({
        ...paper,
        state: { state: 'printing' },
        ...(body.reprint && { reprint: { ...body.reprint, at } }),
      }));
    case 'paper-printed':
      return inState(papers, body.paperId, { state: 'printed', at });
    case 'paper-failed':
      return inState(papers, body.paperId, { state: 'failed', code: body.code });
    case 'paper-settled':
      return inState(papers, body.paperId, { state: 'settled', outcome: body.outcome, by: body.by, at });
    case 'tray-emptied': {
      const { outcome, by, name } = body;
      return { ...papers, tray: { outcome, by, at, ...(name === undefined ? {} : { name }) } };
    }
    default:
      return assertNever(body);
  }
};
