import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitLine } from '../lib/lines.mjs';
import { inProject } from '../lib/paths.mjs';
import { typescriptArguments } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/**
 * Starts the simulated devices; they run until we close their input.
 * @param {import('../lib/processes.mjs').Processes} processes
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 * @param {number} clockRate how much faster than real time the simulated cuff and scale go
 * @returns {Promise<string>} the devices file that says where each one is
 */
export const startRig = async (processes, terminal, clockRate) => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-rig-'));
  processes.afterwards(() => rm(folder, { recursive: true, force: true }));
  const devicesFile = join(folder, 'devices.json');
  terminal.say('rigStarting');
  const args = typescriptArguments(inProject('devices', 'cli', 'main.ts'), [
    'rig',
    '--out',
    devicesFile,
    '--clock-rate',
    String(clockRate),
  ]);
  const rig = processes.start('rig', process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    endsWithInput: true,
  });
  const { stdout, stderr } = rig.child;
  if (stderr) void awaitLine(stderr, () => undefined, terminal.pass);
  const ready = stdout && (await awaitLine(stdout, (line) => line === 'ready' || undefined, terminal.pass));
  if (!ready) throw new Stop(terminal.text('rigFailed'), 1);
  return devicesFile;
};
