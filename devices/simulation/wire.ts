import type { Connection } from '#core/contract/devices.ts';

/** The end of a line that a simulator holds; the other end is what the program opens. */
export interface SimulatedWire {
  /** How the program reaches this line. */
  readonly connection: Connection;
  /** Bytes from the device; lost while nobody listens. */
  send(bytes: Uint8Array): void;
  /** Pulls the plug: the port disappears. */
  unplug(): Promise<void>;
  /** The port comes back under the same name. */
  replug(): Promise<void>;
  close(): Promise<void>;
}

/** Called with what the program wrote. */
export type Received = (bytes: Uint8Array) => void;
