import { expect, it } from 'vitest';
import { withStartBitrate } from './start-bitrate.ts';

const SDP = [
  'v=0',
  's=-',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  '',
].join('\r\n');

it('tells the estimate of each picture what to begin with, in kbit/s, and nothing else', () => {
  const told = withStartBitrate(SDP, 640_400).split('\r\n');
  expect(told.filter((line) => !SDP.split('\r\n').includes(line))).toEqual([
    'a=fmtp:96 x-google-start-bitrate=640',
  ]);
  expect(told).toHaveLength(SDP.split('\r\n').length + 1);
});

it('leaves a description as it is when nothing is known, or nothing of the kind is in it', () => {
  expect(withStartBitrate(SDP, undefined)).toBe(SDP);
  const other = SDP.replace('VP8', 'AV1');
  expect(withStartBitrate(other, 640_000)).toBe(other);
});
