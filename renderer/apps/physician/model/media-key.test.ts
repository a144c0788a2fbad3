import { describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { IDLE_CALL, type MediaSnapshot } from '#renderer/call/call-snapshot.ts';
import { mediaKeyState } from './media-key.ts';

const SENDING: MediaSnapshot = {
  ...IDLE_CALL.media,
  local: 'sending',
  sends: { picture: true, sound: true },
};
const stateOf = (change: Partial<MediaSnapshot>) => {
  const media = { ...SENDING, ...change };
  return [mediaKeyState(media, 'audio'), mediaKeyState(media, 'video')];
};

describe('the keys of microphone and camera', () => {
  it('say each for itself what is open', () => {
    expect(stateOf({})).toEqual(['on', 'on']);
    expect(stateOf({ local: 'open', sends: { picture: false, sound: false } })).toEqual(['on', 'on']);
    expect(stateOf({ local: 'off', sends: { picture: false, sound: false } })).toEqual(['off', 'off']);
    const muted = { shut: { picture: false, sound: true }, sends: { picture: true, sound: false } };
    expect(stateOf(muted)).toEqual(['off', 'on']);
  });

  it('say that one is being opened again', () => {
    expect(stateOf({ local: 'opening' })).toEqual(['opening', 'opening']);
    expect(stateOf({ sends: { picture: true, sound: false } })).toEqual(['opening', 'on']);
  });

  it('tell a device that is not there from one that yields nothing', () => {
    const sends = { picture: false, sound: true };
    expect(stateOf({ sends, failures: [failure('CAMERA_BUSY')] })).toEqual(['on', 'missing']);
    expect(stateOf({ failures: [failure('MICROPHONE_SILENT')] })).toEqual(['on', 'on']);
  });
});
