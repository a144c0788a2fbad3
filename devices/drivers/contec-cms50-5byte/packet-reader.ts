import { createUnitReader, type ReadUnit, type Verdict } from '../../kit/unit-reader.ts';
import { decodeLivePacket, LIVE_PACKET_LENGTH, type LivePacket } from './live-packet.ts';
import { RECORDING_START, readHeader, readTriple, type StoredSample, TRIPLE_LENGTH } from './recording.ts';

/** What a stretch of the device's bytes is. */
export type Unit =
  | { readonly type: 'live'; readonly packet: LivePacket }
  | { readonly type: 'recording'; readonly seconds: number | undefined; readonly raw: Uint8Array }
  | { readonly type: 'stored'; readonly sample: StoredSample; readonly isLast: boolean };

/** A stretch of damage is told in pieces of half a second. */
const LONGEST_DAMAGE = 30 * LIVE_PACKET_LENGTH;

/** Seconds left of a recording that does not say how long it is. */
const UNTOLD = Number.POSITIVE_INFINITY;

const livePacketAt = (bytes: readonly number[]): Verdict<Unit> => {
  if ((bytes[0] ?? 0) < 0x80) return 'structure';
  if (bytes.slice(1, LIVE_PACKET_LENGTH).some((byte) => byte >= 0x80)) return 'structure';
  if (bytes.length < LIVE_PACKET_LENGTH) return 'more';
  const packet = decodeLivePacket(bytes.slice(0, LIVE_PACKET_LENGTH));
  return { unit: { type: 'live', packet }, length: LIVE_PACKET_LENGTH };
};

/** A live packet may begin with the same byte; its second one has bit 7 clear. */
const headerAt = (bytes: readonly number[]): Verdict<Unit> => {
  const header = readHeader(bytes);
  if (typeof header === 'string') return header;
  const { seconds, length } = header;
  return { unit: { type: 'recording', seconds, raw: Uint8Array.from(bytes.slice(0, length)) }, length };
};

/** Cuts the device's bytes into live packets and the seconds of a recording. A recording with damage in it ends there. */
export const createPacketReader = () => {
  let secondsLeft = 0;
  let isAfterHeader = false;

  const storedAt = (bytes: readonly number[]): Verdict<Unit> => {
    // One published recording has a 00 between its length and its first second.
    const skipped = isAfterHeader && bytes[0] === 0 ? 1 : 0;
    const triple = bytes.slice(skipped, skipped + TRIPLE_LENGTH);
    if (triple.length < TRIPLE_LENGTH) return 'more';
    const sample = readTriple(triple);
    if (sample === 'structure') return 'structure';
    isAfterHeader = false;
    secondsLeft -= 1;
    return { unit: { type: 'stored', sample, isLast: secondsLeft === 0 }, length: skipped + TRIPLE_LENGTH };
  };

  const unitAt = (bytes: readonly number[]): Verdict<Unit> => {
    if (secondsLeft > 0) {
      const stored = storedAt(bytes);
      // What does not say how long it is ends with the first bytes that do not belong to it.
      if (stored !== 'structure' || secondsLeft !== UNTOLD) return stored;
      secondsLeft = 0;
    }
    const header = bytes[0] === RECORDING_START ? headerAt(bytes) : 'structure';
    if (header === 'structure' || header === 'checksum') return livePacketAt(bytes);
    if (typeof header === 'object' && header.unit.type === 'recording') {
      secondsLeft = header.unit.seconds ?? UNTOLD;
      isAfterHeader = true;
    }
    return header;
  };

  const reader = createUnitReader<Unit>({
    unitAt,
    onLost: () => {
      secondsLeft = 0;
    },
    firstCut: LIVE_PACKET_LENGTH - 1,
    longestDamage: LONGEST_DAMAGE,
  });
  return {
    push: (bytes: Uint8Array): readonly ReadUnit<Unit>[] => reader.push(bytes),
    end: (): readonly ReadUnit<Unit>[] => reader.end(),
  };
};
