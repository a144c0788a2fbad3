import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { firstLine } from '#test/harness/output-lines.ts';
import { type Devtools, openDevtools } from './devtools.ts';

const mustDropSandbox = process.platform === 'linux' && process.getuid?.() === 0;
/** Longest time that a start may take, and an end. */
const START_WITHIN_MS = 60_000;
const END_WITHIN_MS = 5_000;

/** The Electron that the command found. */
const electronBinary = (): string => {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder !== undefined) return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  return z.string().parse(createRequire(import.meta.url)('electron'));
};

/** Milliseconds since 1970, to a fraction: the clock that processes of one machine share. */
const wallClock = (): number => performance.timeOrigin + performance.now();

const BINDING = 'benchFirstButton';
/**
 * Runs in the page: tells when a button with this text has been drawn and lies on top, where a finger would reach it. The task that
 * follows the second frame runs once the first frame that holds the button is on its way to the screen.
 */
const watcher = (text: string): string => `(() => {
  const touchable = () => [...document.querySelectorAll('button')].some((button) => {
    if (!button.textContent.includes(${JSON.stringify(text)}) || button.disabled) return false;
    const { left, top, width, height } = button.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && button.contains(there);
  });
  const tell = () => ${BINDING}(String(performance.timeOrigin + performance.now()));
  const look = () => requestAnimationFrame(() => {
    if (touchable()) requestAnimationFrame(tell);
    else look();
  });
  look();
})()`;

/** When the watched button was there, on the wall clock. */
const buttonSeen = (devtools: Devtools, text: string): Promise<number> =>
  new Promise((resolve) => {
    devtools.onEvent(({ method, params }) => {
      if (method === 'Target.attachedToTarget') {
        const sessionId = z.string().parse(params?.['sessionId']);
        devtools.send('Page.enable', {}, sessionId);
        devtools.send('Runtime.enable', {}, sessionId);
        devtools.send('Runtime.addBinding', { name: BINDING }, sessionId);
        devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: watcher(text) }, sessionId);
        devtools.send('Runtime.evaluate', { expression: watcher(text) }, sessionId);
        devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
      }
      if (method === 'Runtime.bindingCalled') resolve(Number(params?.['payload']));
    });
    devtools.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page', exclude: false }],
    });
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await exited;
  clearTimeout(kill);
};

/** Starts Electron with a fresh profile; gives the time from the spawn to the first touchable button with this text, in ms. */
export const timeToButton = async (args: readonly string[], text: string): Promise<number> => {
  const profile = await mkdtemp(join(tmpdir(), 'cabine-bench-'));
  const spawned = wallClock();
  const child = spawn(
    electronBinary(),
    [
      ...(mustDropSandbox ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...args,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let devtools: Devtools | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const url = await firstLine(child.stderr, (line) => /DevTools listening on (ws:\S+)/.exec(line)?.[1]);
    devtools = await openDevtools(url);
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`No button “${text}” within ${START_WITHIN_MS} ms`)),
        START_WITHIN_MS,
      );
    });
    return (await Promise.race([buttonSeen(devtools, text), tooLate])) - spawned;
  } finally {
    clearTimeout(timer);
    devtools?.close();
    await end(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
