import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type FromDeviceHost, fromDeviceHostSchema } from '#core/contract/device-host.ts';
import type { DeviceBinding } from '#core/contract/devices.ts';
import { inProject } from './paths.ts';

/** A device host in a process of its own, as the main process keeps one: configured at each start, and started again when it was killed. */
export interface HostProcess {
  /** The state of a device as it was last told: a fault by its code. */
  stateOf(deviceId: string): string | undefined;
  startCapture(measure: string, captureId: string): void;
  /** What came of a capture, once it is known. */
  outcomeOf(captureId: string): FromDeviceHost | undefined;
  /** Processor time so far, in milliseconds, and memory in use, in bytes. */
  usage(): Promise<{ readonly cpuMs: number; readonly heapBytes: number }>;
  /** Kills it as an out-of-memory killer would, and starts another. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

const EPOCH = 1;

/** Starts a device host for these devices. */
export const openHostProcess = (bindings: readonly DeviceBinding[], clockRate: number): HostProcess => {
  let messages: FromDeviceHost[] = [];
  let child: ChildProcess;

  const start = (): void => {
    const started = fork(inProject('test', 'harness', 'device-host-process.ts'), [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.on('message', (raw) => {
      const parsed = fromDeviceHostSchema.safeParse(raw);
      if (!parsed.success || child !== started) return;
      messages.push(parsed.data);
      if (parsed.data.type !== 'ready') return;
      started.send({ type: 'configure', bindings, clockRate });
      started.send({ type: 'begin-visit', epoch: EPOCH });
    });
  };
  start();

  return {
    stateOf: (deviceId) => {
      const told = messages.findLast((message) => message.type === 'devices')?.devices ?? [];
      const state = told.find(({ id }) => id === deviceId)?.state;
      return state?.state === 'fault' ? state.code : state?.state;
    },
    startCapture: (measure, captureId) =>
      void child.send({ type: 'start-capture', captureId, epoch: EPOCH, measure }),
    outcomeOf: (captureId) =>
      messages.find((message) => 'captureId' in message && message.captureId === captureId),
    usage: async () => {
      const answered = new Promise<{ usage: NodeJS.CpuUsage; memory: NodeJS.MemoryUsage }>((resolve) => {
        const listen = (message: object): void => {
          if (!('usage' in message)) return;
          child.off('message', listen);
          resolve(message as { usage: NodeJS.CpuUsage; memory: NodeJS.MemoryUsage });
        };
        child.on('message', listen);
      });
      child.send('usage');
      const { usage, memory } = await answered;
      return { cpuMs: (usage.user + usage.system) / 1_000, heapBytes: memory.heapUsed };
    },
    killAndRestart: async () => {
      const killed = once(child, 'exit');
      child.kill('SIGKILL');
      await killed;
      messages = [];
      start();
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
