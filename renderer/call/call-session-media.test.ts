import { beforeEach, describe, expect, it } from 'vitest';
import { openTwoSessions, type TwoSessions } from '#test/harness/two-sessions.ts';
import { mediaError } from './fake-media.ts';

let clock: TwoSessions['clock'];
let network: TwoSessions['network'];
let cabinMedia: TwoSessions['cabinMedia'];
let cabin: TwoSessions['cabin'];
let physician: TwoSessions['physician'];
let timers: TwoSessions['timers'];
let openAttempt: TwoSessions['openAttempt'];
let join: TwoSessions['join'];
beforeEach(() => {
  ({ clock, network, cabinMedia, cabin, physician, timers, openAttempt, join } = openTwoSessions());
});

const faults = () => cabin.store.getState().media.failures.map(({ code }) => code);

describe('media', () => {
  it('sends nothing before it is told to, in no attempt', async () => {
    await join();
    await cabin.openLocalMedia();
    expect(cabin.store.getState().media).toMatchObject({
      local: 'open',
      sends: { picture: false, sound: false },
    });
    openAttempt();
    await clock.advance(1_000);
    expect(network.peers.every(({ tracks }) => !tracks.audio && !tracks.video)).toBe(true);
  });

  it('puts its tracks into the present peer, and into every later one', async () => {
    await join();
    await cabin.sendMedia();
    expect(cabin.store.getState().media).toMatchObject({
      local: 'sending',
      sends: { picture: true, sound: true },
    });
    expect(network.peer(true)?.tracks.video).toBeDefined();
    openAttempt();
    await clock.advance(1_000);
    expect(network.peer(true)?.tracks.video).toBeDefined();
  });

  it('puts another device in the place of the one before, in the same call, and lets that one go', async () => {
    await join();
    await cabin.sendMedia();
    const before = { peer: network.peer(true), tracks: network.peer(true)?.tracks };
    for (const kind of ['video', 'audio'] as const) {
      expect(await cabin.changeDevice(kind)).toEqual({ ok: true, value: null });
      const after = network.peer(true)?.tracks;
      expect(after?.[kind]).toBeDefined();
      expect(after?.[kind]).not.toBe(before.tracks?.[kind]);
      expect(before.tracks?.[kind]?.readyState).toBe('ended');
      expect(cabinMedia.liveTracks()).toBe(2);
    }
    expect(network.peer(true)).toBe(before.peer);
    expect(cabin.store.getState().media).toMatchObject({
      local: 'sending',
      sends: { picture: true, sound: true },
      failures: [],
    });
  });

  it('keeps the device in use when the other one cannot be opened, and takes the last of several', async () => {
    await join();
    await cabin.sendMedia();
    const before = network.peer(true)?.tracks.video;
    cabinMedia.failNext(mediaError('NotReadableError'));
    expect(await cabin.changeDevice('video')).toMatchObject({ failure: { code: 'CAMERA_BUSY' } });
    expect(network.peer(true)?.tracks.video).toBe(before);
    expect(cabin.store.getState().media.sends.picture).toBe(true);
    const release = cabinMedia.holdNext();
    const first = cabin.changeDevice('video');
    await cabin.changeDevice('video');
    const last = network.peer(true)?.tracks.video;
    release();
    await first;
    expect(network.peer(true)?.tracks.video).toBe(last);
    expect(cabinMedia.liveTracks()).toBe(2);
  });

  it('opens nothing for a choice while both are off', async () => {
    await join();
    await cabin.changeDevice('video');
    expect(cabinMedia.asked).toEqual([]);
  });

  it('opens by itself what was absent altogether, once it is plugged in', async () => {
    await join();
    cabinMedia.failNext(...Array.from({ length: 3 }, () => mediaError('NotFoundError')));
    await cabin.openLocalMedia();
    expect(cabin.store.getState().media.local).toBe('off');
    expect(faults()).toEqual(['CAMERA_MISSING', 'MICROPHONE_MISSING']);
    cabinMedia.plug();
    await clock.advance(1_000);
    expect(cabinMedia.liveTracks()).toBe(2);
    expect(cabin.store.getState().media).toMatchObject({ local: 'open', failures: [] });
  });

  it('brings a camera back although there is no microphone', async () => {
    await join();
    cabinMedia.failNext(...Array.from({ length: 3 }, () => mediaError('NotFoundError')));
    await cabin.openLocalMedia();
    // The microphone stays absent: the sound is asked for first, then the picture.
    cabinMedia.failNext(mediaError('NotFoundError'));
    cabinMedia.plug();
    await clock.advance(1_000);
    expect(cabinMedia.liveTracks()).toBe(1);
  });

  it('counts frames, and says when the picture is frozen', async () => {
    await join();
    await cabin.sendMedia();
    network.peer(false)?.events.onRemoteMedia('video');
    await clock.advance(3_000);
    expect(physician.store.getState()).toMatchObject({ media: { remote: 'live' }, frozen: false });
    expect(physician.store.getState().framesDecoded).toBeGreaterThan(0);
    cabin.stopMedia();
    await clock.advance(2_500);
    expect(physician.store.getState().frozen).toBe(true);
    await cabin.sendMedia();
    await clock.advance(1_500);
    expect(physician.store.getState().frozen).toBe(false);
  });

  it.each([
    ['NotAllowedError', 'CAMERA_REFUSED', 1],
    ['NotFoundError', 'CAMERA_MISSING', 1],
    ['OverconstrainedError', 'CAMERA_MISSING', 1],
    ['NotReadableError', 'CAMERA_BUSY', 1],
  ])('tells %s as %s, and goes on with what works', async (name, code, live) => {
    await join();
    cabinMedia.failNext(mediaError(name));
    await cabin.sendMedia();
    expect(faults()).toEqual([code]);
    expect(cabin.store.getState().media.sends).toEqual({ picture: false, sound: true });
    expect(cabinMedia.liveTracks()).toBe(live);
  });

  it('gives up a camera that does not answer, and stops one that answers late', async () => {
    await join();
    const answer = cabinMedia.holdNext();
    cabinMedia.failNext(undefined, mediaError('NotReadableError'), mediaError('NotReadableError'));
    const opening = cabin.openLocalMedia();
    await clock.advance(15_000);
    await opening;
    expect(cabin.store.getState().media.local).toBe('off');
    expect(faults()).toEqual(['CAMERA_BUSY', 'MICROPHONE_BUSY']);
    answer();
    await clock.advance(1);
    expect(cabinMedia.liveTracks()).toBe(0);
  });

  it('tells of a camera that was pulled out', async () => {
    await join();
    await cabin.sendMedia();
    cabinMedia.unplug('video');
    expect(cabin.store.getState().media).toMatchObject({
      failures: [{ code: 'CAMERA_UNPLUGGED' }],
      sends: { picture: false, sound: true },
    });
  });

  it('takes a camera back when it is plugged in again, without touching the sound', async () => {
    await join();
    await cabin.sendMedia();
    const sound = network.peer(true)?.tracks.audio;
    cabinMedia.unplug('video');
    expect(network.peer(true)?.tracks.video).toBeUndefined();
    cabinMedia.plug();
    await clock.advance(500);
    expect(cabin.store.getState().media).toMatchObject({
      failures: [],
      sends: { picture: true, sound: true },
    });
    expect(network.peer(true)?.tracks.video).toBeDefined();
    expect(network.peer(true)?.tracks.audio).toBe(sound);
    expect(cabinMedia.asked.at(-1)).not.toHaveProperty('audio');
  });

  it('asks again for a camera that another program has, until it is free', async () => {
    await join();
    cabinMedia.failNext(
      mediaError('NotReadableError'),
      undefined,
      mediaError('NotReadableError'),
      mediaError('NotReadableError'),
    );
    await cabin.sendMedia();
    expect(faults()).toEqual(['CAMERA_BUSY']);
    await clock.advance(11_000);
    expect(faults()).toEqual(['CAMERA_BUSY']);
    await clock.advance(5_000);
    expect(cabin.store.getState().media).toMatchObject({ failures: [], sends: { picture: true } });
    cabin.hangUp();
    expect([cabinMedia.liveTracks(), timers()]).toEqual([0, 0]);
  });

  it('says when the microphone alone is missing, and when the picture is black', async () => {
    await join();
    cabinMedia.failNext(mediaError('NotFoundError'), mediaError('NotFoundError'));
    await cabin.sendMedia();
    expect(cabin.store.getState().media).toMatchObject({
      failures: [{ code: 'MICROPHONE_MISSING' }],
      sends: { picture: true, sound: false },
    });
    cabinMedia.plug();
    await clock.advance(500);
    expect(faults()).toEqual([]);
    cabinMedia.spoil('black');
    expect(faults()).toEqual(['CAMERA_BLACK']);
    cabinMedia.spoil('frozen');
    expect(faults()).toEqual(['CAMERA_FROZEN']);
    cabinMedia.spoil(undefined);
    expect(faults()).toEqual([]);
  });

  it('hands out the microphone that lives, beside the camera, after each plugging in', async () => {
    await join();
    cabinMedia.failNext(mediaError('NotFoundError'), mediaError('NotFoundError'));
    await cabin.openLocalMedia();
    expect(cabin.microphone()).toBeUndefined();
    cabinMedia.plug();
    await clock.advance(500);
    const first = cabin.microphone();
    expect(first).toMatchObject({ kind: 'audio', readyState: 'live' });
    cabinMedia.unplug('audio');
    expect(cabin.microphone()).toBeUndefined();
    cabinMedia.plug();
    await clock.advance(500);
    expect(cabin.microphone()).toMatchObject({ kind: 'audio', readyState: 'live' });
    expect(cabin.microphone()).not.toBe(first);
  });

  it('names the fault of each of them, and keeps the one while the other comes back', async () => {
    await join();
    await cabin.sendMedia();
    cabinMedia.unplug('video');
    cabinMedia.unplug('audio');
    expect(faults()).toEqual(['CAMERA_UNPLUGGED', 'MICROPHONE_UNPLUGGED']);
    expect(cabin.store.getState().media.sends).toEqual({ picture: false, sound: false });
    // The camera is asked for first, and stays away.
    cabinMedia.failNext(mediaError('NotFoundError'));
    cabinMedia.plug();
    await clock.advance(500);
    expect(faults()).toEqual(['CAMERA_UNPLUGGED']);
    expect(cabin.store.getState().media.sends).toEqual({ picture: false, sound: true });
  });

  it('goes on by voice where the camera alone is refused, and asks no more until it is allowed', async () => {
    await join();
    cabinMedia.failNext(mediaError('NotAllowedError'));
    await cabin.sendMedia();
    expect(faults()).toEqual(['CAMERA_REFUSED']);
    expect(network.peer(true)?.tracks.audio).toBeDefined();
    const asked = cabinMedia.asked.length;
    cabinMedia.plug();
    await clock.advance(60_000);
    expect(cabinMedia.asked).toHaveLength(asked);
    cabinMedia.allow();
    await clock.advance(1);
    expect([faults(), cabinMedia.asked.slice(asked)]).toEqual([[], [{ video: expect.anything() }]]);
    expect(network.peer(true)?.tracks.video).toBeDefined();
  });

  it('goes on by picture where the microphone alone is refused, and has no timer where both are', async () => {
    await join();
    cabinMedia.failNext(mediaError('NotAllowedError'), mediaError('NotAllowedError'));
    await cabin.sendMedia();
    expect(faults()).toEqual(['MICROPHONE_REFUSED']);
    expect(cabin.store.getState().media.sends).toEqual({ picture: true, sound: false });
    cabin.stopMedia();
    cabinMedia.failNext(...Array.from({ length: 3 }, () => mediaError('NotAllowedError')));
    await cabin.sendMedia();
    expect(faults()).toEqual(['CAMERA_REFUSED', 'MICROPHONE_REFUSED']);
    const asked = cabinMedia.asked.length;
    await clock.advance(60_000);
    expect(cabinMedia.asked).toHaveLength(asked);
  });

  it('says when the system has muted the microphone, before anything is sent', async () => {
    await join();
    await cabin.openLocalMedia();
    cabinMedia.mute(true);
    expect(faults()).toEqual(['MICROPHONE_SILENT']);
    cabinMedia.mute(false);
    expect(faults()).toEqual([]);
  });
});
