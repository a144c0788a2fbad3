import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from '../lib/arguments.mjs';
import { inProject } from '../lib/paths.mjs';
import { runNode } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { createTerminal } from '../lib/terminal.mjs';
import { offerHelp } from '../lib/usage.mjs';
import { planPackage } from '../packaging/plan.mjs';
import { prepareApplication } from '../setup/prepare.mjs';

const options = /** @type {const} */ ({ 'for-tests': { kind: 'flag', says: 'usagePackageForTests' } });

/**
 * `npm run package`: installers for this system in `out/packages`.
 * @param {string[]} argv
 */
export const main = async (argv) => {
  offerHelp(argv, { command: 'npm run package', purpose: 'usagePackage', options });
  const asked = readOptions(argv, options);
  const terminal = createTerminal({ language: asked.lang });
  const { folder, version } = await prepareApplication(terminal, []);
  const { refused, args } = planPackage({
    forTests: asked['for-tests'] === true,
    // Recognised by its stand-in application, also when someone names its folder.
    isFallback: existsSync(join(folder, 'resources', 'app', 'arguments.mjs')),
    folder,
    version,
    platform: process.platform,
  });
  if (refused) throw new Stop(terminal.text('packageFallbackRefused'), 2);
  const { exitCode } = await runNode([inProject('node_modules', 'electron-builder', 'cli.js'), ...args], {
    passOutput: true,
  });
  if (exitCode === 0) terminal.say('packageDone', { folder: inProject('out', 'packages') });
  return exitCode;
};
