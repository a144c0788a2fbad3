import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { DEMO_CODES } from '#electron/main/profile.ts';
import { signIn } from './bridge.ts';
import { firstLine } from './output-lines.ts';
import { PROJECT } from './paths.ts';

export interface CabinOptions {
  /** Absent: the cabin plays the usual devices itself. */
  readonly devicesFile?: string;
  /** Absent: the place that does not exist. */
  readonly profileFile?: string;
  readonly language?: 'fr' | 'en';
  readonly clockRate?: number;
  /** How many times faster somebody who gives no sign is missed. */
  readonly attendanceRate?: number;
  readonly patientSize?: string;
  /** The data folder of a cabin before this one, which stays where it is; absent: a new one, gone at the end. */
  readonly userData?: string;
  /** Left as it starts: nobody is signed in. */
  readonly closed?: boolean;
  readonly gatewayPort?: number;
}

/** What the cabin prints once it is up. */
export interface CabinReady {
  readonly physicianUrl: string;
  readonly accounts: readonly { readonly account: string; readonly name: string }[];
  readonly accessCode: string;
  readonly technicianPin: string;
  /** Codes of the people of the place that does not exist, by their ids. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** A real cabin in the real Electron, with a data folder of its own. */
export interface RunningCabin extends CabinReady {
  readonly app: ElectronApplication;
  readonly pid: number;
  /** The present patient page: another one after each visit. */
  patient(): Promise<Page>;
  assistant(): Promise<Page>;
  /** Once it was opened from the assistant's. */
  technician(): Promise<Page>;
  readonly userData: string;
  readonly handover: string;
  close(): Promise<void>;
}

const READY = 'CABINE READY ';
const mustDropSandbox = process.platform === 'linux' && process.getuid?.() === 0;

const pageOf = async (app: ElectronApplication, role: string): Promise<Page> => {
  const isRole = (page: Page): boolean => !page.isClosed() && page.url().includes(`/${role}.html`);
  for (;;) {
    const found = app.windows().find(isRole);
    if (found !== undefined) return found;
    await app.waitForEvent('window', { timeout: 20_000 });
    await Promise.all(app.windows().map((page) => page.waitForURL('app://**').catch(() => undefined)));
  }
};

/** Starts the cabin. Needs ELECTRON_OVERRIDE_DIST_PATH: only then Playwright holds `ready` until it is attached. */
export const openCabin = async (options: CabinOptions): Promise<RunningCabin> => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
  const userData = options.userData ?? join(folder, 'user-data');
  const handover = join(folder, 'handover');
  const app = await _electron.launch({
    timeout: 30_000,
    cwd: PROJECT,
    args: [
      ...(mustDropSandbox ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream',
      `--user-data-dir=${userData}`,
      PROJECT,
      options.devicesFile === undefined ? '--cabine-simulate' : `--cabine-devices=${options.devicesFile}`,
      ...(options.profileFile === undefined ? [] : [`--cabine-profile=${options.profileFile}`]),
      `--cabine-lang=${options.language ?? 'fr'}`,
      `--cabine-clock-rate=${options.clockRate ?? 20}`,
      `--cabine-attendance-rate=${options.attendanceRate ?? 1}`,
      `--cabine-gateway-port=${options.gatewayPort ?? 0}`,
      `--cabine-handover=${handover}`,
      ...(options.patientSize === undefined ? [] : [`--cabine-patient-size=${options.patientSize}`]),
    ],
    env: { ...process.env, ELECTRON_ENABLE_LOGGING: '' } as Record<string, string>,
  });
  const child = app.process();
  const close = async (): Promise<void> => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (child.stdout === null) throw new Error('The cabin has no standard output');
    const ready = await firstLine(child.stdout, (line) =>
      line.startsWith(READY) ? (JSON.parse(line.slice(READY.length)) as CabinReady) : undefined,
    );
    if (options.closed !== true) {
      const [personId, code] = Object.entries(ready.codes ?? DEMO_CODES)[0] ?? ['', ''];
      await signIn(await pageOf(app, 'assistant'), { personId, code });
    }
    return {
      ...ready,
      app,
      pid: child.pid ?? 0,
      patient: () => pageOf(app, 'patient'),
      assistant: () => pageOf(app, 'assistant'),
      technician: () => pageOf(app, 'technician'),
      userData,
      handover,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
