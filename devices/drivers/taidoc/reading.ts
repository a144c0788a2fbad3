import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import { type Family, KIND_OF_FAMILY } from './families.ts';
import { manifest } from './manifest.ts';
import { type Measured, recordOf, saturationOf } from './values.ts';

/** What is known of the device when it sends a result. */
export interface Sender {
  readonly identity: DeviceIdentity;
  /** Undefined until it has said a model that the sources name. */
  readonly family: Family | undefined;
}

/** Before it has said anything. */
export const UNKNOWN_SENDER: Sender = { identity: manifest.identity, family: undefined };

const NOT_TOLD: Measured = { status: 'invalid', reason: 'unverified', detail: 'model not known' };

const readingOf = (
  { identity, family }: Sender,
  measured: Measured,
  rest: Pick<DecodedReading, 'flags' | 'deviceTime'>,
): DecodedReading => ({
  kind: KIND_OF_FAMILY[family ?? 'thermometer'],
  ...measured,
  ...(rest.deviceTime === undefined ? {} : { deviceTime: rest.deviceTime }),
  flags: rest.flags,
  device: identity,
  frames: 1,
});

/** The reading of a record (reply to 26), which the device dates itself. */
export const readRecord = (
  sender: Sender,
  data: Uint8Array,
  deviceTime: string | undefined,
): DecodedReading =>
  readingOf(sender, sender.family === undefined ? NOT_TOLD : recordOf(sender.family, data), {
    flags: ['stored'],
    deviceTime,
  });

/** The reading of a reply to 49. */
export const readSaturation = (sender: Sender, data: Uint8Array): DecodedReading =>
  readingOf(sender, sender.family === 'oximeter' ? saturationOf(data) : NOT_TOLD, { flags: [] });

/** The reading of bytes that did not pass. */
export const refusedFrame = (sender: Sender, reason: 'checksum' | 'structure'): DecodedReading =>
  readingOf(sender, { status: 'invalid', reason }, { flags: [] });
