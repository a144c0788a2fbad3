import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openTwoSides } from '#test/harness/two-sides.ts';
import { mediaError } from './fake-media.ts';

let sides: ReturnType<typeof openTwoSides>;
beforeEach(async () => {
  sides = openTwoSides();
  await sides.join();
});

const goes = (assertion: () => void) =>
  vi.waitFor(async () => {
    await sides.clock.advance(250);
    assertion();
  });
const begin = async (): Promise<void> => {
  sides.show({ stage: 'call', cardAcknowledged: true });
  await sides.clock.advance(3_000);
};

describe('faults of camera and microphone', () => {
  it('of the cabin are known to the physician, the record and the ledger, and mend by themselves', async () => {
    await begin();
    sides.cabinMedia.spoil('black');
    await goes(() => expect(sides.physician.store.getState().call.otherFaults).toEqual(['CAMERA_BLACK']));
    expect(sides.found).toEqual(['CAMERA_BLACK at cabin']);
    expect(sides.callLevels.at(-1)?.outgoing).toEqual({ level: 'audio', cause: 'CAMERA_BLACK' });
    sides.cabinMedia.spoil(undefined);
    await goes(() => expect(sides.physician.store.getState().call.otherFaults).toEqual([]));
    await goes(() => expect(sides.callLevels.at(-1)?.outgoing).toEqual({ level: 'video' }));
  });

  it('of the physician are known in the cabin, and go into its record as found there', async () => {
    sides.physicianMedia.failNext(mediaError('NotAllowedError'));
    await begin();
    await goes(() => expect(sides.cabin.store.getState().otherFaults).toEqual(['CAMERA_REFUSED']));
    expect(sides.cabin.store.getState().quality.incoming).toEqual({
      rung: 'audio',
      reason: 'camera',
      strained: false,
    });
    expect(sides.found).toEqual(['CAMERA_REFUSED at physician']);
    await goes(() =>
      expect(sides.callLevels.at(-1)?.incoming).toEqual({ level: 'audio', cause: 'CAMERA_REFUSED' }),
    );
  });

  it('are known before the card is acknowledged, while they can still be mended', async () => {
    sides.cabinMedia.failNext(mediaError('NotReadableError'), undefined, mediaError('NotReadableError'));
    await sides.cabin.openLocalMedia();
    await goes(() => expect(sides.physician.store.getState().call.otherFaults).toEqual(['CAMERA_BUSY']));
    expect(sides.found).toEqual(['CAMERA_BUSY at cabin']);
    await sides.clock.advance(10_000);
    await goes(() => expect(sides.physician.store.getState().call.otherFaults).toEqual([]));
  });

  it('stay one fault over a call that is lost and joined again', async () => {
    await begin();
    sides.physicianMedia.spoil('frozen');
    await goes(() => expect(sides.cabin.store.getState().otherFaults).toEqual(['CAMERA_FROZEN']));
    sides.network.peer(true)?.events.onClosed();
    sides.openAttempt();
    await sides.clock.advance(8_000);
    expect(sides.cabin.store.getState()).toMatchObject({
      state: 'connected',
      otherFaults: ['CAMERA_FROZEN'],
    });
    expect(sides.found).toEqual(['CAMERA_FROZEN at physician']);
  });

  it('are none where the physician closes both on purpose', async () => {
    await begin();
    sides.physician.stopMedia();
    await goes(() => expect(sides.cabin.store.getState().quality.incoming.reason).toBe('off'));
    await sides.clock.advance(10_000);
    expect([sides.found, sides.callLevels.at(-1)?.incoming]).toEqual([[], { level: 'nothing' }]);
  });
});
