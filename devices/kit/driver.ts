import type { DriverId, LineSettings } from '#core/contract/devices.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { DecodedScan } from '#core/identity/scan.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { DecodedReading, DeviceIdentity, ValidReading } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';

/** What kind of line a driver speaks over, and its settings. */
export type PortNeeds =
  | { readonly transport: 'serial'; readonly line: LineSettings }
  /** USB HID: one report a message, of this many bytes, padding included, report number not. */
  | {
      readonly transport: 'hid';
      readonly reportBytes: number;
      /** The device numbers its reports: each message begins with its report number, in both directions. */
      readonly numbered?: boolean;
    }
  /** A serial line behind a USB HID bridge (Silicon Labs CP2110): bytes, as on a serial line. */
  | { readonly transport: 'hid-uart'; readonly line: LineSettings }
  /** USB Personal Healthcare Device Class: one APDU a message. */
  | { readonly transport: 'phdc' };

/** USB ids that make a plugged-in device a candidate, never more: the handshake confirms. */
export interface UsbNomination {
  readonly vendorId: number;
  readonly productId: number;
  /** What carries these ids, e.g. `CP2102 adapter`: other devices may bear them too. */
  readonly carrier: string;
}

/** Top-level collection of a HID device, by the USB HID usage tables: what kind of device it is, whoever made it. */
export interface HidUsage {
  readonly usagePage: number;
  readonly usage: number;
}

/** What is known of a device without asking it. */
export interface DriverManifest {
  readonly id: DriverId;
  /** One line for the technician: which models. */
  readonly title: string;
  /** Identity until the device has said its own. */
  readonly identity: DeviceIdentity;
  /** What it can measure; the first one is what it is bought for. A scanner measures nothing. */
  readonly measures: readonly ReadingKind[];
  readonly port: PortNeeds;
  /** Other lines on which the same device is found: how it is set decides. Its decoder tells them apart. */
  readonly otherPorts?: readonly PortNeeds[];
  readonly usb: readonly UsbNomination[];
  /** Makes any plugged-in HID device with this usage a candidate, as `usb` does for its ids. */
  readonly hidUsage?: HidUsage;
  /** Whether it can prove which device it is before it measures, or is only heard once it has measured. */
  readonly proof: 'handshake' | 'listening';
  /** How long the device may take to prove that it is the one expected. */
  readonly identifyWithinMs: Milliseconds;
  /** What keeps damage from becoming a value. */
  readonly protection: 'checksum' | 'agreement' | 'structure';
  /** Whether bytes recorded from a real device decode to what that device showed. */
  readonly evidence: 'recorded' | 'unverified';
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
  | { readonly type: 'wave'; readonly wave: WaveSamples }
  /** What a scanner read. It holds a patient's identity: never logged, never kept with readings. */
  | { readonly type: 'scan'; readonly scan: DecodedScan; readonly raw: Uint8Array };

/** Turns the bytes of a device into readings. Pure and incremental: how the bytes are cut into chunks changes nothing. */
export interface Decoder {
  push(bytes: Uint8Array): readonly Decoded[];
  /** The bytes ended: what was still open is closed. */
  end(): readonly Decoded[];
}

/** What a session with a device reports. */
export type SessionEvent =
  /** The device proved to be the one expected; again when it says more of itself. */
  | {
      readonly type: 'identified';
      readonly identity: DeviceIdentity;
      /** What this very device measures, when that depends on the device (IEEE 11073 agents). */
      readonly measures?: readonly ReadingKind[];
    }
  | { readonly type: 'wave'; readonly wave: WaveSamples }
  | { readonly type: 'feedback'; readonly feedback: CaptureFeedback }
  | {
      readonly type: 'reading';
      readonly reading: ValidReading;
      /** Signal quality over the capture, 1 to 4, when the device gives a measure of it. */
      readonly signal?: number;
      readonly raw: Uint8Array;
    }
  /** What a scanner read while its capture ran. */
  | { readonly type: 'scan'; readonly scan: DecodedScan }
  /** How the device is powered, whenever it says so. */
  | { readonly type: 'battery'; readonly battery: 'low' | 'good' }
  /** What the device's clock shows now, local, without offset, when it says so on being identified. */
  | { readonly type: 'clock'; readonly deviceTime: string }
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
  /** Keys of the records that were delivered, over earlier links of this device too: none is delivered twice. */
  readonly delivered: Set<string>;
  write(bytes: Uint8Array): void;
  /** Sends a HID feature report, beginning with its number when the device numbers its reports; lines of other kinds ignore it. */
  writeFeature(bytes: Uint8Array): void;
  emit(event: SessionEvent): void;
}

/** A conversation with one device over one open link. Every method may be called in any order; after `close` all do nothing. */
export interface DriverSession {
  /** Starts identification. */
  start(): void;
  receive(bytes: Uint8Array): void;
  /** Starts to wait for a reading; `measure` is one of what the device measures, undefined for a scanner. */
  startCapture(measure: ReadingKind | undefined): void;
  /** Ends the capture at once and brings the device to rest (a cuff is released). */
  stopCapture(): void;
  close(): void;
}

/** One frame as a technician reads it: its bytes, and what they say in the words of the protocol's document. */
export interface FrameLine {
  readonly raw: Uint8Array;
  /** What kind of frame it is, e.g. `result RB`, `ACK`, `real-time data`, `damage`. */
  readonly name: string;
  /** Its fields in the device's own terms, in their order; a patient's identifiers are left out. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Cuts both directions of a conversation into frames for the technician. Incremental, like a decoder. */
export interface FrameView {
  fromDevice(bytes: Uint8Array): readonly FrameLine[];
  toDevice(bytes: Uint8Array): readonly FrameLine[];
}

/** Replaces what identifies a patient by as many neutral characters and mends the checksum: what a recording keeps. */
export interface Mask {
  /**
   * Bytes from the device with identifiers masked. A mask may hold bytes back until it knows what they belong to; what it never
   * released comes with `end`.
   */
  push(bytes: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/** Knows one device's protocol, and nothing about how its bytes travel. */
export interface Driver {
  readonly manifest: DriverManifest;
  createDecoder(): Decoder;
  createSession(context: SessionContext): DriverSession;
  createFrameView(): FrameView;
  /** Absent when no frame of the protocol can hold a patient's identifier. */
  createMask?(): Mask;
}
