import { join } from 'node:path';
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Clock } from '#core/time.ts';
import { createBackOff } from './back-off.ts';

/** A child process of the cabin that is started again whenever it dies. */
export interface Supervised {
  send(message: unknown, ports?: MessagePortMain[]): void;
  /** Ends it for good. */
  stop(): void;
  /** Kills it; it is started again. For a process that no longer answers. */
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

/** Starts `<name>.js` as a utility process, and again with growing delays after each death. */
export const supervise = ({ name, clock, onStart, onMessage, onDeath }: SupervisedOptions): Supervised => {
  const backOff = createBackOff(clock);
  let child: UtilityProcess | undefined;
  let cancelRestart: (() => void) | undefined;
  let stopped = false;

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
      if (stopped) return;
      onDeath(code);
      cancelRestart = clock.after(backOff.nextDelay(), start);
    });
  };

  start();
  return {
    send: (message, ports) => child?.postMessage(message, ports ?? []),
    stop: () => {
      stopped = true;
      cancelRestart?.();
      child?.kill();
    },
    kill: () => child?.kill(),
    pid: () => child?.pid,
  };
};
