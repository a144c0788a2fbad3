import { provideDisplay } from '../lib/display.mjs';
import { findProgram } from '../lib/find-program.mjs';
import { owningProcesses } from '../lib/owning.mjs';
import { inProject } from '../lib/paths.mjs';
import { typescriptArguments } from '../lib/run.mjs';
import { createTerminal, languageOf } from '../lib/terminal.mjs';
import { prepareApplication } from '../setup/prepare.mjs';

/** Exit code of a run cut short by Ctrl-C: what it was to measure or show did not happen. */
const cutShort = 130;

/**
 * Runs a program that drives real windows and a real browser, everything it needs being there.
 * It finds Electron through `ELECTRON_OVERRIDE_DIST_PATH` and the browser through `CABINE_CHROMIUM`.
 * @param {readonly string[]} file the TypeScript program, inside the project
 * @param {readonly string[]} argv
 * @returns {Promise<number>}
 */
export const runDriven = async (file, argv) => {
  const terminal = createTerminal({ language: languageOf(argv) });
  const runtime = await prepareApplication(terminal, ['electron', 'display', 'pseudo-terminal', 'browser']);
  return owningProcesses(
    async (processes) => {
      const display = await provideDisplay(processes, terminal);
      const env = { ...display, ...driverEnvironment(runtime) };
      const args = typescriptArguments(inProject(...file), argv);
      return processes.start(file.join('/'), process.execPath, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env,
      }).exited;
    },
    { onInterrupt: () => terminal.say('stopping'), interruptedExitCode: cutShort },
  );
};

/** @param {import('../setup/runtime/find.mjs').Runtime} runtime @returns {NodeJS.ProcessEnv} */
export const driverEnvironment = ({ folder }) => {
  const chromium = ['chromium', 'chromium-browser', 'google-chrome']
    .map((name) => findProgram(name))
    .find(Boolean);
  return {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ...(chromium === undefined ? {} : { CABINE_CHROMIUM: chromium }),
  };
};
