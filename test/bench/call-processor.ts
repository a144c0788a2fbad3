import { inTurn } from '#test/harness/undo.ts';
import { openCallStage } from './call-stage.ts';
import { comparedFigure, type Figure } from './figure.ts';
import { browserSeconds, cabinSeconds, processorShares } from './processor-share.ts';

const HD_LINES = 720;
const HD_WITHIN_MS = 60_000;

/** What a call of 720 lines each way takes of one processor at each end, beside what the same windows take just before it. */
export const callProcessorFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  try {
    const stage = await openCallStage(undo);
    const programs = [cabinSeconds(stage.cabin), await browserSeconds(stage.there)];
    await stage.takes();
    progress('call processor: before the call');
    const before = await processorShares(programs);
    await stage.acknowledges();
    for (const page of [stage.here, stage.there])
      await page.waitForFunction(
        (lines) =>
          [...document.querySelectorAll('video')].some(
            (video) => video.videoHeight >= lines && video.closest('.self, .selfview') === null,
          ),
        HD_LINES,
        { timeout: HD_WITHIN_MS },
      );
    progress('call processor: in the call');
    const during = await processorShares(programs);
    return (['cabin', 'physician'] as const).map((side, index) => ({
      ...comparedFigure(`call-720p-processor-${side}`, during[index] ?? [], before[index] ?? []),
      unit: '% core',
    }));
  } finally {
    await undo.all();
  }
};
