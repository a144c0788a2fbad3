/** The most that `crypto.getRandomValues` gives at once. */
const PIECE = 65_536;

/** So many bytes that no way packs; for a browser and for Node. */
export const lineNoise = (bytes: number): Uint8Array<ArrayBuffer> => {
  const noise = new Uint8Array(bytes);
  for (let start = 0; start < bytes; start += PIECE)
    crypto.getRandomValues(noise.subarray(start, start + PIECE));
  return noise;
};
