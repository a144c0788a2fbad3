import type { ExamTarget } from '#core/visit/examination/targets.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/** Pictures or clips of one instrument that were not thrown away, the newest first. */
export const keptItems = ({ examination }: PhysicianProjection, instrument: ExamTarget['instrument']) =>
  examination.items
    .filter(({ target, state }) => target.instrument === instrument && state.state !== 'discarded')
    .toReversed();
