import { judgeEchoes, type ReadingEchoes } from '../../call/echo.ts';
import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import type { Decision } from './context.ts';

/** A reading that the physician's page shows as it is has been seen; a different one is an incident, once for each reading. */
export const noteEchoes = (visit: Visit, echoes: ReadingEchoes): Decision => {
  if (visit.claim === undefined) return fail(failure('NOT_NOW'));
  const { same, differing } = judgeEchoes(visit.readings, echoes);
  const seen = same.filter((id) => visit.echoes[id]?.state !== 'seen');
  const differed = differing.filter((id) => visit.echoes[id]?.state !== 'differed');
  return ok([
    ...seen.map((readingId): EventBody => ({ type: 'reading-seen', readingId })),
    ...differed.flatMap((readingId): EventBody[] => [
      { type: 'reading-differed', readingId },
      { type: 'incident', code: 'READING_DIFFERS' },
    ]),
  ]);
};
