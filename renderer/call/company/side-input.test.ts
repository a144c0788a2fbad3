import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE } from '#core/contract/consultation.ts';
import { SIDE_CALL_NAMES, SIDE_CALLS } from '#core/contract/side-calls.ts';
import { createSideCallsRig, GUEST, PHYSICIAN, type SideCallsRig } from '#test/harness/side-calls.ts';

let rig: SideCallsRig;
beforeEach(async () => {
  rig = await createSideCallsRig();
});
afterEach(() => rig.close());

const ENDS = SIDE_CALL_NAMES.flatMap((call) => [
  [call, SIDE_CALLS[call].offers] as const,
  [call, SIDE_CALLS[call].answers] as const,
]);

describe('what cannot be taken over a call of assistant or guest', () => {
  it.each(ENDS)('%s, at the %s: is told once for each kind, and the call goes on', async (call, party) => {
    rig.end('guest-physician', 'guest').guard({ occasion: GUEST.guestId, other: PHYSICIAN });
    rig.router.set(call, true);
    const isConnected = () =>
      rig.until(() => expect(rig.end(call, party).store.getState().state).toBe('connected'));
    await isConnected();
    const events = rig.network(call).peer(SIDE_CALLS[call].offers === party)?.events;
    for (let time = 0; time < 3; time += 1) {
      events?.onConsultation('\0{');
      events?.onConsultation('x'.repeat(LONGEST_MESSAGE + 1));
      events?.onLive('w1 pleth');
      events?.onLive('x'.repeat(1_200));
      events?.onBulk(new Uint8Array([1, 2, 3]).buffer);
      events?.onStray();
    }
    expect(rig.unread).toEqual([`${call} ${party} INVALID_MESSAGE`, `${call} ${party} MESSAGE_TOO_LONG`]);
    await isConnected();
  });
});
