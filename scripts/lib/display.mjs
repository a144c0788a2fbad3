import { once } from 'node:events';
import { findProgram } from './find-program.mjs';
import { Stop } from './stop.mjs';

/** Larger than any window we open: one as large as the screen loses a pixel where there is no window manager. */
const screen = '3840x2160x24';

/** Whether windows can be shown as things are. @param {NodeJS.ProcessEnv} env */
const hasDisplay = (env) =>
  process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/**
 * Makes sure windows can be shown: where there is no display, starts a virtual one of our own.
 * @param {import('./processes.mjs').Processes} processes
 * @param {import('./terminal.mjs').Terminal} terminal
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for programs that open windows
 */
export const provideDisplay = async (processes, terminal) => {
  if (hasDisplay(process.env)) return { ...process.env };
  const server = processes.start(
    'Xvfb',
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const numbers = /** @type {import('node:stream').Readable} */ (server.child.stdio[3]);
  const number = await Promise.race([
    once(numbers, 'data').then(String),
    server.exited.then(() => undefined),
  ]);
  if (number === undefined) throw new Stop(terminal.text('displayFailed'), 2);
  const env = { ...process.env, DISPLAY: `:${number.trim()}` };
  terminal.say('displayStarted', { display: env.DISPLAY, size: '3840x2160' });
  if (findProgram('openbox') !== undefined) processes.start('openbox', 'openbox', [], { env });
  return env;
};
