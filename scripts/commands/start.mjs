import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readOptions } from '../lib/arguments.mjs';
import { provideDisplay } from '../lib/display.mjs';
import { cabinSwitches, hasNoCamera, mustDropSandbox } from '../lib/electron-switches.mjs';
import { awaitLine } from '../lib/lines.mjs';
import { owningProcesses } from '../lib/owning.mjs';
import { inProject, projectFolder } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { createTerminal } from '../lib/terminal.mjs';
import { offerHelp } from '../lib/usage.mjs';
import { prepareApplication } from '../setup/prepare.mjs';
import { isNoise, parseReady, sayReady } from './ready.mjs';

const options = /** @type {const} */ ({
  devices: { kind: 'text', says: 'usageStartDevices' },
  profile: { kind: 'text', says: 'usageStartProfile' },
  windowed: { kind: 'flag', says: 'usageStartWindowed' },
  technician: { kind: 'flag', says: 'usageStartTechnician' },
  'clock-rate': { kind: 'number', least: 1, most: 1_000, says: 'usageStartClockRate' },
  'gateway-port': { kind: 'number', least: 0, most: 65_535, whole: true, says: 'usageStartGatewayPort' },
  handover: { kind: 'text', says: 'usageStartHandover' },
  'fake-camera': { kind: 'flag', says: 'usageStartFakeCamera' },
});

/** In simulation rests and gaps pass this much faster, so that a visit can be tried in minutes. */
const simulationClockRate = 6;

/**
 * `npm start`: the whole cabin on this machine.
 * @param {string[]} argv
 */
export const main = async (argv) => {
  offerHelp(argv, { command: 'npm start', purpose: 'usageStart', options });
  const asked = readOptions(argv, options);
  const terminal = createTerminal({ language: asked.lang });
  const devices = existingFile(asked.devices, terminal);
  const profileFile = existingFile(asked.profile, terminal);
  const simulated = devices === undefined;
  const clockRate = asked['clock-rate'] ?? (simulated ? simulationClockRate : 1);

  const handoverFolder = resolve(asked.handover ?? inProject('out', 'handover'));
  await makeFolder(handoverFolder, terminal);

  const runtime = await prepareApplication(terminal, ['electron', 'display', 'pseudo-terminal']);
  return owningProcesses(
    async (processes) => {
      const env = await provideDisplay(processes, terminal);
      const switches = [
        ...chromiumSwitches(terminal, asked['fake-camera'] === true || (simulated && hasNoCamera())),
        ...cabinSwitches({
          devicesFile: devices,
          profileFile,
          windowed: asked.windowed === true,
          technician: asked.technician === true,
          language: asked.lang,
          clockRate,
          gatewayPort: asked['gateway-port'],
          handoverFolder,
        }),
      ];
      return openCabin(processes, terminal, runtime.executable, switches, env);
    },
    { onInterrupt: () => terminal.say('stopping') },
  );
};

/** @param {string | undefined} named @param {import('../lib/terminal.mjs').Terminal} terminal */
const existingFile = (named, terminal) => {
  if (named === undefined) return undefined;
  const file = resolve(named);
  if (!existsSync(file)) throw new Stop(terminal.text('fileMissing', { file }), 2);
  return file;
};

/**
 * Records must have somewhere to go: found out before anything is started.
 * @param {string} folder @param {import('../lib/terminal.mjs').Terminal} terminal
 */
const makeFolder = async (folder, terminal) => {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new Stop(terminal.text('folderRefused', { folder }), 2);
  }
};

/** @param {import('../lib/terminal.mjs').Terminal} terminal @param {boolean} fakeCamera */
const chromiumSwitches = (terminal, fakeCamera) => {
  const noSandbox = mustDropSandbox();
  if (noSandbox) terminal.say('noSandbox');
  if (fakeCamera) terminal.say('fakeCamera');
  return [
    ...(noSandbox ? ['--no-sandbox'] : []),
    ...(fakeCamera ? ['--use-fake-device-for-media-stream'] : []),
  ];
};

/**
 * Starts Electron and waits for its end: the cabin is closed with its windows.
 * @param {import('../lib/processes.mjs').Processes} processes
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 * @param {string} executable
 * @param {readonly string[]} switches
 * @param {NodeJS.ProcessEnv} env
 */
const openCabin = async (processes, terminal, executable, switches, env) => {
  terminal.say('cabinStarting');
  const cabin = processes.start('cabin', executable, [...switches, projectFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  /** @param {string} line */
  const passOn = (line) => {
    if (!isNoise(line)) terminal.pass(line);
  };
  const { stdout, stderr } = cabin.child;
  if (stderr) void awaitLine(stderr, () => undefined, passOn);
  const ready = stdout ? await awaitLine(stdout, parseReady, passOn) : undefined;
  if (ready !== undefined) sayReady(terminal, ready);
  const code = await cabin.exited;
  if (ready === undefined) throw new Stop(terminal.text('cabinFailed', { code }), code === 0 ? 1 : code);
  return code;
};
