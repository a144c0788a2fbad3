import { join, resolve } from 'node:path';
import { app, Menu, screen } from 'electron';
import { fail, ok, type Result } from '#core/result.ts';
import { type Cabin, openCabin } from './cabin.ts';
import { systemClock } from './clock.ts';
import { openRememberedMarks } from './devices/remembered-marks.ts';
import { readDevicesFile } from './devices-file.ts';
import { type CabinOptions, readOptions } from './options.ts';
import type { GatewayReady } from './processes/gateway.ts';
import {
  type CabinProfile,
  DEMO_CODES,
  DEMO_PIN,
  DEMO_PROFILE,
  type ProfileRefusal,
  readProfile,
} from './profile.ts';
import { createUnexpected, EXIT_UNEXPECTED } from './unexpected.ts';
import { openVisitMarker } from './visit/visit-marker.ts';
import { registerAppScheme } from './windows/app-protocol.ts';
import { restrictNavigation } from './windows/hardening.ts';
import { layOutWindows } from './windows/layout.ts';
import { openMisconfiguredWindows } from './windows/misconfigured-windows.ts';

const outFolder = resolve(import.meta.dirname, '..');

/** One line for whoever started the cabin; it holds no patient data. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const stop = (line: string): void => {
  process.stderr.write(`cabine: ${line}\n`);
  app.exit(2);
};

let cabin: Cabin | undefined;
/** A cabin that fails sooner after its start would fail again and again: it is left ended, for its technician to read why. Seconds. */
const RESTARTED_AFTER_S = 30;
const unexpected = createUnexpected({
  clock: systemClock,
  say: (text) => void process.stderr.write(`cabine: UNEXPECTED ${app.getVersion()} ${text}\n`),
  close: async () => cabin?.close(),
  leave: () => {
    if (app.isPackaged && process.uptime() > RESTARTED_AFTER_S) app.relaunch();
    app.exit(EXIT_UNEXPECTED);
  },
});
process.on('uncaughtException', unexpected);
process.on('unhandledRejection', unexpected);

registerAppScheme();
// As root Chromium has no sandbox to enable, and refuses to start; a packaged cabin never runs as root.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Six deaths of the graphics process would otherwise end the whole cabin.
app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
Menu.setApplicationMenu(null);
restrictNavigation();

const chooseProfile = async (
  options: CabinOptions,
  simulated: boolean,
): Promise<Result<CabinProfile, ProfileRefusal>> => {
  if (options.profileFile !== undefined) return readProfile(options.profileFile, options.language);
  return simulated
    ? ok(DEMO_PROFILE)
    : fail({
        line: 'real devices need a profile of the site: its address is read out in an emergency (--profile <file>)',
        mistakes: [],
      });
};

/** The code of the bench is told only where it protects nothing. */
const announce = (
  { port, accounts, accessCode }: GatewayReady,
  { handoverFolder }: CabinOptions,
  profile: CabinProfile,
): void => {
  const ready = {
    physicianUrl: `${profile.signIn?.publicUrl ?? `http://localhost:${port}`}/`,
    accounts: accounts.map(({ account, card }) => ({ account, name: card.name })),
    accessCode,
    handover: handoverFolder,
    ...(profile === DEMO_PROFILE ? { technicianPin: DEMO_PIN, codes: DEMO_CODES } : {}),
  };
  say(`CABINE READY ${JSON.stringify(ready)}`);
};

/** The terminal is read by who started the cabin, in the language they asked for. */
const gatewayTrouble = (code: string, { language, gatewayPort }: CabinOptions): string =>
  language === 'fr'
    ? `${code} : le port ${gatewayPort} est déjà pris, peut-être par une autre cabine (--gateway-port <n> en choisit un autre)`
    : `${code}: port ${gatewayPort} is taken, perhaps by another cabin (--gateway-port <n> chooses another)`;

const start = async (): Promise<void> => {
  const options = readOptions(process.argv, {
    handover: join(app.getPath('userData'), 'handover'),
    packaged: app.isPackaged,
  });
  if (!options.ok) return stop(options.failure);
  const { devicesFile, windowed, patientSize, profileFile } = options.value;
  const devices = devicesFile === undefined ? ok([]) : await readDevicesFile(devicesFile);
  if (!devices.ok) return stop(devices.failure);
  const profile = await chooseProfile(
    options.value,
    devices.value.every(({ simulated }) => simulated),
  );
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const layout = layOutWindows({
    displays: [primary, ...others].map(({ bounds }) => bounds),
    windowed,
    ...(patientSize === undefined ? {} : { patientSize }),
  });
  if (!profile.ok) {
    if (profileFile === undefined) return stop(profile.failure.line);
    // Whoever stands before the cabin reads no terminal: the screens say that it is closed, and where the mistake is.
    process.stderr.write(`cabine: ${profile.failure.line}\n`);
    return openMisconfiguredWindows({
      layout,
      language: options.value.language,
      rendererRoot: join(outFolder, 'renderer'),
      packaged: app.isPackaged,
      technician: options.value.technician,
      told: { file: profileFile, ...profile.failure },
    });
  }
  const opened = openCabin({
    options: options.value,
    profile: profile.value,
    ...(profile.value === DEMO_PROFILE ? { demoCodes: DEMO_CODES } : {}),
    bindings: devices.value,
    marks: await openRememberedMarks({
      path: join(app.getPath('userData'), 'bindings.json'),
      clock: systemClock,
      say: (line) => say(`cabine: ${line}`),
    }),
    marker: await openVisitMarker({
      path: join(app.getPath('userData'), 'visit-going-on'),
      clock: systemClock,
      say: (line) => say(`cabine: ${line}`),
    }),
    layout,
    clock: systemClock,
    packaged: app.isPackaged,
    softwareVersion: app.getVersion(),
    rendererRoot: join(outFolder, 'renderer'),
    physicianPageRoot: join(outFolder, 'web'),
    onGatewayReady: (ready) => announce(ready, options.value, profile.value),
    onGatewayFailure: (code) => stop(gatewayTrouble(code, options.value)),
    onClosed: () => app.quit(),
    ownFolder: app.getPath('userData'),
    say: (line) => say(`cabine: ${line}`),
  });
  cabin = opened;
  let closing = false;
  app.on('before-quit', (event) => {
    // A cuff is released and ports are closed before the process that holds them is gone.
    event.preventDefault();
    if (closing) return;
    closing = true;
    void opened.close().finally(() => app.exit(0));
  });
  app.on('second-instance', () => say('another cabin was started on this machine and has given way'));
};

// A packaged cabin whose renderers could be driven from outside would not be one.
if (app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port')) {
  stop('remote debugging is refused');
} else if (app.isPackaged && !app.requestSingleInstanceLock()) {
  stop('a cabin is already running on this machine');
} else {
  void app.whenReady().then(start);
}
