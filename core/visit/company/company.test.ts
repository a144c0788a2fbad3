import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CabinCommand } from '../cabin-commands.ts';
import type { Command } from '../commands.ts';
import { RECORD_FACTS } from '../fake-facts.ts';
import { BENALI, FakeVisit } from '../fake-visit.ts';
import { toVisitRecord } from '../to-record.ts';
import type { Role } from '../words.ts';
import { guestStays, openGuest } from './company.ts';
import { assistantTakesPart, guestInCall } from './decide-company.ts';

const ANA = 'guest-0001';
const invite = (played: FakeVisit, by: Role = 'assistant', guestId = ANA) =>
  played.ask(by, { type: 'invite-guest', guestId, kind: 'interpreter', language: 'arabe' });
const arrive = (played: FakeVisit, guestId = ANA) =>
  played.bring({ type: 'note-guest-arrived', guestId, name: 'Ana' });
const stateOf = (played: FakeVisit) => played.visit.company.guests.at(-1)?.state;

describe('the assistant in the call', () => {
  it('takes part by their own word, and only while patient and physician are in a call', () => {
    const played = new FakeVisit().reachMeasures();
    expect(played.ask('assistant', { type: 'join-call' })).toBe('NOT_NOW');
    played.reachCall();
    expect(played.ask('physician', { type: 'join-call' })).toBe('NOT_ALLOWED');
    expect(played.ask('assistant', { type: 'join-call' })).toBeUndefined();
    expect(assistantTakesPart(played.visit)).toBe(true);
    played.ask('assistant', { type: 'leave-call' });
    expect(assistantTakesPart(played.visit)).toBe(false);
  });

  it('is out again when the physician is lost, so that the next one finds nobody listening', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'join-call' });
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    played.bring({ type: 'grant-claim', physicianId: 'lefevre', card: BENALI });
    played.ask('patient', { type: 'acknowledge-physician' });
    expect(played.visit.stage).toBe('call');
    expect(assistantTakesPart(played.visit)).toBe(false);
  });
});

describe('a guest', () => {
  it('takes part after the patient’s yes and not before', () => {
    const played = new FakeVisit().reachCall();
    expect(invite(played)).toBeUndefined();
    expect(played.ask('patient', { type: 'accept-guest', guestId: ANA })).toBe('NOT_NOW');
    expect(arrive(played)).toBeUndefined();
    expect(guestInCall(played.visit)).toBeUndefined();
    for (const by of ['assistant', 'physician'] as const)
      expect(played.ask(by, { type: 'accept-guest', guestId: ANA })).toBe('NOT_ALLOWED');
    expect(played.ask('patient', { type: 'accept-guest', guestId: ANA })).toBeUndefined();
    expect(guestInCall(played.visit)?.guestId).toBe(ANA);
  });

  it('is invited once for one command, one at a time, and by those who may', () => {
    const played = new FakeVisit().reachMeasures();
    expect(invite(played, 'patient')).toBe('NOT_ALLOWED');
    expect(invite(played, 'physician')).toBe('NOT_NOW');
    expect(invite(played)).toBeUndefined();
    expect(invite(played)).toBeUndefined();
    expect(invite(played, 'assistant', 'guest-0002')).toBe('NOT_NOW');
    expect(played.visit.company.guests).toHaveLength(1);
  });

  it('cannot be invited before there is a consultation to come to, nor once it is over', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    expect(invite(played)).toBe('NOT_NOW');
    const closed = new FakeVisit().reachCall();
    closed.close();
    expect(invite(closed)).toBe('NOT_NOW');
  });

  it.each(['patient', 'assistant', 'physician'] as const)('is asked to go by the %s', (by) => {
    const played = new FakeVisit().reachCall();
    invite(played);
    arrive(played);
    played.ask('patient', { type: 'accept-guest', guestId: ANA });
    expect(played.ask(by, { type: 'end-guest', guestId: ANA })).toBeUndefined();
    expect(stateOf(played)).toMatchObject({ state: 'over', ending: 'ended', stay: {} });
    expect(arrive(played)).toBe('NOT_NOW');
  });

  it('is declined, revoked, expired, or leaves: each is told apart', () => {
    const end = (by: Role, command: Command, arrived = true) => {
      const played = new FakeVisit().reachCall();
      invite(played);
      if (arrived) arrive(played);
      played.ask(by, command);
      const state = stateOf(played);
      return state?.state === 'over' ? state.ending : state?.state;
    };
    expect(end('patient', { type: 'decline-guest', guestId: ANA })).toBe('declined');
    expect(end('patient', { type: 'end-guest', guestId: ANA })).toBe('declined');
    expect(end('physician', { type: 'end-guest', guestId: ANA })).toBe('revoked');
    expect(end('assistant', { type: 'end-guest', guestId: ANA }, false)).toBe('revoked');
    const played = new FakeVisit().reachCall();
    invite(played);
    expect(played.bring({ type: 'note-guest-left', guestId: ANA })).toBe('NOT_NOW');
    expect(played.bring({ type: 'expire-guest', guestId: ANA })).toBeUndefined();
    expect(stateOf(played)).toMatchObject({ ending: 'expired' });
    invite(played, 'physician', 'guest-0002');
    arrive(played, 'guest-0002');
    expect(played.bring({ type: 'expire-guest', guestId: 'guest-0002' })).toBe('NOT_NOW');
    expect(played.bring({ type: 'note-guest-left', guestId: 'guest-0002' })).toBeUndefined();
    expect(stateOf(played)).toEqual({ state: 'over', ending: 'left', name: 'Ana' });
  });

  it('can be asked to go during a pause', () => {
    const played = new FakeVisit().reachCall();
    invite(played);
    played.ask('patient', { type: 'pause' });
    expect(invite(played, 'assistant', 'guest-0002')).toBe('NOT_NOW');
    expect(played.ask('patient', { type: 'end-guest', guestId: ANA })).toBeUndefined();
  });

  it('sees and hears nobody in a pause, nor does the assistant’s window, and both are back after it', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'join-call' });
    invite(played);
    arrive(played);
    played.ask('patient', { type: 'accept-guest', guestId: ANA });
    played.ask('patient', { type: 'pause' });
    expect([guestInCall(played.visit), assistantTakesPart(played.visit)]).toEqual([undefined, false]);
    expect(stateOf(played)).toMatchObject({ state: 'present' });
    played.ask('patient', { type: 'resume' });
    expect(guestInCall(played.visit)?.guestId).toBe(ANA);
    expect(assistantTakesPart(played.visit)).toBe(true);
  });

  it('goes with the physician who is lost: the next one finds nobody there unasked', () => {
    const played = new FakeVisit().reachCall();
    invite(played);
    arrive(played);
    played.ask('patient', { type: 'accept-guest', guestId: ANA });
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(stateOf(played)).toMatchObject({ state: 'over', ending: 'physician-left', name: 'Ana', stay: {} });
    invite(played, 'assistant', 'guest-0002');
    played.bring({ type: 'grant-claim', physicianId: 'lefevre', card: BENALI });
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(stateOf(played)).toEqual({ state: 'invited' });
    played.ask('assistant', { type: 'end-guest', guestId: 'guest-0002' });
    played.bring({ type: 'grant-claim', physicianId: 'lefevre', card: BENALI });
    invite(played, 'physician', 'guest-0003');
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(stateOf(played)).toEqual({ state: 'over', ending: 'physician-left' });
  });

  it('stands in the record with the time of the stay, and not at all when never let in', () => {
    const played = new FakeVisit().reachCall();
    invite(played);
    arrive(played);
    played.ask('assistant', { type: 'end-guest', guestId: ANA });
    invite(played, 'physician', 'guest-0002');
    arrive(played, 'guest-0002');
    played.ask('patient', { type: 'accept-guest', guestId: 'guest-0002' });
    played.close();
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    const at = '2026-03-02T09:41:05.120+01:00';
    expect(record.ok && record.value.guests).toEqual([
      { kind: 'interpreter', language: 'arabe', name: 'Ana', since: at, until: at },
    ]);
  });
});

const guestId = fc.constantFrom(ANA, 'guest-0002', 'guest-0003');
const ROLES: readonly Role[] = ['patient', 'assistant', 'physician'];
type Step =
  | { readonly by: Role; readonly command: Command }
  | { readonly by: 'cabin'; readonly command: CabinCommand };
const asked: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(...ROLES),
  command: fc.oneof(
    guestId.map((id): Command => ({ type: 'invite-guest', guestId: id, kind: 'relative' })),
    guestId.map((id): Command => ({ type: 'accept-guest', guestId: id })),
    guestId.map((id): Command => ({ type: 'decline-guest', guestId: id })),
    guestId.map((id): Command => ({ type: 'end-guest', guestId: id })),
    fc.constantFrom<Command>(
      { type: 'join-call' },
      { type: 'leave-call' },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'raise-emergency' },
      { type: 'close-emergency', ending: { ending: 'mistake' } },
      { type: 'choose-pathway', pathway: 'emergency' },
      { type: 'acknowledge-physician' },
      { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' },
      { type: 'leave' },
    ),
  ),
});
const brought: fc.Arbitrary<Step> = fc.record({
  by: fc.constant('cabin' as const),
  command: fc.oneof(
    guestId.map((id): CabinCommand => ({ type: 'note-guest-arrived', guestId: id, name: 'Ana' })),
    guestId.map((id): CabinCommand => ({ type: 'note-guest-left', guestId: id })),
    guestId.map((id): CabinCommand => ({ type: 'expire-guest', guestId: id })),
    fc.constantFrom<CabinCommand>(
      { type: 'lose-claim', cause: 'physician-gone' },
      { type: 'grant-claim', physicianId: 'lefevre', card: BENALI },
    ),
  ),
});

/** Checks a property that is not asynchronous. */
const always = <T>(property: fc.IProperty<T>, numRuns: number): void => fc.assert(property, { numRuns });

describe('whatever is asked, in any order, by anyone', () => {
  it('nobody takes part without the patient’s yes, outside a call, or beside another guest', () => {
    always(
      fc.property(fc.array(fc.oneof(asked, brought), { maxLength: 60 }), (steps) => {
        const played = new FakeVisit().reachCall();
        const accepted = new Set<string>();
        for (const { by, command } of steps) {
          const refused = by === 'cabin' ? played.bring(command) : played.ask(by, command);
          if (by === 'patient' && command.type === 'accept-guest' && refused === undefined)
            accepted.add(command.guestId);
          const { visit } = played;
          const present = visit.company.guests.filter(({ state }) => state.state === 'present');
          for (const guest of present) expect(accepted).toContain(guest.guestId);
          expect(visit.company.guests.filter(({ state }) => state.state !== 'over').length).toBeLessThan(2);
          const inCall = visit.stage === 'call' && visit.ended === undefined && !visit.paused;
          if (visit.paused) expect(visit.emergency).toBeUndefined();
          // Whoever takes part was let in under the physician who is there now.
          if (by === 'cabin' && command.type === 'lose-claim') expect(present).toEqual([]);
          if (!inCall) expect([guestInCall(visit), assistantTakesPart(visit)]).toEqual([undefined, false]);
          if (visit.closing !== undefined || visit.ended !== undefined)
            expect([openGuest(visit.company), visit.company.assistant]).toEqual([undefined, 'beside']);
          const stayed = guestStays(visit.company, '2026-03-02T10:00:00.000+01:00').length;
          expect(stayed).toBeLessThanOrEqual(accepted.size);
        }
      }),
      500,
    );
  });
});
