import { withFormatParameters } from './format-parameters.ts';

/**
 * A description of the other side with the rate, in bit/s, that this side's estimate of the line begins with. Chromium believes in
 * 300 kbit/s unless told, and drops the first frames of a picture that it takes for too large; it reads this from what it receives. Firefox
 * does not know it, and ignores it.
 */
export const withStartBitrate = (sdp: string, bitsPerSecond: number | undefined): string => {
  if (bitsPerSecond === undefined) return sdp;
  const parameters = { 'x-google-start-bitrate': Math.round(bitsPerSecond / 1_000) };
  return sdp
    .split(/^(?=m=)/m)
    .map((section) =>
      section.startsWith('m=video') ? withFormatParameters(section, 'VP8/90000', parameters) : section,
    )
    .join('');
};
