import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createFakeMedia } from '../fake-media.ts';
import { createOwnTracks } from './own-tracks.ts';

it('opens each by its own key, and closes what is turned off', async () => {
  const media = createFakeMedia();
  const own = createOwnTracks(media.getUserMedia, createFakeClock());
  expect(own.tracks()).toEqual({ audio: undefined, video: undefined });
  await own.turnOn('audio');
  const { audio, video } = own.tracks();
  expect([audio?.kind, video]).toEqual(['audio', undefined]);
  own.turnOff('audio');
  expect(audio?.readyState).toBe('ended');
  expect(own.tracks().audio).toBeUndefined();
});

it('closes at once what was turned off while it was opening', async () => {
  const media = createFakeMedia();
  const own = createOwnTracks(media.getUserMedia, createFakeClock());
  const opening = own.turnOn('video');
  own.turnOff('video');
  await opening;
  expect([own.tracks().video, own.store.getState().video.state]).toEqual([undefined, 'off']);
  await own.turnOn('video');
  expect(own.store.getState().video.state).toBe('on');
});
