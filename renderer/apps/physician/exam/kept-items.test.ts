import { expect, it } from 'vitest';
import type { ExamItem } from '#core/visit/examination/examination.ts';
import { PRE_BRIEF } from '#test/harness/pre-brief.ts';
import { keptItems } from './kept-items.ts';

const item = (itemId: string, state: ExamItem['state']): ExamItem => ({
  itemId,
  requestId: 'request-1',
  target: { instrument: 'stethoscope', point: 'back-1' },
  askedAt: '2026-03-02T09:52:00.000+01:00',
  state,
});
const taken = {
  takenAt: '2026-03-02T09:52:00.000+01:00',
  device: 'Stethoscope',
  simulated: true,
  byteLength: 1,
  sha256: 'a'.repeat(64),
};

it('puts what can be played first, the newest before, and what failed last', () => {
  const items = [
    item('old', { state: 'delivered', taken }),
    item('new', { state: 'delivered', taken }),
    item('gone', { state: 'discarded' }),
    item('failed', { state: 'failed', code: 'CLIP_BROKEN' }),
    item('coming', { state: 'taken', taken }),
    item('failed-again', { state: 'failed', code: 'CLIP_BROKEN' }),
  ];
  const visit = { ...PRE_BRIEF, examination: { ...PRE_BRIEF.examination, items } };
  expect(keptItems(visit, 'stethoscope').map(({ itemId }) => itemId)).toEqual([
    'coming',
    'new',
    'old',
    'failed-again',
    'failed',
  ]);
  expect(keptItems(visit, 'exam-camera')).toEqual([]);
});
