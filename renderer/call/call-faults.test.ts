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
    const media = { ...IDLE_CALL.media, failures: [failure('CAMERA_UNPLUGGED')] };
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

  it('says of a voice that stopped coming nothing that its own end explains', () => {
    const sound = { voice: 'lost', microphone: 'live' } as const;
    expect(faultsOf(call({ sound, otherFaults: ['CAMERA_BLACK'] }))).toEqual(['SOUND_LOST']);
    expect(faultsOf(call({ sound, otherFaults: ['MICROPHONE_UNPLUGGED'] }))).toEqual([]);
    const off = { rung: 'none', reason: 'off', strained: false } as const;
    expect(faultsOf(call({ sound, quality: { ...IDLE_CALL.quality, incoming: off } }))).toEqual([]);
  });

  it('names a picture that stands still, unless none is meant to move', () => {
    expect(faultsOf(call({ standsStill: true }))).toEqual(['PICTURE_FROZEN']);
    expect(faultsOf(call({ standsStill: true, state: 'stalled' }))).toEqual([]);
    expect(faultsOf(call({ standsStill: true, otherFaults: ['CAMERA_BLACK'] }))).toEqual([]);
    const audio = { rung: 'audio', reason: 'bandwidth', strained: false } as const;
    const off = { rung: 'none', reason: 'off', strained: false } as const;
    for (const incoming of [audio, off])
      expect(faultsOf(call({ standsStill: true, quality: { ...IDLE_CALL.quality, incoming } }))).toEqual([]);
  });

  it('names a microphone once, and what is told by the system before what is measured', () => {
    const sound = { voice: 'live', microphone: 'silent' } as const;
    const media = { ...IDLE_CALL.media, failures: [failure('MICROPHONE_SILENT')] };
    expect(faultsOf(call({ media, sound }))).toEqual(['MICROPHONE_SILENT']);
  });
});
