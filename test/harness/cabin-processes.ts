import type { ElectronApplication, Page } from 'playwright';
import type { RunningCabin } from './cabin.ts';

type HostName = 'device-host' | 'gateway-host' | 'simulator-host';

/** Process id of a host of the cabin, undefined while it is down. */
export const hostPid = (app: ElectronApplication, name: HostName): Promise<number | undefined> =>
  app.evaluate(({ app: inMain }, wanted) => {
    const found = inMain.getAppMetrics().find((metric) => metric.name === wanted);
    return found?.pid;
  }, name);

/** Kills a host as an out-of-memory killer would. */
export const killHost = async (app: ElectronApplication, name: HostName): Promise<number> => {
  const pid = await hostPid(app, name);
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGKILL');
  return pid;
};

/** Freezes a host, as an endless loop would: it lives, and answers nothing. */
export const freezeHost = async (app: ElectronApplication, name: HostName): Promise<number> => {
  const pid = await hostPid(app, name);
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGSTOP');
  return pid;
};

/** Crashes the renderer behind a window, and gives the page that comes in its place. */
export const crashPatient = async (cabin: RunningCabin): Promise<Page> => {
  const before = await cabin.patient();
  // Not `waitForEvent`, which fails on a crash.
  const closed = new Promise((resolve) => before.once('close', resolve));
  await cabin.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('/patient.html'),
    );
    window?.webContents.forcefullyCrashRenderer();
  });
  await closed;
  return cabin.patient();
};
