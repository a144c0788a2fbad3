import { describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { faultsOf } from './call-faults.ts';
import { type CallSnapshot, IDLE_CALL } from './call-snapshot.ts';

const call = (change: Partial<CallSnapshot>): CallSnapshot => ({
  ...IDLE_CALL,
  state: 'connected',
  ...change,
});

describe('what is wrong with picture and sound', () => {
  it('names each fault of this side, and the voice that stopped coming', () => {
    expect(faultsOf(call({}))).toEqual([]);
    expect(faultsOf(call({ sound: { voice: 'live', microphone: 'silent' } }))).toEqual(['MICROPHONE_SILENT']);
    const media = { ...IDLE_CALL.media, failure: failure('CAMERA_UNPLUGGED') };
    expect(faultsOf(call({ media, sound: { voice: 'lost', microphone: 'live' } }))).toEqual([
      'CAMERA_UNPLUGGED',
      'SOUND_LOST',
    ]);
  });

  it('says nothing of a voice while the whole call is stalled, nor of anything without a call', () => {
    const sound = { voice: 'lost', microphone: 'silent' } as const;
    expect(faultsOf(call({ state: 'stalled', sound }))).toEqual(['MICROPHONE_SILENT']);
    expect(faultsOf(call({ state: 'idle', sound }))).toEqual([]);
  });
});
