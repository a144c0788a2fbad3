import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { TONES_HZ } from '#core/opening/check/tone.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createFakeMedia, type FakeMedia, mediaError } from '../fake-media.ts';
import type { Ear } from './ear.ts';
import { createMediaCheck, type MediaCheck, type MediaCheckOptions } from './media-check.ts';

const RATE_HZ = 48_000;

/** A room: the microphone hears its noise, and of each tone that is played what the loudspeaker makes of it. */
class FakeRoom {
  noise = 0.001;
  /** What arrives of a tone, by its pitch, 0 to 1. */
  passes: (toneHz: number) => number = () => 0.05;
  readonly played: number[] = [];
  closed = 0;
  private toneHz = 0;
  readonly openEar = (): Ear => ({
    rateHz: RATE_HZ,
    newest: () =>
      Float32Array.from({ length: 16_384 }, (_, index) => {
        const hiss = this.noise * (((index * 7_919) % 1_000) / 500 - 1);
        const loud = this.toneHz === 0 ? 0 : this.passes(this.toneHz);
        return hiss + loud * Math.sin((2 * Math.PI * this.toneHz * index) / RATE_HZ);
      }),
    play: (toneHz) => {
      this.played.push(toneHz);
      this.toneHz = toneHz;
    },
    close: () => {
      this.closed += 1;
    },
  });
}

let clock: FakeClock;
let media: FakeMedia;
let room: FakeRoom;
const checkWith = (change: Partial<MediaCheckOptions> = {}): MediaCheck =>
  createMediaCheck({
    getUserMedia: media.getUserMedia,
    watchPicture: media.devices.watchPicture,
    loudspeaker: { failure: () => undefined },
    openEar: room.openEar,
    missingRoles: () => Promise.resolve([]),
    voices: () => ['fr'],
    clock,
    ...change,
  });
const reported = async (check: MediaCheck) => {
  const report = check.run();
  await clock.advance(20_000);
  return report;
};
beforeEach(() => {
  clock = createFakeClock();
  media = createFakeMedia();
  room = new FakeRoom();
});

describe('the check of camera, microphone and loudspeaker', () => {
  it('finds all of them well, and lets them go', async () => {
    const report = await reported(checkWith());
    expect(report).toEqual({
      quietDb: expect.closeTo(-65, 0),
      tonesHeard: TONES_HZ.length,
      missingRoles: [],
      voices: ['fr'],
    });
    expect(media.liveTracks()).toBe(0);
    expect(room.closed).toBe(1);
  });

  it('asks for a microphone that nothing is taken from', async () => {
    await reported(checkWith());
    expect(media.asked).toContainEqual({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
  });

  it('tells a loudspeaker that is turned down, in a loud room too', async () => {
    room.passes = () => 0.000_001;
    expect((await reported(checkWith()))?.tonesHeard).toBe(0);
    room.noise = 0.1;
    expect((await reported(checkWith()))?.tonesHeard).toBe(0);
  });

  it('counts each tone by itself', async () => {
    room.passes = (toneHz) => (toneHz === TONES_HZ[0] ? 0 : 0.05);
    expect((await reported(checkWith()))?.tonesHeard).toBe(2);
  });

  it('plays nothing where there is no output, and says so', async () => {
    const report = await reported(
      checkWith({ loudspeaker: { failure: () => failure('LOUDSPEAKER_MISSING') } }),
    );
    expect(report).toMatchObject({ loudspeaker: 'LOUDSPEAKER_MISSING', quietDb: expect.any(Number) });
    expect(report?.tonesHeard).toBeUndefined();
    expect(room.played).toEqual([]);
  });

  it('tells a microphone that is switched off from a quiet room', async () => {
    room.noise = 0;
    expect(await reported(checkWith())).toMatchObject({ microphone: 'MICROPHONE_SILENT' });
    expect(room.played).toEqual([]);
  });

  it('tells a black and a frozen picture', async () => {
    for (const [flaw, code] of [
      ['black', 'CAMERA_BLACK'],
      ['frozen', 'CAMERA_FROZEN'],
    ] as const) {
      const report = checkWith().run();
      await clock.advance(1_000);
      media.spoil(flaw);
      await clock.advance(20_000);
      expect((await report)?.camera).toBe(code);
    }
  });

  it('goes on with what there is', async () => {
    media.failNext(mediaError('NotFoundError'), mediaError('NotAllowedError'));
    expect(await reported(checkWith({ missingRoles: () => Promise.resolve(['ear']) }))).toEqual({
      camera: 'CAMERA_MISSING',
      microphone: 'MICROPHONE_REFUSED',
      missingRoles: ['ear'],
      voices: ['fr'],
    });
  });

  it('is over at once when it is stopped: a patient comes first', async () => {
    const check = checkWith();
    const report = check.run();
    await clock.advance(1_000);
    expect(media.liveTracks()).toBe(2);
    check.stop();
    await clock.advance(0);
    expect(media.liveTracks()).toBe(0);
    expect(await report).toBeUndefined();
    expect(room.played).toHaveLength(1);
  });

  it('leaves nothing open that was granted after it was stopped', async () => {
    const answer = media.holdNext();
    const check = checkWith();
    const report = check.run();
    check.stop();
    answer();
    await clock.advance(0);
    expect(await report).toBeUndefined();
    expect(media.liveTracks()).toBe(0);
  });
});
