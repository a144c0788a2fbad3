import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';

/** What an open link tells its owner. After `onClosed`, or after `close`, nothing more comes. */
export interface LinkListener {
  /** Bytes as they arrived: a chunk, which says nothing about frames. */
  onBytes(bytes: Uint8Array): void;
  /** The link broke by itself; called at most once. */
  onClosed(failure: Failure): void;
}

/** An open line to a device. */
export interface Link {
  /** Sends bytes; a break shows in `onClosed`, never here. After `close` it does nothing. */
  write(bytes: Uint8Array): void;
  /** Sends a HID feature report, beginning with its number when the device numbers its reports; absent on lines that have none. */
  writeFeature?(bytes: Uint8Array): void;
  /** Whether the device is still there: an idle port does not announce that it was unplugged. */
  check(): Promise<Result<void, Failure>>;
  /** Closes the line; may be called again without effect. */
  close(): Promise<void>;
}

/**
 * Moves bytes and knows nothing else; on HID and PHDC lines a call carries one report or one APDU, on others a chunk.
 * Failures of `open`: PORT_MISSING, PORT_BUSY, PORT_PERMISSION, PORT_RENUMBERED, PORT_TWINS, DEVICE_AMBIGUOUS, PORT_FAILED;
 * of an open link: DEVICE_UNPLUGGED, PORT_FAILED.
 */
export interface Transport {
  open(listener: LinkListener): Promise<Result<Link, Failure>>;
}
