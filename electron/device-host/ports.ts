import type { FromDeviceHost } from '#core/contract/device-host.ts';
import type { LiveMessage } from '#core/contract/live.ts';

/** The line to one window, on which live messages go straight to where they are drawn. */
export interface PagePort {
  post(message: LiveMessage): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** The line to the main process. What comes in is unknown until it is parsed. */
export interface HostPort {
  post(message: FromDeviceHost): void;
  onMessage(listener: (message: unknown, pagePorts: readonly PagePort[]) => void): void;
}
