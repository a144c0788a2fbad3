import type { ExamItem } from '#core/visit/examination/examination.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/** Pictures or clips of one instrument that were not thrown away: what is here or comes, then what failed, each the newest first. */
export const keptItems = (
  { examination }: PhysicianProjection,
  instrument: ExamTarget['instrument'],
): readonly ExamItem[] => {
  const items = examination.items
    .filter(({ target, state }) => target.instrument === instrument && state.state !== 'discarded')
    .toReversed();
  const hasFailed = ({ state }: ExamItem): boolean => state.state === 'failed';
  return [...items.filter((item) => !hasFailed(item)), ...items.filter(hasFailed)];
};
