import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fail, ok } from '#core/result.ts';
import { holdPort } from '../transports/serial.ts';
import { terminalOpened } from './terminal-opened.ts';
import type { Received, SimulatedWire } from './wire.ts';

/** Bytes that may wait for a program that does not read; more are lost, as on a serial line without flow control. */
const LARGEST_BACKLOG = 16_384;
/** What socat says on standard error once the pseudo-terminal and its link exist. */
const READY = 'starting data transfer';

/** Whether pseudo-terminals can be made here. */
export const hasSocat = (): boolean =>
  process.platform !== 'win32' && spawnSync('socat', ['-V'], { stdio: 'ignore' }).status === 0;

const isRunning = (child: ChildProcessWithoutNullStreams): boolean =>
  child.exitCode === null && child.signalCode === null;

const startSocat = async (path: string, received: Received): Promise<ChildProcessWithoutNullStreams> => {
  const child = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${path}`, 'STDIO']);
  child.stdout.on('data', (bytes: Buffer) => received(new Uint8Array(bytes), 'data'));
  child.stdin.on('error', () => undefined);
  // The child must not outlive this process, however it ends.
  const kill = (): void => void child.kill();
  process.on('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`socat ended at once: ${said}`)));
    child.stderr.on('data', (bytes: Buffer) => {
      said = `${said}${bytes.toString()}`.slice(-2_000);
      if (said.includes(READY)) resolve();
    });
  });
  return child;
};

/** A pseudo-terminal at `path`, a symbolic link to the side that the program opens as a serial port. */
export const createPtyWire = async (path: string, received: Received): Promise<SimulatedWire> => {
  let child: ChildProcessWithoutNullStreams | undefined = await startSocat(path, received);

  let release: (() => Promise<void>) | undefined;

  const unplug = async (): Promise<void> => {
    await release?.();
    release = undefined;
    const ending = child;
    child = undefined;
    if (ending !== undefined && isRunning(ending)) {
      const ended = once(ending, 'exit');
      ending.kill();
      await ended;
    }
    await rm(path, { force: true });
  };

  return {
    connection: { transport: 'serial', path },
    opened: () => terminalOpened(path, () => child?.pid),
    send: (bytes) => {
      if (child?.stdin.writable && child.stdin.writableLength < LARGEST_BACKLOG) child.stdin.write(bytes);
    },
    unplug,
    refuse: async (refusal) => {
      await release?.();
      release = undefined;
      if (refusal === undefined) return ok(undefined);
      if (refusal === 'PORT_PERMISSION')
        return fail('a pseudo-terminal of this account cannot be forbidden to it');
      await unplug();
      child = await startSocat(path, received);
      const held = await holdPort(path);
      if (!held.ok) return fail(`the port cannot be held: ${held.failure.detail ?? held.failure.code}`);
      release = held.value;
      return ok(undefined);
    },
    replug: async () => {
      child ??= await startSocat(path, received);
    },
    close: unplug,
  };
};
