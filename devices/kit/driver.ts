import type { DriverId } from '#core/contract/devices.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { DecodedReading, DeviceIdentity, ValidReading } from '#core/vitals/decoded.ts';
import type { Measure } from '#core/vitals/kinds.ts';

/** Settings of a serial line. A pseudo-terminal accepts and ignores them. */
export interface LineSettings {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

/** What is known of a device without asking it. */
export interface DriverManifest {
  readonly id: DriverId;
  /** One line for the technician: which models. */
  readonly title: string;
  /** Identity until the device has said its own. */
  readonly identity: DeviceIdentity;
  readonly measure: Measure;
  readonly line: LineSettings;
  /** How long the device may take to prove that it is the one expected. */
  readonly identifyWithinMs: Milliseconds;
  /** What keeps damage from becoming a value. */
  readonly protection: 'checksum' | 'agreement';
}

/** A stretch of waveform samples without a gap. */
export interface WaveSamples {
  readonly wave: 'pleth';
  readonly sampleRateHz: number;
  /** Number of the first sample since the stream began. */
  readonly first: number;
  /** The device's own numbers, 0 to `fullScale`; null where the device says that there is no signal. */
  readonly samples: readonly (number | null)[];
  readonly fullScale: number;
}

/** What a decoder makes of bytes, in their order. */
export type Decoded =
  | { readonly type: 'reading'; readonly reading: DecodedReading; readonly raw: Uint8Array }
  | { readonly type: 'wave'; readonly wave: WaveSamples };

/** Turns the bytes of a device into readings. Pure and incremental: how the bytes are cut into chunks changes nothing. */
export interface Decoder {
  push(bytes: Uint8Array): readonly Decoded[];
  /** The bytes ended: what was still open is closed. */
  end(): readonly Decoded[];
}

/** What a session with a device reports. */
export type SessionEvent =
  /** The device proved to be the one expected; again when it says more of itself. */
  | { readonly type: 'identified'; readonly identity: DeviceIdentity }
  | { readonly type: 'wave'; readonly wave: WaveSamples }
  | { readonly type: 'feedback'; readonly feedback: CaptureFeedback }
  | {
      readonly type: 'reading';
      readonly reading: ValidReading;
      /** Signal quality over the capture, 1 to 4, when the device gives a measure of it. */
      readonly signal?: number;
      readonly raw: Uint8Array;
    }
  /** The capture ended without a reading; the device itself is well. */
  | { readonly type: 'failed'; readonly failure: Failure }
  /** The device is back at rest after a capture. */
  | { readonly type: 'idle' }
  /** The device or its line is not well: the link is closed and opened again. */
  | { readonly type: 'fault'; readonly failure: Failure };

export interface SessionContext {
  /** Real time: replies, keep-alives, streams. */
  readonly clock: Clock;
  /** Time of the visit, which a simulation may run faster: settling, inflation. */
  readonly visitClock: Clock;
  /** When the visit began, by the wall clock, to tell a stored reading from a fresh one. */
  readonly visitBeganAt: () => Date | undefined;
  write(bytes: Uint8Array): void;
  emit(event: SessionEvent): void;
}

/** A conversation with one device over one open link. Every method may be called in any order; after `close` all do nothing. */
export interface DriverSession {
  /** Starts identification. */
  start(): void;
  receive(bytes: Uint8Array): void;
  startCapture(): void;
  /** Ends the capture at once and brings the device to rest (a cuff is released). */
  stopCapture(): void;
  close(): void;
}

/** Knows one device's protocol, and nothing about how its bytes travel. */
export interface Driver {
  readonly manifest: DriverManifest;
  createDecoder(): Decoder;
  createSession(context: SessionContext): DriverSession;
}
