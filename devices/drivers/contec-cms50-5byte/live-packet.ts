/**
 * A packet of live data ("Communication protocol V5.0A", Contec): five bytes, 60 a second, bit 7 set on the first and on no other.
 */
export const LIVE_PACKET_LENGTH = 5;
export const PACKETS_PER_SECOND = 60;
/** The pulse wave has seven bits. */
export const WAVE_FULL_SCALE = 127;

/** Sent in place of a number that there is not. */
export const INVALID = { pulseRate: 0xff, oxygenSaturation: 0x7f, signal: 0x0f } as const;

export const LIVE_BITS = {
  first: { sync: 0x80, beep: 0x40, saturationDropping: 0x20, searchingTooLong: 0x10 },
  third: { pulseRateBit7: 0x40, searching: 0x20, probeError: 0x10 },
} as const;

/** A packet bit by bit. */
export interface LivePacket {
  /** 0 to 8; undefined where the device says that it has none. Above 8 is not defined. */
  readonly signal: number | undefined;
  readonly searchingTooLong: boolean;
  readonly saturationDropping: boolean;
  readonly beep: boolean;
  /** 0 to 127. */
  readonly wave: number;
  /** 0 to 15. */
  readonly bar: number;
  /** Finger out, or probe unplugged. */
  readonly probeError: boolean;
  readonly searching: boolean;
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  readonly raw: Uint8Array;
}

const unless = (invalid: number, value: number): number | undefined =>
  value === invalid ? undefined : value;

/** The packet in these five bytes. */
export const decodeLivePacket = (bytes: readonly number[]): LivePacket => {
  const [first = 0, wave = 0, third = 0, rate = 0, saturation = 0] = bytes;
  const rateBit7 = (third & LIVE_BITS.third.pulseRateBit7) === 0 ? 0 : 0x80;
  return {
    signal: unless(INVALID.signal, first & 0x0f),
    searchingTooLong: (first & LIVE_BITS.first.searchingTooLong) !== 0,
    saturationDropping: (first & LIVE_BITS.first.saturationDropping) !== 0,
    beep: (first & LIVE_BITS.first.beep) !== 0,
    wave,
    bar: third & 0x0f,
    probeError: (third & LIVE_BITS.third.probeError) !== 0,
    searching: (third & LIVE_BITS.third.searching) !== 0,
    pulseRate: unless(INVALID.pulseRate, rateBit7 | rate),
    oxygenSaturation: unless(INVALID.oxygenSaturation, saturation),
    raw: Uint8Array.from(bytes),
  };
};

/** What a packet is made of; `first` and `third` hold the bits above their nibbles. */
export interface LiveFields {
  readonly first: number;
  readonly signal: number;
  readonly wave: number;
  readonly third: number;
  readonly pulseRate: number;
  readonly oxygenSaturation: number;
}

/** The five bytes of a packet. */
export const livePacket = (fields: LiveFields): Uint8Array => {
  const { first, signal, wave, third, pulseRate, oxygenSaturation } = fields;
  return Uint8Array.of(
    LIVE_BITS.first.sync | first | signal,
    wave,
    third | (wave >> 3) | (pulseRate >= 0x80 ? LIVE_BITS.third.pulseRateBit7 : 0),
    pulseRate & 0x7f,
    oxygenSaturation,
  );
};
