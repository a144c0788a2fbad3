import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cabinSwitches } from '#scripts/lib/electron-switches.mjs';
import { inProject, PROJECT } from '#test/harness/paths.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openRig } from '#test/harness/rig.ts';
import { comparedFigure, type Figure } from './figure.ts';
import { timeToButton } from './first-button.ts';

const RUNS = 7;

/** Launch of the cabin to the first button that the patient can touch, in turn with an empty window of the same Electron. */
export const launchFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const rig = await openRig({ clockRate: 6 });
  const handoverFolder = await mkdtemp(join(tmpdir(), 'cabine-bench-handover-'));
  const cabin = [
    '--use-fake-device-for-media-stream',
    ...cabinSwitches({
      devicesFile: rig.devicesFile,
      profileFile: undefined,
      windowed: false,
      technician: false,
      language: 'fr',
      clockRate: 6,
      gatewayPort: 0,
      handoverFolder,
    }),
    PROJECT,
  ];
  const measureCabin = () => timeToButton(cabin, wordsOf('fr').patient.bar.help);
  const measureEmpty = () => timeToButton([inProject('test', 'bench', 'empty-window')], 'Begin');
  try {
    // The first start of each reads its files from the disk; the figure is of the starts after it.
    await measureEmpty();
    await measureCabin();
    const cabins: number[] = [];
    const empties: number[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      empties.push(await measureEmpty());
      cabins.push(await measureCabin());
      progress(
        `launch ${run}/${RUNS}: cabin ${cabins.at(-1)?.toFixed(0)} ms, empty window ${empties.at(-1)?.toFixed(0)} ms`,
      );
    }
    return [comparedFigure('launch-to-first-button', cabins, empties)];
  } finally {
    await rig.close();
    await rm(handoverFolder, { recursive: true, force: true });
  }
};
