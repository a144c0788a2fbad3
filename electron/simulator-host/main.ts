import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#devices/kit/clock.ts';
import { createPtyWire, hasSocat } from '#devices/simulation/pty-wire.ts';
import { createTcpWire } from '#devices/simulation/tcp-wire.ts';
import { createSimulatorHost } from './host.ts';
import type { OpenLine } from './played-device.ts';

/** Simulated devices in a process of their own, on real lines: the device host cannot tell them from others. */
const { parentPort } = process;
const folder = hasSocat() ? mkdtempSync(join(tmpdir(), 'cabine-devices-')) : undefined;
const leave = (): void => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

/** Pseudo-terminals where socat is there, else TCP; what speaks in reports is always on TCP. */
const openLine: OpenLine = (id, received, carriage) =>
  folder === undefined || carriage === 'messages'
    ? createTcpWire(0, received, carriage)
    : createPtyWire(join(folder, id), received);

// Electron only warns of an unhandled rejection in a utility process; the main process must see this one die, to start it again.
process.on('unhandledRejection', () => process.exit(1));

const host = createSimulatorHost({
  port: {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
  },
  clock: systemClock,
  openLine,
  onShutDown: leave,
});

/** Time to end what plays on the lines when the application ends. */
const LAST_WORDS_MS = 1_000;
process.once('SIGTERM', () => {
  systemClock.after(LAST_WORDS_MS, leave);
  void host.close().then(leave);
});
