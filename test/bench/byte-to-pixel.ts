import { openCabin } from '#test/harness/cabin.ts';
import { arriveAtMeasures } from '#test/harness/people/arrival.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { expect } from '#test/harness/people/expect.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';
import { compareClocks } from './clocks.ts';
import { type SeenStep, seenSteps, watchCurve } from './curve-watch.ts';
import { type Figure, figureOf } from './figure.ts';
import { openStepOximeter, type WrittenStep } from './step-oximeter.ts';

const SAMPLES = 220;
/** Some steps fall on the edge where the curve starts anew, and are seen late or not at all. */
const LARGEST_LOSS = 0.1;
/** Two steps to the same level are never closer. */
const LATEST_MS = 500;
const WATCH_WITHIN_MS = 115_000;
const PERSON = { familyName: 'Mesure', givenName: 'Jeanne', birthDate: '30/11/1947' } as const;

/** Time from each written step to the frame that shows it, in ms; steps that were never seen are left out. */
const latencies = (written: readonly WrittenStep[], seen: readonly SeenStep[], aheadMs: number): number[] =>
  written.flatMap(({ high, atMs }) => {
    const passed = seen
      .filter((step) => step.high === high)
      .map((step) => step.atMs - aheadMs - atMs)
      .find((time) => time > 0 && time < LATEST_MS);
    return passed === undefined ? [] : [passed];
  });

/** From the serial byte to the pixel of the curve of the pulse in the patient's window. */
export const byteToPixelFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  try {
    const oximeter = undo.later(await openStepOximeter());
    const cabin = undo.later(await openCabin({ devicesFile: oximeter.devicesFile, clockRate: 1 }));
    const words = wordsOf('fr');
    const page = await cabin.patient();
    const patient = new PatientHands(page, words);
    await arriveAtMeasures(
      { patient, assistant: new AssistantHands(await cabin.assistant(), words) },
      PERSON,
    );
    await patient.startsMeasures('oximetry');
    await page.getByRole('img', { name: words.patient.capture.wave }).waitFor();
    const before = await compareClocks(page);
    await watchCurve(page, words.patient.capture.wave);
    const first = oximeter.steps.length;
    await expect
      .poll(
        async () => {
          const count = (await seenSteps(page)).length;
          progress(`byte to pixel: ${count}/${SAMPLES}`);
          return count;
        },
        { timeout: WATCH_WITHIN_MS, intervals: [5_000] },
      )
      .toBeGreaterThan(SAMPLES);
    const written = oximeter.steps.slice(first, -2);
    const after = await compareClocks(page);
    const clocks = before.uncertaintyMs < after.uncertaintyMs ? before : after;
    progress(`byte to pixel: clocks agree within ${clocks.uncertaintyMs.toFixed(2)} ms`);
    const times = latencies(written, await seenSteps(page), clocks.aheadMs);
    if (times.length < written.length * (1 - LARGEST_LOSS)) {
      throw new Error(`Only ${times.length} of ${written.length} steps were seen on the screen`);
    }
    return [
      figureOf('serial-byte-to-pixel-p50', times, 0.5),
      figureOf('serial-byte-to-pixel-p95', times, 0.95),
      figureOf('serial-byte-to-pixel-max', times, 1),
    ];
  } finally {
    await undo.all();
  }
};
