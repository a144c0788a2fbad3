import { beforeEach, describe, expect, it } from 'vitest';
import { INVITATION_SECONDS, type Invitation, type ToGuest } from '#core/contract/guests.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ok } from '#core/result.ts';
import type { CabinCommand } from '#core/visit/cabin-commands.ts';
import { FakeVisit } from '#core/visit/fake-visit.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createGuests, type Guests } from './guests.ts';

const ANA = 'guest-0001';
let clock: FakeClock;
let played: FakeVisit;
let guests: Guests;
let invited: Invitation[];
let ended: string[];
let letters: ToGuest[];
let sides: string[];
let there: boolean[];
beforeEach(() => {
  clock = createFakeClock();
  played = new FakeVisit().reachCall();
  invited = [];
  ended = [];
  letters = [];
  sides = [];
  there = [];
  guests = createGuests({
    keeper: {
      visit: () => played.visit,
      bring: (command: CabinCommand) => {
        const code = played.bring(command);
        guests.refresh();
        return code === undefined ? ok(null) : { ok: false, failure: { code: 'NOT_NOW' } };
      },
    },
    clock,
    newCode: () => ({ code: 'secret', hash: 'a'.repeat(64) }),
    linkOf: (code) => `https://cabine.example/guest#${code}`,
    viewOf: () => ({ kind: 'relative', inviter: { role: 'assistant', name: 'Awa' }, siteName: 'Mairie' }),
    gateway: { invite: (one) => invited.push(one), endGuest: (id) => ended.push(id) },
    toGuest: (_id, letter) => letters.push(letter),
    onSide: ({ type }) => sides.push(type),
    onPage: (isThere) => there.push(isThere),
    onChange: () => {},
  });
  guests.signalling(true);
});
const ask = (by: 'patient' | 'assistant', type: 'accept-guest' | 'end-guest' | 'invite-guest') => {
  played.ask(by, type === 'invite-guest' ? { type, guestId: ANA, kind: 'relative' } : { type, guestId: ANA });
  guests.refresh();
};
const hello = (page = 'p1', protocolVersion = PROTOCOL_VERSION) =>
  guests.receive(ANA, { type: 'hello', page, protocolVersion });
const state = () => played.visit.company.guests[0]?.state;
const come = (): void => {
  ask('assistant', 'invite-guest');
  guests.arrived(ANA, 'Ana');
  hello();
};

describe('the link of a guest', () => {
  it('is made when somebody is invited, holds no secret at the gateway, and is forgotten once used', () => {
    ask('assistant', 'invite-guest');
    expect(guests.link()?.link).toBe('https://cabine.example/guest#secret');
    expect(JSON.stringify(invited)).not.toContain('secret');
    guests.arrived(ANA, 'Ana');
    expect(guests.link()).toBeUndefined();
  });

  it('expires with the invitation', async () => {
    ask('assistant', 'invite-guest');
    await clock.advance(INVITATION_SECONDS * 1_000);
    expect(state()).toMatchObject({ ending: 'expired' });
    expect([guests.link(), ended]).toEqual([undefined, [ANA]]);
  });

  it('does not expire under a guest who is there', async () => {
    come();
    for (let beat = 0; beat < 100; beat += 1) {
      await clock.advance(10_000);
      guests.receive(ANA, { type: 'here', page: 'p1' });
    }
    expect(state()).toMatchObject({ state: 'arrived' });
  });

  it('lets nobody in whose invitation was taken back while they typed', () => {
    ask('assistant', 'invite-guest');
    ask('assistant', 'end-guest');
    guests.arrived(ANA, 'Ana');
    expect(ended).toContain(ANA);
    expect(state()).toMatchObject({ state: 'over', ending: 'revoked' });
  });
});

describe('a guest’s page', () => {
  it('is told how it stands, each time it changes', () => {
    come();
    ask('patient', 'accept-guest');
    guests.refresh();
    for (const type of ['pause', 'resume'] as const) {
      played.ask('patient', { type });
      guests.refresh();
    }
    const standings = letters.flatMap((letter) => (letter.type === 'standing' ? [letter.standing] : []));
    expect(standings).toEqual(['asked', 'in-call', 'paused', 'in-call']);
  });

  it('gives way to a newer one, and an older one is heard no more', () => {
    come();
    hello('p2');
    expect(letters).toContainEqual({ type: 'standing', page: 'p1', standing: 'replaced' });
    guests.receive(ANA, { type: 'side', page: 'p1', message: { type: 'ready', call: 'guest-patient' } });
    expect(sides).toEqual([]);
    guests.receive(ANA, { type: 'side', page: 'p2', message: { type: 'ready', call: 'guest-patient' } });
    expect(sides).toEqual(['ready']);
  });

  it('of another version is told so', () => {
    ask('assistant', 'invite-guest');
    guests.arrived(ANA, 'Ana');
    hello('p1', PROTOCOL_VERSION + 1);
    expect(letters).toEqual([{ type: 'standing', page: 'p1', standing: 'version' }]);
  });

  it('is heard only of the guest who is expected', () => {
    ask('assistant', 'invite-guest');
    hello();
    guests.receive('guest-0002', { type: 'hello', page: 'p1', protocolVersion: PROTOCOL_VERSION });
    expect(letters).toEqual([]);
  });

  it('that falls silent has left, but not while the cabin itself hears nobody', async () => {
    come();
    ask('patient', 'accept-guest');
    guests.signalling(false);
    await clock.advance(120_000);
    expect(state()).toMatchObject({ state: 'present' });
    guests.signalling(true);
    await clock.advance(30_000);
    guests.seen();
    await clock.advance(30_000);
    expect(state()).toMatchObject({ state: 'present' });
    await clock.advance(20_000);
    expect(state()).toMatchObject({ state: 'over', ending: 'left' });
  });

  it('that is closed is not sent to any more at once, and the guest is gone when no other follows', async () => {
    come();
    ask('patient', 'accept-guest');
    guests.away(ANA, 'p1');
    expect([guests.isThere(), there.at(-1), state()?.state]).toEqual([false, false, 'present']);
    // What was under way, over the broker or the calls, brings nobody back.
    guests.receive(ANA, { type: 'here', page: 'p1' });
    guests.receive(ANA, { type: 'lost', page: 'p1' });
    await clock.advance(5_000);
    guests.seen();
    await clock.advance(4_999);
    expect(state()?.state).toBe('present');
    await clock.advance(1);
    expect(state()).toMatchObject({ state: 'over', ending: 'left' });
  });

  it('that is loaded again comes back, and the older load’s word comes too late', async () => {
    come();
    ask('patient', 'accept-guest');
    guests.away(ANA, 'p1');
    await clock.advance(8_000);
    hello('p2');
    guests.away(ANA, 'p1');
    expect([guests.isThere(), there.at(-1)]).toEqual([true, true]);
    await clock.advance(40_000);
    expect(state()?.state).toBe('present');
  });

  it('that the broker loses stays while its calls show it, and is gone soon when they do not', async () => {
    come();
    ask('patient', 'accept-guest');
    guests.receive(ANA, { type: 'lost', page: 'p1' });
    for (let second = 0; second < 60; second += 2) {
      await clock.advance(2_000);
      guests.seen();
    }
    expect([state()?.state, guests.isThere()]).toEqual(['present', true]);
    await clock.advance(10_000);
    expect(state()).toMatchObject({ state: 'over', ending: 'left' });
  });

  it('that the broker lost and found again has all its time', async () => {
    come();
    guests.receive(ANA, { type: 'lost', page: 'p1' });
    guests.receive(ANA, { type: 'here', page: 'p1' });
    await clock.advance(44_000);
    expect(state()?.state).toBe('arrived');
  });

  it('is told the end first, and closed then', async () => {
    come();
    ask('patient', 'accept-guest');
    ask('patient', 'end-guest');
    expect(letters.at(-1)).toEqual({ type: 'over', page: 'p1', ending: 'ended' });
    expect(ended).toEqual([]);
    await clock.advance(1_000);
    expect(ended).toEqual([ANA]);
  });
});
