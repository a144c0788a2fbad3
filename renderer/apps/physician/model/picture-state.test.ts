import { describe, expect, it } from 'vitest';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import { pictureState } from './picture-state.ts';

const connected: CallSnapshot = {
  ...IDLE_CALL,
  state: 'connected',
  media: { ...IDLE_CALL.media, remote: 'live' },
};

describe('a picture that the line does not bear', () => {
  it('is covered, and never taken for frozen', () => {
    for (const rung of ['stills', 'audio'] as const) {
      const quality = {
        ...connected.quality,
        incoming: { rung, reason: 'bandwidth', strained: false } as const,
      };
      expect(pictureState(true, { ...connected, quality, frozen: true })).toBe('sound-only');
      expect(pictureState(true, { ...connected, quality, state: 'stalled' })).toBe('stalled');
    }
  });
});

describe('the picture of the cabin', () => {
  it('is live only with a link that is up and frames that come', () => {
    expect(pictureState(true, connected)).toBe('live');
    expect(pictureState(true, { ...connected, frozen: true })).toBe('frozen');
    expect(pictureState(true, { ...connected, state: 'stalled' })).toBe('stalled');
    expect(pictureState(true, { ...connected, state: 'lost' })).toBe('lost');
    expect(pictureState(true, { ...connected, media: IDLE_CALL.media })).toBe('no-picture');
  });

  it('says that a call was refused, not that it is being restored', () => {
    const refused = { ...IDLE_CALL, state: 'lost', failure: { code: 'PEER_FORGED' } } as const;
    expect(pictureState(true, refused)).toBe('refused');
    expect(pictureState(false, refused)).toBe('refused');
  });

  it('is not there before the person has read the card', () => {
    expect(pictureState(false, connected)).toBe('card');
    expect(pictureState(false, { ...connected, state: 'lost' })).toBe('lost');
  });
});
