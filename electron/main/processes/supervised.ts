import { join } from 'node:path';
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Clock, Milliseconds } from '#core/time.ts';
import { createBackOff } from './back-off.ts';

/** A process that was asked to end and has not done so by then is ended. */
const LAST_WORDS: Milliseconds = 1_500;

/** A child process of the cabin that is started again whenever it dies. */
export interface Supervised {
  send(message: unknown, ports?: MessagePortMain[]): void;
  /** Ends it for good: `farewell` asks it to end by itself, and it is given a moment for that. */
  stop(farewell?: () => void): Promise<void>;
  /** Kills it; it is started again. For a process that no longer answers: it would hear no signal that it handles itself. */
  kill(): void;
  readonly pid: () => number | undefined;
}

interface SupervisedOptions {
  /** Name in the process list, and of the built entry beside the main one. */
  readonly name: string;
  readonly clock: Clock;
  readonly onStart: () => void;
  readonly onMessage: (message: unknown) => void;
  readonly onDeath: (exitCode: number) => void;
}

const killHard = (child: UtilityProcess | undefined): void => {
  if (child?.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It is gone already; its `exit` tells.
  }
};

/** Starts `<name>.js` as a utility process, and again with growing delays after each death. */
export const supervise = ({ name, clock, onStart, onMessage, onDeath }: SupervisedOptions): Supervised => {
  const backOff = createBackOff(clock);
  let child: UtilityProcess | undefined;
  let cancelRestart: (() => void) | undefined;
  let onEnded: (() => void) | undefined;

  const start = (): void => {
    backOff.started();
    const started = utilityProcess.fork(join(import.meta.dirname, `${name}.js`), [], {
      serviceName: name,
      stdio: 'inherit',
    });
    child = started;
    started.on('message', onMessage);
    started.once('spawn', onStart);
    started.once('exit', (code) => {
      if (child === started) child = undefined;
      if (onEnded !== undefined) {
        onEnded();
        return;
      }
      onDeath(code);
      cancelRestart = clock.after(backOff.nextDelay(), start);
    });
  };

  const end = (farewell: (() => void) | undefined): Promise<void> =>
    new Promise((resolve) => {
      onEnded = resolve;
      cancelRestart?.();
      if (child === undefined) {
        resolve();
        return;
      }
      if (farewell === undefined) child.kill();
      else farewell();
      clock.after(LAST_WORDS, () => {
        killHard(child);
        resolve();
      });
    });

  start();
  return {
    send: (message, ports) => child?.postMessage(message, ports ?? []),
    stop: end,
    kill: () => killHard(child),
    pid: () => child?.pid,
  };
};
