import type { MessagePortMain } from 'electron';
import { systemClock } from '#devices/kit/clock.ts';
import { systemPorts } from '#devices/transports/ports.ts';
import { createDeviceHost } from './host.ts';
import type { HostPort, PagePort } from './ports.ts';

const pagePort = (port: MessagePortMain): PagePort => {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
};

const { parentPort } = process;
const mainPort: HostPort = {
  post: (message) => parentPort.postMessage(message),
  onMessage: (listener) => {
    parentPort.on('message', ({ data, ports }) => listener(data, ports.map(pagePort)));
  },
};

// Electron only warns of an unhandled rejection in a utility process; the main process must see this one die, to start it again.
process.on('unhandledRejection', () => process.exit(1));

const leave = (): void => process.exit(0);
const host = createDeviceHost({
  port: mainPort,
  ports: systemPorts,
  clock: systemClock,
  onShutDown: leave,
});

/** Time to bring a cuff to rest and to close the ports when the application ends. */
const LAST_WORDS_MS = 1_000;
process.once('SIGTERM', () => {
  systemClock.after(LAST_WORDS_MS, leave);
  void host.close().then(leave);
});
