import { MEDIA_SOURCES, type MediaSource } from '#core/call/media-sources.ts';
import { type FormatParameters, withFormatParameters } from './format-parameters.ts';

/**
 * Opus per source (RFC 7587, 6.1). A mono encoder takes the signal for speech and filters its low end: 7 dB are gone at 40 Hz, where heart sounds are.
 * Stereo chooses the full-band mode, level within 1 dB from 25 Hz on. Discontinuous transmission would cut the silence between two beats.
 */
const PARAMETERS: Readonly<Partial<Record<MediaSource, FormatParameters>>> = {
  audio: { usedtx: 1 },
  stethoscope: { stereo: 1, 'sprop-stereo': 1, maxaveragebitrate: 96_000, usedtx: 0 },
};

/**
 * A voice over a thin line: headers weigh more than speech. 12 kbit/s in packets of 60 ms are 22 kbit/s on the wire, 34 in packets of
 * 20 ms, and 62 as browsers do by themselves.
 */
const THIN_VOICE: FormatParameters = { usedtx: 1, minptime: 60, ptime: 60, maxaveragebitrate: 12_000 };

/**
 * A session description with the Opus parameters of each source. Applied to what is sent and to what is received: an encoder follows
 * the other side's description, and a browser may drop what was written into its own (Firefox does).
 */
export const withOpusParameters = (sdp: string, thin = false): string => {
  const [session = '', ...sections] = sdp.split(/^(?=m=)/m);
  let index = 0;
  return [
    session,
    ...sections.map((section) => {
      if (section.startsWith('m=application')) return section;
      const source = MEDIA_SOURCES[index]?.source;
      index += 1;
      const wanted = source === 'audio' && thin ? THIN_VOICE : source && PARAMETERS[source];
      return wanted === undefined ? section : withFormatParameters(section, 'opus/48000', wanted);
    }),
  ].join('');
};
