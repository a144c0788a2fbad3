/** Payloads of the whole WebSocket frames in `bytes` (RFC 6455, 5.2), masked or not, from a frame's beginning. */
export const framePayloads = (bytes: Buffer): readonly Buffer[] => {
  const payloads: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const second = bytes.readUInt8(at + 1);
    const masked = (second & 0x80) !== 0;
    let length = second & 0x7f;
    let header = 2;
    if (length === 126) {
      length = bytes.readUInt16BE(at + 2);
      header = 4;
    } else if (length === 127) {
      length = Number(bytes.readBigUInt64BE(at + 2));
      header = 10;
    }
    const mask = masked ? bytes.subarray(at + header, at + header + 4) : undefined;
    const start = at + header + (masked ? 4 : 0);
    if (start + length > bytes.length) break;
    const payload = Buffer.from(bytes.subarray(start, start + length));
    if (mask !== undefined) {
      for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0);
    }
    payloads.push(payload);
    at = start + length;
  }
  return payloads;
};
