import { provideBuild } from './build.mjs';
import { provideModules } from './modules.mjs';
import { findRuntime } from './runtime/find.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * Brings a fresh clone to the point where a command can work, and costs next to nothing when it is there already.
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 * @param {readonly import('./system-packages.mjs').Need[]} needs
 */
export const prepare = async (terminal, needs) => {
  await provideModules(terminal);
  await provideSystemPackages(needs, terminal);
};

/**
 * The same for commands that open our windows: the application built and a runtime to start it with.
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 * @param {readonly import('./system-packages.mjs').Need[]} needs
 * @returns {Promise<import('./runtime/find.mjs').Runtime>}
 */
export const prepareApplication = async (terminal, needs) => {
  await prepare(terminal, needs);
  const runtime = await findRuntime(terminal);
  await provideBuild(terminal);
  return runtime;
};
