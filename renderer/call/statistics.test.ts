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
    ).toEqual({ packetsReceived: 812, framesDecoded: 75, mediaBytesSent: 21_000, roundTripMs: 41 });
  });

  it("reads Firefox's report, which has no transport", () => {
    expect(
      readStatistics([
        { id: 'a', type: 'candidate-pair', state: 'failed', nominated: false, bytesReceived: 1 },
        { id: 'b', type: 'candidate-pair', state: 'succeeded', nominated: true, bytesReceived: 9_000 },
        { id: 'c', type: 'inbound-rtp', kind: 'video', packetsReceived: 30, framesDecoded: 12 },
      ]),
    ).toEqual({ packetsReceived: 9_000, framesDecoded: 12, mediaBytesSent: 0, roundTripMs: undefined });
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
