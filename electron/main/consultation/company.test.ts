import { beforeEach, describe, expect, it } from 'vitest';
import type { CallParty, SideMessage } from '#core/contract/side-calls.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ok } from '#core/result.ts';
import type { CabinCommand } from '#core/visit/cabin-commands.ts';
import { FakeVisit } from '#core/visit/fake-visit.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { TRUSTING_PROVER } from '#test/harness/trusting-prover.ts';
import { type CompanyDesk, createCompanyDesk } from './company.ts';
import type { SideRefusal } from './side-guards.ts';

const ANA = 'guest-0001';
const SERVERS = [{ urls: ['turns:relay.example.fr:443?transport=tcp'] }];
let clock: FakeClock;
let played: FakeVisit;
let company: CompanyDesk;
let told: { readonly to: CallParty; readonly message: SideMessage }[];
let refusals: readonly SideRefusal[];
let incidents: string[];
beforeEach(() => {
  clock = createFakeClock();
  played = new FakeVisit().reachCall();
  told = [];
  refusals = [];
  incidents = [];
  company = createCompanyDesk({
    keeper: {
      visit: () => played.visit,
      bring: (command: CabinCommand) => {
        if (command.type === 'note-incident') incidents.push(command.code);
        const code = played.bring(command);
        company.refresh();
        return code === undefined ? ok(null) : { ok: false, failure: { code: 'NOT_NOW' } };
      },
    },
    clock,
    newId: () => 'attempt-1',
    prover: TRUSTING_PROVER,
    onRefusals: (next) => {
      refusals = next;
    },
    onRefused: () => {},
    onRelayRefused: () => {},
    iceServers: () => SERVERS,
    newCode: () => ({ code: 'secret', hash: 'a'.repeat(64) }),
    linkOf: (code) => `https://cabine.example/guest#${code}`,
    site: { id: 'site', cabinId: 'cabine-1', name: 'Mairie' },
    assistantName: () => 'Awa Diallo',
    gateway: { invite: () => {}, endGuest: () => {} },
    toGuest: () => {},
    toWindow: (to, message) => told.push({ to, message }),
    onPresence: () => {},
    onChange: () => {},
  });
  played.ask('assistant', { type: 'join-call' });
  played.ask('assistant', { type: 'invite-guest', guestId: ANA, kind: 'relative' });
  company.refresh();
  company.guestArrived(ANA, 'Ana');
  hello('p1');
  played.ask('patient', { type: 'accept-guest', guestId: ANA });
  company.refresh();
});
const hello = (page: string) =>
  company.fromGuest(ANA, { type: 'hello', page, protocolVersion: PROTOCOL_VERSION });
const toldOf = (type: SideMessage['type']) =>
  told.filter(({ message }) => message.type === type).map(({ to, message }) => `${to} ${message.call}`);
const begin = () => {
  company.receive('patient', { type: 'ready', call: 'guest-patient' });
  company.fromGuest(ANA, { type: 'side', page: 'p1', message: { type: 'ready', call: 'guest-patient' } });
};

describe('the cabin’s own ends of side calls', () => {
  it('begin with the relay, and with who the physician is, for the guest', () => {
    begin();
    expect(told.at(-1)).toMatchObject({
      to: 'patient',
      message: { type: 'open', iceServers: SERVERS, physicianId: played.visit.claim?.physicianId },
    });
  });

  it('hear of other addresses and of other credentials, and nobody else does', () => {
    told = [];
    company.networkChanged();
    company.iceServers();
    const ends = ['assistant assistant-physician', 'patient guest-patient'];
    expect([toldOf('network-changed').sort(), toldOf('ice-servers').sort()]).toEqual([ends, ends]);
    played.ask('assistant', { type: 'leave-call' });
    company.refresh();
    told = [];
    company.networkChanged();
    expect(toldOf('network-changed')).toEqual(['patient guest-patient']);
  });
});

describe('a guest’s page that is closed', () => {
  it('ends both calls at once, and one that is loaded again has them back', () => {
    told = [];
    company.guestAway(ANA, 'p1');
    expect(toldOf('off').sort()).toEqual(['patient guest-patient', 'physician guest-physician']);
    told = [];
    hello('p2');
    expect(toldOf('on').sort()).toEqual(['patient guest-patient', 'physician guest-physician']);
  });
});

describe('a side call that is refused', () => {
  const refuse = () =>
    company.fromGuest(ANA, {
      type: 'side',
      page: 'p1',
      message: {
        type: 'refused',
        call: 'guest-patient',
        attempt: { attemptId: 'attempt-1', generation: 1 },
        code: 'PEER_FORGED',
      },
    });

  it('is in the record once, on the screens as long as it is said, and ends nothing of the visit', async () => {
    begin();
    refuse();
    refuse();
    expect([incidents, refusals]).toEqual([
      ['PEER_FORGED'],
      [{ call: 'guest-patient', code: 'PEER_FORGED' }],
    ]);
    expect(toldOf('refused')).toContain('patient guest-patient');
    expect(played.visit.stage).toBe('call');
    await clock.advance(19_000);
    refuse();
    await clock.advance(19_000);
    expect(refusals).toHaveLength(1);
    await clock.advance(1_000);
    expect([refusals, incidents]).toEqual([[], ['PEER_FORGED']]);
  });

  it('is forgotten with the call', () => {
    begin();
    refuse();
    played.ask('patient', { type: 'end-guest', guestId: ANA });
    company.refresh();
    expect(refusals).toEqual([]);
  });
});
