/** What is wrong with a stream of MQTT packets. */
export type PacketFault = 'too-large' | 'malformed';

/** Watches MQTT packets go by; the broker's own parser would collect up to 256 MB of one. */
export interface PacketMeter {
  /** Feeds the next bytes of the connection: how many packets began in them, or what is wrong. */
  feed(bytes: Uint8Array): number | PacketFault;
}

/** A meter that allows packets of up to `limit` bytes (MQTT 3.1.1, 2.2.3: the remaining length is in up to four bytes of 7 bits). */
export const createPacketMeter = (limit: number): PacketMeter => {
  /** Bytes of the present packet that are still to come; undefined inside a fixed header. */
  let remaining: number | undefined;
  let lengthBytes = 0;
  let length = 0;
  let inHeader = false;
  return {
    feed: (bytes) => {
      let begun = 0;
      let index = 0;
      while (index < bytes.length) {
        if (remaining !== undefined) {
          const taken = Math.min(remaining, bytes.length - index);
          index += taken;
          remaining -= taken;
          if (remaining === 0) remaining = undefined;
          continue;
        }
        const byte = bytes[index] ?? 0;
        index += 1;
        if (!inHeader) {
          inHeader = true;
          length = 0;
          lengthBytes = 0;
          begun += 1;
          continue;
        }
        length += (byte & 0x7f) * 128 ** lengthBytes;
        lengthBytes += 1;
        if (length > limit) return 'too-large';
        if ((byte & 0x80) !== 0) {
          if (lengthBytes === 4) return 'malformed';
          continue;
        }
        inHeader = false;
        if (length > 0) remaining = length;
      }
      return begun;
    },
  };
};
