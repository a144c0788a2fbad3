import { describe, expect, it } from 'vitest';
import { withOpusParameters } from './opus-parameters.ts';

const audio = (mid: number, fmtp: string): string =>
  `m=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=mid:${mid}\r\na=rtpmap:111 opus/48000/2\r\n${fmtp}a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n`;
const video = (mid: number): string =>
  `m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:${mid}\r\na=rtpmap:96 VP8/90000\r\n`;
const data = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:9\r\n';
const FMTP = 'a=fmtp:111 minptime=10;useinbandfec=1\r\n';
const SDP = `v=0\r\ns=-\r\n${audio(0, FMTP)}${video(1)}${video(2)}${audio(3, FMTP)}${data}`;
const lastAudio = (sdp: string): string => sdp.slice(sdp.lastIndexOf('m=audio'));

describe('Opus parameters of a session description', () => {
  it('asks for the full-band mode on the stethoscope’s line, and only there', () => {
    const changed = withOpusParameters(SDP);
    expect(lastAudio(changed)).toContain(
      'a=fmtp:111 minptime=10;useinbandfec=1;stereo=1;sprop-stereo=1;maxaveragebitrate=96000;usedtx=0\r\na=rtpmap:63',
    );
    expect(changed.slice(0, changed.lastIndexOf('m=audio'))).not.toContain('stereo');
    expect(lastAudio(changed)).toContain('a=fmtp:63 111/111\r\n');
  });

  it('spares the silence of a voice, and on a thin line two thirds of its headers', () => {
    const voice = (sdp: string): string => sdp.slice(0, sdp.indexOf('m=video'));
    expect(voice(withOpusParameters(SDP))).toContain('a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1\r\n');
    const thin = withOpusParameters(SDP, true);
    expect(voice(thin)).toContain('minptime=60;useinbandfec=1;usedtx=1;ptime=60;maxaveragebitrate=12000\r\n');
    expect(lastAudio(thin)).toBe(lastAudio(withOpusParameters(SDP)));
  });

  it('changes nothing when applied again', () => {
    const once = withOpusParameters(SDP);
    expect(withOpusParameters(once)).toBe(once);
  });

  it('finds its line wherever the data line stands', () => {
    const first = `v=0\r\n${data}${audio(0, FMTP)}${video(1)}${video(2)}${audio(3, FMTP)}`;
    expect(lastAudio(withOpusParameters(first))).toContain('stereo=1');
  });

  it('adds the parameters where there were none', () => {
    const bare = `v=0\r\n${audio(0, '')}${video(1)}${video(2)}${audio(3, '')}`;
    const changed = lastAudio(withOpusParameters(bare));
    expect(changed).toContain('opus/48000/2\r\na=fmtp:111 stereo=1;');
    expect(changed).not.toContain('\r\r');
  });

  it('leaves a description without Opus alone', () => {
    const none = SDP.replaceAll('opus', 'PCMU');
    expect(withOpusParameters(none)).toBe(none);
  });
});
