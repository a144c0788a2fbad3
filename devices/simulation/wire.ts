import type { Connection } from '#core/contract/devices.ts';
import type { Result } from '#core/result.ts';

/** Whether a line carries bytes as they come, or keeps the bounds of reports and APDUs. */
export type Carriage = 'bytes' | 'messages';

/** What a port may refuse an opening with. */
export type PortRefusal = 'PORT_BUSY' | 'PORT_PERMISSION';

/** The end of a line that a simulator holds; the other end is what the program opens. */
export interface SimulatedWire {
  /** How the program reaches this line. */
  readonly connection: Extract<Connection, { transport: 'serial' | 'tcp' }>;
  /** Resolves once a program has opened the line; at once where that cannot be told. */
  opened(): Promise<void>;
  /** Bytes from the device, or one report; lost while nobody listens. */
  send(bytes: Uint8Array): void;
  /** Pulls the plug: the port disappears. */
  unplug(): Promise<void>;
  /** The port comes back under the same name. */
  replug(): Promise<void>;
  /** Takes the port from whoever has it and makes the next openings fail so, or succeed again; what this kind of line cannot make is a failure with its reason. */
  refuse(refusal: PortRefusal | undefined): Promise<Result<void, string>>;
  close(): Promise<void>;
}

/** Called with what the program wrote: bytes as they came, one report, or one HID feature report. */
export type Received = (bytes: Uint8Array, kind: 'data' | 'feature') => void;
