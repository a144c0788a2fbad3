import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createFakeMedia, mediaError } from '../fake-media.ts';
import { createOwnTracks } from './own-tracks.ts';

const openOwn = () => {
  const media = createFakeMedia();
  const clock = createFakeClock();
  const own = createOwnTracks({ getUserMedia: media.getUserMedia, devices: media.devices, clock });
  return { media, clock, own, of: (kind: 'audio' | 'video') => own.store.getState()[kind] };
};

it('opens each by its own key, and closes what is turned off', async () => {
  const { own } = openOwn();
  expect(own.tracks()).toEqual({ audio: undefined, video: undefined });
  await own.turnOn('audio');
  const { audio, video } = own.tracks();
  expect([audio?.kind, video]).toEqual(['audio', undefined]);
  own.turnOff('audio');
  expect(audio?.readyState).toBe('ended');
  expect(own.tracks().audio).toBeUndefined();
});

it('closes at once what was turned off while it was opening', async () => {
  const { own, of } = openOwn();
  const opening = own.turnOn('video');
  own.turnOff('video');
  await opening;
  expect([own.tracks().video, of('video').state]).toEqual([undefined, 'off']);
  await own.turnOn('video');
  expect(of('video').state).toBe('on');
});

it('takes each back by itself once it is plugged in again, tells why until then, and leaves the other alone', async () => {
  const { media, clock, own, of } = openOwn();
  await own.turnOn('audio');
  await own.turnOn('video');
  const sound = own.tracks().audio;
  let changes = 0;
  own.onChange(() => {
    changes += 1;
  });
  media.unplug('video');
  expect(of('video')).toMatchObject({ state: 'missing', failure: { code: 'CAMERA_UNPLUGGED' } });
  expect([own.tracks().video, changes]).toEqual([undefined, 1]);
  media.plug();
  await clock.advance(500);
  expect(of('video')).toEqual({ state: 'on', failure: undefined });
  expect([own.tracks().video?.readyState, own.tracks().audio, changes]).toEqual(['live', sound, 2]);
  media.unplug('audio');
  expect(of('audio')).toMatchObject({ state: 'missing', failure: { code: 'MICROPHONE_UNPLUGGED' } });
  media.plug();
  await clock.advance(500);
  expect(of('audio').state).toBe('on');
});

it('goes on waiting while what was plugged in is another device, and keeps the reason', async () => {
  const { media, clock, own, of } = openOwn();
  await own.turnOn('audio');
  media.unplug('audio');
  media.failNext(mediaError('NotFoundError'), mediaError('NotReadableError'));
  media.plug();
  await clock.advance(500);
  expect(of('audio')).toMatchObject({ state: 'missing', failure: { code: 'MICROPHONE_UNPLUGGED' } });
  await clock.advance(5_000);
  expect(of('audio').state).toBe('missing');
  await clock.advance(5_000);
  expect(of('audio').state).toBe('on');
});

it('opens what was absent or busy when its key was pressed, as soon as it can be', async () => {
  const { media, clock, own, of } = openOwn();
  media.failNext(mediaError('NotReadableError'));
  await own.turnOn('audio');
  expect(of('audio')).toMatchObject({ state: 'missing', failure: { code: 'MICROPHONE_BUSY' } });
  await clock.advance(5_000);
  expect(of('audio').state).toBe('on');
});

it('opens nothing that was turned off while it was missing, whoever plugs in what', async () => {
  const { media, clock, own, of } = openOwn();
  await own.turnOn('video');
  media.unplug('video');
  own.turnOff('video');
  media.plug();
  await clock.advance(20_000);
  expect([of('video').state, media.liveTracks(), media.asked.length]).toEqual(['off', 0, 1]);
});

it.each([
  ['video', 'CAMERA_REFUSED'],
  ['audio', 'MICROPHONE_REFUSED'],
] as const)('asks a person who refused their %s not again by itself', async (kind, code) => {
  const { media, clock, own, of } = openOwn();
  media.failNext(mediaError('NotAllowedError'));
  await own.turnOn(kind);
  media.plug();
  await clock.advance(20_000);
  expect(of(kind)).toMatchObject({ state: 'off', failure: { code } });
  expect(media.asked.length).toBe(1);
});
