import type { Page } from 'playwright';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { pause } from '#test/harness/pause.ts';

const WINDOWS = 8;
const WINDOW_MS = 2_000;

/** Processor time of all processes of one program so far, in seconds. */
type ProcessorSeconds = () => Promise<number>;

/** Of the cabin, by Electron's own count. */
export const cabinSeconds =
  ({ app }: RunningCabin): ProcessorSeconds =>
  () =>
    app.evaluate(({ app: inMain }) =>
      inMain.getAppMetrics().reduce((total, { cpu }) => total + (cpu.cumulativeCPUUsage ?? Number.NaN), 0),
    );

/** Of the browser that shows a page, by Chromium's own count. */
export const browserSeconds = async (page: Page): Promise<ProcessorSeconds> => {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser does not tell of its processes');
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
  };
};

/** How much of one processor each program takes, in percent, over 16 s. */
export const processorShares = async (
  programs: readonly ProcessorSeconds[],
): Promise<readonly (readonly number[])[]> => {
  const shares = programs.map((): number[] => []);
  const readAll = () => Promise.all(programs.map((read) => read()));
  let before = await readAll();
  let began = performance.now();
  for (let window = 0; window < WINDOWS; window += 1) {
    await pause(WINDOW_MS);
    const now = await readAll();
    const ended = performance.now();
    for (const [index, seconds] of now.entries())
      shares[index]?.push((100_000 * (seconds - (before[index] ?? 0))) / (ended - began));
    before = now;
    began = ended;
  }
  return shares;
};
