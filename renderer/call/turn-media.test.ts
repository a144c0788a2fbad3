import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';
import { mediaError } from './fake-media.ts';

let sides: TwoSides;
beforeEach(async () => {
  sides = openTwoSides();
  await sides.join();
});

const goes = (assertion: () => void) =>
  vi.waitFor(async () => {
    await sides.clock.advance(250);
    assertion();
  });
const show = (change: Parameters<TwoSides['show']>[0] = {}): void =>
  sides.show({ stage: 'call', cardAcknowledged: true, ...change });
const begin = async (): Promise<void> => {
  show();
  sides.network.peer(true)?.events.onRemoteMedia('video');
  await sides.clock.advance(3_000);
};
const sent = () => {
  const { audio, video } = sides.network.peer(false)?.tracks ?? {};
  return [audio !== undefined, video !== undefined];
};
const own = () => sides.physician.store.getState().call.media;
const heard = () => sides.cabin.store.getState().quality.incoming;

describe('microphone and camera of the physician, each with its own key', () => {
  it('closes the microphone alone, which is no fault at either end', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    expect([sent(), sides.physicianMedia.liveTracks(), own().shut]).toEqual([
      [false, true],
      1,
      { picture: false, sound: true },
    ]);
    await goes(() => expect(heard()).toMatchObject({ rung: '360p', muted: true }));
    await sides.clock.advance(10_000);
    expect([sides.found, own().failures, sides.callLevels.at(-1)?.incoming]).toEqual([
      [],
      [],
      { level: 'picture' },
    ]);
    await sides.physician.turnMedia('audio', true);
    expect([sent(), sides.physicianMedia.liveTracks()]).toEqual([[true, true], 2]);
    await goes(() => expect(heard().muted).toBeUndefined());
    await goes(() => expect(sides.callLevels.at(-1)?.incoming).toEqual({ level: 'video' }));
  });

  it('closes the camera alone, which is no fault at either end', async () => {
    await begin();
    await sides.physician.turnMedia('video', false);
    expect([sent(), sides.physicianMedia.liveTracks()]).toEqual([[true, false], 1]);
    await goes(() => expect(heard()).toEqual({ rung: 'audio', reason: 'camera-off', strained: false }));
    await sides.clock.advance(10_000);
    expect([sides.found, sides.callLevels.at(-1)?.incoming]).toEqual([[], { level: 'audio' }]);
  });

  it('counts both closed as closed, and opens one alone again', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    await sides.physician.turnMedia('video', false);
    expect([own().local, sides.physicianMedia.liveTracks()]).toEqual(['off', 0]);
    await goes(() => expect(heard().reason).toBe('off'));
    await sides.physician.turnMedia('audio', true);
    expect([sent(), sides.physicianMedia.liveTracks()]).toEqual([[true, false], 1]);
  });

  it('opens after a pause what was open before it, and nothing within it', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    show({ paused: true });
    await sides.physician.turnMedia('video', false);
    await sides.physician.turnMedia('video', true);
    expect(sides.physicianMedia.liveTracks()).toBe(0);
    show({ paused: false });
    await sides.clock.advance(1);
    expect([sent(), own().shut.sound]).toEqual([[false, true], true]);
  });

  it('keeps what is closed closed when a device is plugged in or chosen, and over another attempt', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    await sides.physician.changeDevice('audio');
    sides.physicianMedia.plug();
    await sides.clock.advance(10_000);
    sides.openAttempt();
    await sides.clock.advance(1_000);
    expect([sent(), sides.physicianMedia.liveTracks()]).toEqual([[false, true], 1]);
  });

  it('closes a microphone that opens only after it was closed', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    const release = sides.physicianMedia.holdNext();
    const opening = sides.physician.turnMedia('audio', true);
    await sides.physician.turnMedia('audio', false);
    release();
    await opening;
    expect([sent(), sides.physicianMedia.liveTracks()]).toEqual([[false, true], 1]);
  });

  it('says why a microphone does not open again, and brings it back by itself', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    sides.physicianMedia.failNext(mediaError('NotReadableError'));
    await sides.physician.turnMedia('audio', true);
    expect([own().shut.sound, own().failures]).toMatchObject([false, [{ code: 'MICROPHONE_BUSY' }]]);
    await sides.clock.advance(6_000);
    expect([sent(), own().failures]).toEqual([[true, true], []]);
  });

  it('forgets with the consultation what was closed in it', async () => {
    await begin();
    await sides.physician.turnMedia('audio', false);
    sides.desk.setState({ claim: { state: 'none' } });
    expect(own().shut).toEqual({ picture: false, sound: false });
    await sides.physician.openLocalMedia();
    expect(sides.physicianMedia.liveTracks()).toBe(2);
  });
});
