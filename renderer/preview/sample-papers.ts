import type { AssistantPapers } from '#core/visit/papers/paper-views.ts';
import type { Paper, Papers } from '#core/visit/papers/papers.ts';

const AT = '2026-03-02T09:58:00.000+01:00';
const paper = (paperId: string, change: Partial<Paper>): Paper => ({
  paperId,
  kind: 'prescription',
  name: 'Ordonnance RIOU Madeleine 2026-03-02.pdf',
  pages: 1,
  byteLength: 84_200,
  sha256: 'c'.repeat(64),
  sentAt: AT,
  state: { state: 'arrived' },
  ...change,
});

const LISTS = {
  presence: [paper('paper-0001', {}), paper('paper-0002', { kind: 'sick-leave', pages: 3 })],
  stuck: [
    paper('paper-0001', { state: { state: 'printed', at: AT } }),
    paper('paper-0002', {
      kind: 'sick-leave',
      pages: 3,
      state: { state: 'failed', code: 'PRINTER_PAPER_OUT' },
    }),
  ],
  take: [
    paper('paper-0001', { state: { state: 'printed', at: AT } }),
    paper('paper-0002', {
      kind: 'sick-leave',
      pages: 3,
      state: { state: 'settled', outcome: 'sent-otherwise', by: 'Awa Diallo', at: AT },
    }),
  ],
} as const;

const presence = (step: keyof typeof LISTS): Pick<Papers, 'presence'> =>
  step === 'presence' ? {} : { presence: { by: 'patient', at: AT } };

/** Papers at a step, as the physician's page has them. */
export const physicianPapers = (step: keyof typeof LISTS): Papers => ({
  ...presence(step),
  list: [...LISTS[step]],
});

/** The same as the assistant has them. */
export const assistantPapers = (step: keyof typeof LISTS): AssistantPapers => ({
  ...presence(step),
  step,
  list: LISTS[step].map(({ name: _name, sha256: _hash, byteLength: _length, ...rest }) => rest),
});
