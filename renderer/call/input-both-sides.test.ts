import { beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE } from '#core/contract/consultation.ts';
import { openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';

let sides: TwoSides;
beforeEach(async () => {
  sides = openTwoSides();
  await sides.join();
});

/** Comes out of the network at one side, as if the other one had sent it. */
const arrives = (at: 'cabin' | 'physician', channel: 'live' | 'bulk', data: string): void => {
  const events = sides.network.peer(at === 'cabin')?.events;
  if (channel === 'live') events?.onLive(data);
  else events?.onBulk(new TextEncoder().encode(data).buffer);
};
const failureShown = () => sides.physician.store.getState().failure?.code;
const goesOn = () => {
  sides.show({ notes: 'goes on' });
  expect(sides.physician.store.getState()).toMatchObject({
    call: { state: 'connected' },
    projection: { notes: 'goes on' },
  });
};

const BAD = [
  ['live', 'w1 pleth 60 oximeter 1 0,0,', 'INVALID_MESSAGE'],
  ['live', '{"type":"quality","sequence":-1}', 'INVALID_MESSAGE'],
  ['live', '\u{1f98a}', 'INVALID_MESSAGE'],
  ['live', `[${' '.repeat(1_200)}]`, 'MESSAGE_TOO_LONG'],
  ['bulk', '', 'INVALID_MESSAGE'],
  ['bulk', '\0{"type":"offer"', 'INVALID_MESSAGE'],
  ['bulk', `\x01${'x'.repeat(20_000)}`, 'MESSAGE_TOO_LONG'],
  ['bulk', '\x01\0\x07\0\0\0\0x', 'MESSAGE_OUT_OF_ORDER'],
] as const;

describe('what cannot be taken over the live and the bulk channel', () => {
  it.each(BAD)('at the physician’s page, %s %j: is told, and the call goes on', (channel, data, fault) => {
    arrives('physician', channel, data);
    expect(failureShown()).toBe(fault);
    goesOn();
  });

  it.each(BAD)('at the cabin, %s %j: is an incident, once, and the call goes on', (channel, data, fault) => {
    for (let time = 0; time < 100; time += 1) arrives('cabin', channel, data);
    expect(sides.incidents).toEqual([fault]);
    goesOn();
  });

  it('is told at both ends when bytes come over a channel of text', () => {
    for (const initiator of [true, false]) sides.network.peer(initiator)?.events.onStray();
    expect(sides.incidents).toEqual(['INVALID_MESSAGE']);
    expect(failureShown()).toBe('INVALID_MESSAGE');
    goesOn();
  });

  it('is not told again while it goes on, once it was read, and no more once it has stopped', async () => {
    arrives('physician', 'live', '[{}]');
    sides.physician.dismissFailure();
    for (let second = 0; second < 60; second += 1) {
      arrives('physician', 'live', '[{}]');
      await sides.clock.advance(1_000);
    }
    expect(failureShown()).toBeUndefined();
    sides.network.peer(false)?.events.onConsultation('x'.repeat(LONGEST_MESSAGE + 1));
    expect(failureShown()).toBe('MESSAGE_TOO_LONG');
    await sides.clock.advance(20_000);
    expect(failureShown()).toBeUndefined();
    goesOn();
  });
});
