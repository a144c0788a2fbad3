const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;

/** Writes the four letters of a RIFF chunk. */
const writeName = (view: DataView, offset: number, name: string): void => {
  for (const [index, letter] of [...name].entries()) view.setUint8(offset + index, letter.charCodeAt(0));
};

/**
 * A WAV file (RIFF, PCM 16 bit, little endian) of samples between -1 and 1, one array for each channel, all of the same length.
 * Sound beyond that range is clipped.
 */
export const wavOf = (channels: readonly Float32Array[], sampleRateHz: number): Uint8Array<ArrayBuffer> => {
  const frames = channels[0]?.length ?? 0;
  const frameBytes = channels.length * BYTES_PER_SAMPLE;
  const bytes = new Uint8Array(HEADER_BYTES + frames * frameBytes);
  const view = new DataView(bytes.buffer);
  writeName(view, 0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  writeName(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, BYTES_PER_SAMPLE * 8, true);
  writeName(view, 36, 'data');
  view.setUint32(40, frames * frameBytes, true);
  let offset = HEADER_BYTES;
  for (let frame = 0; frame < frames; frame += 1)
    for (const channel of channels) {
      const sample = Math.max(-1, Math.min(1, channel[frame] ?? 0));
      view.setInt16(offset, Math.round(sample < 0 ? sample * 32_768 : sample * 32_767), true);
      offset += BYTES_PER_SAMPLE;
    }
  return bytes;
};
