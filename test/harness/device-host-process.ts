import { systemClock } from '#devices/kit/clock.ts';
import { systemPorts } from '#devices/transports/ports.ts';
import { createDeviceHost } from '#electron/device-host/host.ts';

/** The device host in a plain process of its own, spoken to over the channel of `fork`: it can be killed, and its processor time read. */
const host = createDeviceHost({
  clock: systemClock,
  ports: systemPorts,
  port: {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => {
      process.on('message', (message) => {
        if (message === 'usage') process.send?.({ usage: process.cpuUsage(), memory: process.memoryUsage() });
        else listener(message, []);
      });
    },
  },
});

process.on('disconnect', () => {
  void host.close().then(() => process.exit(0));
});
