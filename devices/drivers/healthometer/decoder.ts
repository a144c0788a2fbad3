import type { DecodedReading } from '#core/vitals/decoded.ts';
import { concatBytes } from '../../kit/bytes.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createRunTracker, type Run, type StabilityRules } from '../../kit/stability.ts';
import { manifest } from './manifest.ts';
import { readPacket } from './packet-fields.ts';
import { createPacketReader, type PacketEvent } from './packets.ts';
import { type PacketSample, sampleOf, TARE_DETAIL } from './reading.ts';

type Said = Extract<PacketSample, { type: 'value' }>['value'];
type Reason = Extract<PacketSample, { type: 'none' }>['reason'];

/** Packets kept of one run: the scale may send the same for hours. */
const PACKETS_KEPT = 600;

const sampleIn = (event: PacketEvent): PacketSample =>
  sampleOf(event.type === 'packet' ? readPacket(event.raw) : undefined);

/** Equal packets that vouch for one another: two damaged alike turn up among a million fuzzed ones, three do not. */
export const PACKETS_THAT_AGREE = 3;

/** The reading of so many equal packets. */
const readingOf = (sample: PacketSample, frames: number): DecodedReading => {
  const common = { kind: 'body-weight' as const, device: manifest.identity, frames };
  if (sample.type === 'value') {
    const flags = frames < PACKETS_THAT_AGREE ? ['unprotected' as const] : [];
    return { ...common, status: 'valid', values: sample.value.values, flags };
  }
  const detail = sample.reason === 'unverified' ? { detail: TARE_DETAIL } : {};
  return { ...common, status: 'invalid', reason: sample.reason, ...detail, flags: [] };
};

/** One reading for each packet, as a capture takes them. */
export const createPacketDecoder = (): Decoder => {
  const reader = createPacketReader();
  const decode = (event: PacketEvent): Decoded => ({
    type: 'reading',
    reading: readingOf(sampleIn(event), 1),
    raw: event.raw,
  });
  return {
    push: (bytes) => reader.push(bytes).map(decode),
    end: () => reader.end().map(decode),
  };
};

const EQUAL_PACKETS: StabilityRules<Said> = {
  window: 1,
  jumpWindow: 1,
  same: (first, second) => first.said === second.said,
  plausibleChange: () => true,
};

/** One reading for each run of equal packets: the scale repeats a weight for as long as it stands. */
export const createDecoder = (): Decoder => {
  const reader = createPacketReader();
  const tracker = createRunTracker<Said, Reason>(EQUAL_PACKETS);
  let raws: Uint8Array[] = [];

  const close = (run: Run<Said, Reason> | undefined): Decoded[] => {
    if (run === undefined) return [];
    const raw = concatBytes(raws);
    raws = [];
    return [{ type: 'reading', reading: readingOf(run.sample, run.frames), raw }];
  };

  const take = (event: PacketEvent): Decoded[] => {
    const ended = close(tracker.push(sampleIn(event)));
    if (raws.length < PACKETS_KEPT) raws.push(event.raw);
    return ended;
  };

  return {
    push: (bytes) => reader.push(bytes).flatMap(take),
    end: () => [...reader.end().flatMap(take), ...close(tracker.end())],
  };
};
