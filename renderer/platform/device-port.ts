import * as z from 'zod';
import { type LiveMessage, liveMessageSchema } from '#core/contract/live.ts';

export type DevicePortEvents = {
  readonly onMessage: (message: LiveMessage) => void;
  /** The device host is gone: what it said is no longer live. A new port may come by itself. */
  readonly onLost: () => void;
};

const announcementSchema = z.looseObject({ channel: z.literal('device-port') });

type Host = {
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'> & {
    readonly location: { readonly origin: string };
  };
  readonly connectDevices: () => void;
};

/**
 * Receives live messages from the device host on a port of its own, so that a busy main process never delays a curve.
 * Listens first, then asks (a port pushed before the page listens is lost); a new port replaces and closes the old one.
 * Returns a function that closes everything.
 */
export const openDevicePort = (host: Host, { onMessage, onLost }: DevicePortEvents): (() => void) => {
  let current: MessagePort | undefined;

  const release = () => {
    current?.close();
    current = undefined;
  };

  const adopt = (port: MessagePort) => {
    release();
    current = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = liveMessageSchema.safeParse(data);
      if (message.success) onMessage(message.data);
    };
    port.addEventListener('close', () => {
      if (current !== port) return;
      current = undefined;
      onLost();
    });
    port.start();
  };

  const onWindowMessage = (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== host.window || event.origin !== host.window.location.origin) return;
    if (port === undefined || !announcementSchema.safeParse(event.data).success) return;
    adopt(port);
  };

  host.window.addEventListener('message', onWindowMessage);
  host.connectDevices();
  return () => {
    host.window.removeEventListener('message', onWindowMessage);
    release();
  };
};
