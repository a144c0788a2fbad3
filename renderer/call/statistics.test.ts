import { describe, expect, it } from 'vitest';
import { readStatistics } from './statistics.ts';

describe('statistics of a peer connection', () => {
  it("reads Chromium's report", () => {
    expect(
      readStatistics([
        { id: 'T01', type: 'transport', packetsReceived: 812, selectedCandidatePairId: 'CP2' },
        { id: 'CP1', type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.9 },
        {
          id: 'CP2',
          type: 'candidate-pair',
          state: 'succeeded',
          nominated: true,
          currentRoundTripTime: 0.041,
        },
        { id: 'IT01A', type: 'inbound-rtp', kind: 'audio', packetsReceived: 500 },
        { id: 'IT01V', type: 'inbound-rtp', kind: 'video', packetsReceived: 300, framesDecoded: 75 },
        { id: 'OT01A', type: 'outbound-rtp', kind: 'audio', bytesSent: 1_000 },
        { id: 'OT01V', type: 'outbound-rtp', kind: 'video', bytesSent: 20_000 },
      ]),
    ).toMatchObject({ packetsReceived: 812, framesDecoded: 75, mediaBytesSent: 21_000, roundTripMs: 41 });
  });

  it("reads Firefox's report, which has no transport", () => {
    expect(
      readStatistics([
        { id: 'a', type: 'candidate-pair', state: 'failed', nominated: false, bytesReceived: 1 },
        { id: 'b', type: 'candidate-pair', state: 'succeeded', nominated: true, bytesReceived: 9_000 },
        { id: 'c', type: 'inbound-rtp', kind: 'video', packetsReceived: 30, framesDecoded: 12 },
      ]),
    ).toMatchObject({ packetsReceived: 9_000, framesDecoded: 12, mediaBytesSent: 0, roundTripMs: undefined });
  });

  it('tells the sources apart by their media lines', () => {
    const report = [
      { id: 'a', type: 'inbound-rtp', kind: 'audio', mid: '0', packetsReceived: 50 },
      { id: 'v', type: 'inbound-rtp', kind: 'video', mid: '1', packetsReceived: 90, framesDecoded: 25 },
      { id: 'e', type: 'inbound-rtp', kind: 'video', mid: '2', packetsReceived: 70, framesDecoded: 12 },
      { id: 's', type: 'inbound-rtp', kind: 'audio', mid: '3', packetsReceived: 40 },
      {
        id: 'oa',
        type: 'outbound-rtp',
        kind: 'audio',
        mid: '0',
        mediaSourceId: 'm1',
        packetsSent: 20,
        bytesSent: 60,
      },
      { id: 'os', type: 'outbound-rtp', kind: 'audio', mid: '3', mediaSourceId: 'm2' },
      { id: 'm2', type: 'media-source', kind: 'audio', totalAudioEnergy: 7 },
      { id: 'm1', type: 'media-source', kind: 'audio', totalAudioEnergy: 0.25 },
    ];
    expect(readStatistics(report, ['0', '1', '2', '3'])).toMatchObject({
      framesDecoded: 25,
      examFramesDecoded: 12,
      voicePacketsReceived: 50,
      microphoneEnergy: 0.25,
      voiceSent: { packets: 20, bytes: 60 },
    });
  });

  it('counts of the stethoscope what was made up, in packets where the browser counts no samples, and keeps the voice apart', () => {
    const voice = {
      id: 'a',
      type: 'inbound-rtp',
      kind: 'audio',
      mid: '0',
      totalSamplesReceived: 96_000,
      concealedSamples: 900,
      silentConcealedSamples: 400,
    };
    const sound = {
      id: 's',
      type: 'inbound-rtp',
      kind: 'audio',
      mid: '3',
      packetsReceived: 90,
      packetsLost: 10,
    };
    const samples = { totalSamplesReceived: 48_000, concealedSamples: 2_400, silentConcealedSamples: 1_000 };
    const sent = { id: 'o', type: 'outbound-rtp', kind: 'audio', mid: '3', bytesSent: 9_000 };
    const mids = ['0', '1', '2', '3'];
    const read = readStatistics([voice, { ...sound, ...samples }, sent], mids);
    expect(read.stethoscope).toEqual({ packets: 90, total: 48_000, madeUp: 2_400 });
    expect(read.line).toMatchObject({
      samplesReceived: 96_000,
      samplesConcealed: 500,
      bytesSent: 9_000,
      stethoscopeBytesSent: 9_000,
    });
    expect(readStatistics([voice, sound], mids).stethoscope).toEqual({ packets: 90, total: 100, madeUp: 10 });
  });

  it('falls back on what streams and channels received', () => {
    const report = [
      { id: 'c', type: 'inbound-rtp', kind: 'audio', packetsReceived: 30 },
      { id: 'd', type: 'data-channel', messagesReceived: 4 },
    ];
    expect(readStatistics(report).packetsReceived).toBe(34);
    expect(readStatistics([]).packetsReceived).toBe(0);
  });
});
