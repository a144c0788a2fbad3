import { beforeEach, describe, expect, it } from 'vitest';
import type { PeerStatistics } from './call-peer.ts';
import { createMediaWatch, type MediaWatch } from './media-watch.ts';
import { readLine } from './quality/line-counters.ts';

const STATISTICS: PeerStatistics = {
  packetsReceived: 0,
  framesDecoded: 0,
  examFramesDecoded: 0,
  stethoscope: { packets: 0, total: 0, madeUp: 0 },
  voicePacketsReceived: 0,
  microphoneEnergy: undefined,
  voiceSent: { packets: 0, bytes: 0 },
  mediaBytesSent: 0,
  line: readLine([], { voice: [], stethoscope: [] }, undefined, 0),
  roundTripMs: 40,
};

describe('watching what is live', () => {
  let watch: MediaWatch;
  beforeEach(() => {
    watch = createMediaWatch();
  });
  const look = (nowMs: number, seen: Partial<PeerStatistics> = {}, sendsSound = true, otherClosed = false) =>
    watch.look({ ...STATISTICS, ...seen }, sendsSound, nowMs, otherClosed);

  it('calls a picture frozen within 2 s of its last frame, however that falls between two readings, and live with the next', () => {
    const lastFrameMs = 751;
    expect(look(1_000, { framesDecoded: 10 }).frozen).toBe(false);
    expect(look(2_250, { framesDecoded: 10 }).frozen).toBe(false);
    const marked = [2_500, 2_750].find((nowMs) => look(nowMs, { framesDecoded: 10 }).frozen);
    expect(marked).toBeLessThanOrEqual(lastFrameMs + 2_000);
    expect(look(3_100, { framesDecoded: 11 }).frozen).toBe(false);
  });

  it('makes a fault of it only when it lasts', () => {
    look(1_000, { framesDecoded: 10 });
    expect(look(3_900, { framesDecoded: 10 })).toMatchObject({ frozen: true, standsStill: false });
    expect(look(4_100, { framesDecoded: 10 }).standsStill).toBe(true);
    expect(look(4_350, { framesDecoded: 11 }).standsStill).toBe(false);
    // Back from sound alone: the first frame has its time.
    watch.noPictureDue(20_000);
    expect(look(20_250, { framesDecoded: 11 }).standsStill).toBe(false);
    expect(look(23_100, { framesDecoded: 11 }).standsStill).toBe(true);
  });

  it('gives a picture that begins again its time', () => {
    look(1_000, { framesDecoded: 10 });
    watch.pictureBegins(9_000);
    expect(look(9_100, { framesDecoded: 10 }).frozen).toBe(false);
    expect(look(10_500, { framesDecoded: 10 }).frozen).toBe(true);
  });

  it('says that no sound arrives 3 s after its last packet', () => {
    expect(look(0).sound.voice).toBe('none');
    expect(look(1_000, { voicePacketsReceived: 50 }).sound.voice).toBe('live');
    expect(look(3_900, { voicePacketsReceived: 50 }).sound.voice).toBe('live');
    expect(look(4_000, { voicePacketsReceived: 50 }).sound.voice).toBe('lost');
    expect(look(4_250, { voicePacketsReceived: 51 }).sound.voice).toBe('live');
  });

  it('calls no voice lost that was shut on purpose, nor one that has not had its time to begin again', () => {
    const voice = (nowMs: number, voicePacketsReceived: number, otherClosed = false) =>
      look(nowMs, { voicePacketsReceived }, true, otherClosed).sound.voice;
    expect(voice(1_000, 50)).toBe('live');
    expect(voice(9_000, 50, true)).toBe('none');
    expect(voice(9_250, 50)).toBe('none');
    expect(voice(9_500, 51)).toBe('live');
    expect(voice(20_000, 51, true)).toBe('none');
    expect(voice(23_000, 51)).toBe('lost');
  });

  describe('the stethoscope', () => {
    let nowMs: number;
    let packets: number;
    let total: number;
    let madeUp: number;
    beforeEach(() => {
      nowMs = 1_000;
      packets = 0;
      total = 0;
      madeUp = 0;
    });
    /** Four looks a second, of which so much was made up. */
    const hear = (seconds: number, part: number, comes = true) => {
      let last = look(nowMs, { stethoscope: { packets, total, madeUp } }).instruments;
      for (let quarter = 0; quarter < 4 * seconds; quarter += 1) {
        nowMs += 250;
        packets += comes ? 12 : 0;
        total += 12_000;
        madeUp += 12_000 * part;
        last = look(nowMs, { stethoscope: { packets, total, madeUp } }).instruments;
      }
      return last;
    };

    it('is live as long as almost all of it came', () => {
      expect(hear(2, 0)).toMatchObject({ stethoscope: 'live', madeUp: 0 });
      expect(hear(20, 0.04).stethoscope).toBe('live');
    });

    it('is not called live within seconds of being made up in part, until well below that', () => {
      hear(5, 0);
      expect(hear(2, 0.15).stethoscope).toBe('spoilt');
      expect(hear(8, 0.04).stethoscope).toBe('spoilt');
      expect(hear(8, 0.01).stethoscope).toBe('live');
    });

    it('is lost once nothing comes, whatever the decoder plays in its place, and begins anew', () => {
      hear(5, 0.2);
      expect(hear(2, 1, false)).toMatchObject({ stethoscope: 'lost', madeUp: undefined });
      expect(hear(1, 0).stethoscope).toBe('live');
    });
  });

  it('finds a microphone that yields nothing at all for 5 s, counted from when it was to be heard', () => {
    expect(look(60_000, { microphoneEnergy: 0 }).sound.microphone).toBe('live');
    expect(look(64_900, { microphoneEnergy: 0 }).sound.microphone).toBe('live');
    expect(look(65_000, { microphoneEnergy: 0 }).sound.microphone).toBe('silent');
    expect(look(65_250, { microphoneEnergy: 0.001 }).sound.microphone).toBe('live');
    expect(look(66_000, { microphoneEnergy: 0.001 }, false).sound.microphone).toBe('unknown');
    expect(look(66_000).sound.microphone).toBe('unknown');
  });

  it('finds it by the size of what is sent where the browser tells no energy, with and without discontinuous transmission', () => {
    let voiceSent = { packets: 0, bytes: 0 };
    const heardAt = (nowMs: number, packets: number, bytesEach: number) => {
      voiceSent = { packets: voiceSent.packets + packets, bytes: voiceSent.bytes + packets * bytesEach };
      return look(nowMs, { voiceSent }).sound.microphone;
    };
    expect(heardAt(60_000, 50, 158)).toBe('live');
    expect(heardAt(64_900, 245, 3)).toBe('live');
    expect(heardAt(65_000, 5, 3)).toBe('silent');
    // A quiet room sends few packets, with something in them.
    expect(heardAt(65_250, 1, 22)).toBe('live');
    expect(heardAt(70_000, 12, 2)).toBe('live');
    expect(heardAt(70_250, 1, 2)).toBe('silent');
    expect(heardAt(70_500, 12, 66)).toBe('live');
  });
});
