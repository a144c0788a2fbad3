import { beforeEach, describe, expect, it } from 'vitest';
import type { LineMeasure } from '#core/call/line-test.ts';
import {
  ABSENCE_ASKED_AFTER_MS,
  CALL_GRACE_MS,
  CLAIM_GRACE_MS,
  TELEPHONE_GRACE_MS,
} from '#core/claims/arbitration.ts';
import { toCabinSchema, toPhysicianSchema } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import { type ClaimRig, openClaimRig } from '#test/harness/claim-rig.ts';
import { ticketOf } from './ticket.ts';

let ownLine: LineMeasure | undefined;
let lines: LineMeasure[];
let openedWhenTold: number;
let clock: ClaimRig['clock'];
let keeper: ClaimRig['keeper'];
let relay: ClaimRig['relay'];
let claims: ClaimRig['claims'];
let sent: ClaimRig['sent'];
let toWindow: ClaimRig['toWindow'];
let whileWindowHears: () => void;

beforeEach(() => {
  lines = [];
  letters = new Map();
  ownLine = undefined;
  whileWindowHears = () => {};
  ({ clock, keeper, relay, claims, sent, toWindow } = openClaimRig({
    cardOf: (physicianId) => (physicianId === 'stranger' ? undefined : BENALI),
    onLine: (line) => {
      lines.push(line);
      openedWhenTold = opened().length;
    },
    ownLine: () => ownLine,
    onWindow: () => whileWindowHears(),
  }));
});

/** Letters of each physician's page, numbered as it does. */
let letters: Map<string, number>;
const nextLetter = (physicianId: string, page = 'page1') => {
  const generation = (letters.get(physicianId + page) ?? 0) + 1;
  letters.set(physicianId + page, generation);
  return { attemptId: page, generation };
};
const ticketId = (): string => keeper.visit().ticket?.ticketId ?? '';
const claim = (physicianId: string, change: { protocolVersion?: number; ticketId?: string } = {}): void =>
  claims.receive(physicianId, {
    type: 'claim',
    ticketId: ticketId(),
    letter: nextLetter(physicianId),
    protocolVersion: PROTOCOL_VERSION,
    physician: BENALI,
    ...change,
  });
const ready = (physicianId: string): void =>
  claims.receive(physicianId, {
    type: 'ready-for-call',
    ticketId: ticketId(),
    letter: nextLetter(physicianId),
    protocolVersion: PROTOCOL_VERSION,
  });
const opened = (): number[] =>
  toWindow.flatMap((event) => (event.type === 'open' ? [event.attempt.generation] : []));

describe('the ticket', () => {
  it('says nothing of the person', () => {
    expect(ticketOf(keeper.visit()).state).toBe('waiting');
    expect(JSON.stringify(ticketOf(keeper.visit()))).not.toMatch(/Riou|Madeleine|1947|dos|pain/);
  });
});

describe('the ticket of a closed consultation', () => {
  beforeEach(() => {
    keeper.ask('patient', { type: 'finish-measures' });
    claim('benali');
    keeper.ask('patient', { type: 'acknowledge-physician' });
    keeper.ask('physician', { type: 'choose-pathway', pathway: 'remote' });
    keeper.ask('physician', { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' });
  });

  it('stays with its physician, who waits to see whether the record was written', () => {
    expect(ticketOf(keeper.visit())).toMatchObject({ state: 'taken', physicianId: 'benali' });
  });

  it('is nobody’s once they have left, and the record still names them', () => {
    claims.receive('benali', { type: 'release', ticketId: ticketId(), letter: nextLetter('benali') });
    expect(ticketOf(keeper.visit())).toEqual({ state: 'none' });
    expect(keeper.visit()).toMatchObject({ stage: 'goodbye', closing: { card: BENALI } });
    claim('moreau');
    expect(sent.at(-1)).toMatchObject({ to: 'moreau', message: { code: 'TICKET_GONE' } });
  });
});

describe('the line that a page has measured', () => {
  const line: LineMeasure = { roundTripMs: 60, downBps: 900_000, upBps: 400_000 };
  const readyWith = (physicianId: string): void =>
    claims.receive(physicianId, {
      type: 'ready-for-call',
      ticketId: ticketId(),
      letter: nextLetter(physicianId),
      protocolVersion: PROTOCOL_VERSION,
      line,
    });

  it('is told before the attempt that begins by it, and by the holder alone', () => {
    claim('benali');
    readyWith('moreau');
    expect(lines).toEqual([]);
    relay.windowReady();
    readyWith('benali');
    expect(lines).toEqual([line]);
    expect(openedWhenTold).toBe(0);
    expect(opened()).toHaveLength(1);
  });

  it('is refused with impossible figures', () => {
    const message = {
      type: 'ready-for-call',
      ticketId: 't-1',
      letter: nextLetter('benali'),
      protocolVersion: PROTOCOL_VERSION,
    };
    expect(toCabinSchema.safeParse({ ...message, line }).success).toBe(true);
    for (const upBps of [-1, Number.POSITIVE_INFINITY, 1e13, '9'])
      expect(toCabinSchema.safeParse({ ...message, line: { ...line, upBps } }).success).toBe(false);
  });
});

describe('a claim', () => {
  it('is granted to the first, refused to the second, and granted again to the first', () => {
    claim('benali');
    claim('moreau');
    claim('benali');
    expect(sent.map(({ to, message }) => [to, message.type])).toEqual([
      ['benali', 'claim-granted'],
      ['moreau', 'claim-refused'],
      ['benali', 'claim-granted'],
    ]);
    expect(sent[1]?.message).toMatchObject({ code: 'ALREADY_TAKEN' });
    expect(ticketOf(keeper.visit())).toMatchObject({ state: 'taken', physicianId: 'benali' });
  });

  it('brings the cabin’s own line with it, and nothing where there is none', () => {
    claim('benali');
    expect(sent.at(-1)?.message).toMatchObject({ type: 'claim-granted', ticketId: ticketId() });
    expect(sent.at(-1)?.message).not.toHaveProperty('line');
    ownLine = { roundTripMs: 600, downBps: 200_000, upBps: 100_000 };
    claim('benali');
    const letter = { attemptId: 'page1', generation: 2 };
    const granted = { type: 'claim-granted', ticketId: ticketId(), letter, line: ownLine };
    expect(sent.at(-1)?.message).toEqual(granted);
    expect(toPhysicianSchema.safeParse(granted).success).toBe(true);
  });

  it('of a page that speaks another version, or for a ticket that is gone, is refused with its reason', () => {
    claim('benali', { protocolVersion: PROTOCOL_VERSION + 1 });
    claim('benali', { ticketId: 'another' });
    expect(sent.map(({ message }) => message)).toMatchObject([
      { code: 'PROTOCOL_VERSION' },
      { code: 'TICKET_GONE' },
    ]);
    expect(keeper.visit().claim).toBeUndefined();
  });

  it('shows the card of the account that signed in, whatever the page says, and nobody unknown', () => {
    claims.receive('stranger', {
      type: 'claim',
      ticketId: ticketId(),
      letter: nextLetter('stranger'),
      protocolVersion: PROTOCOL_VERSION,
      physician: BENALI,
    });
    expect(sent.at(-1)?.message).toMatchObject({ type: 'claim-refused', code: 'NOT_ALLOWED' });
    claims.receive('benali', {
      type: 'claim',
      ticketId: ticketId(),
      letter: nextLetter('benali'),
      protocolVersion: PROTOCOL_VERSION,
      physician: { ...BENALI, name: 'Pr Somebody Else' },
    });
    expect(keeper.visit().claim?.card).toEqual(BENALI);
  });

  it('survives a reload of its owner, and dies with its presence after the grace', async () => {
    claims.link(true);
    claim('benali');
    claims.presence('benali', { state: 'offline' });
    await clock.advance(CLAIM_GRACE_MS - 1);
    ready('benali');
    await clock.advance(CLAIM_GRACE_MS);
    expect(keeper.visit().claim).toMatchObject({ physicianId: 'benali' });
    expect(keeper.visit().claim).not.toHaveProperty('absence');
    claims.presence('benali', { state: 'offline' });
    expect(keeper.visit().claim).toHaveProperty('absence');
    await clock.advance(CLAIM_GRACE_MS);
    expect(keeper.visit().claim).toBeUndefined();
    expect(sent.at(-1)).toMatchObject({ to: 'benali', message: { type: 'claim-ended' } });
    expect(ticketOf(keeper.visit()).state).toBe('waiting');
  });

  it('outlives its owner for three minutes once they were in consultation, then the patient waits for another', async () => {
    claims.link(true);
    claim('benali');
    keeper.ask('patient', { type: 'finish-measures' });
    keeper.ask('patient', { type: 'acknowledge-physician' });
    claims.presence('benali', { state: 'offline' });
    await clock.advance(CALL_GRACE_MS - 1_000);
    expect(keeper.visit()).toMatchObject({ stage: 'call', claim: { absence: { answer: 'asked' } } });
    await clock.advance(1_000);
    expect(keeper.visit().claim).toBeUndefined();
    expect(keeper.visit().stage).toBe('waiting');
  });

  const lostInCall = (): void => {
    claims.link(true);
    claim('benali');
    keeper.ask('patient', { type: 'finish-measures' });
    keeper.ask('patient', { type: 'acknowledge-physician' });
    claims.presence('benali', { state: 'offline' });
  };

  it('is given back by the assistant once its owner has been away for a minute, and the owner finds the patient first', async () => {
    lostInCall();
    await clock.advance(ABSENCE_ASKED_AFTER_MS - 1);
    const back = () => keeper.ask('assistant', { type: 'answer-absence', answer: 'queue' });
    expect(back()).toMatchObject({ ok: false, failure: { code: 'NOT_NOW' } });
    await clock.advance(1);
    const before = ticketId();
    expect(back().ok).toBe(true);
    expect(sent.at(-1)).toMatchObject({ to: 'benali', message: { type: 'claim-ended' } });
    expect(ticketOf(keeper.visit())).toMatchObject({
      state: 'waiting',
      ticketId: before,
      interruptedWith: 'benali',
    });
    claim('moreau');
    expect(sent.at(-1)).toMatchObject({ to: 'moreau', message: { type: 'claim-granted' } });
  });

  it('is kept for a quarter of an hour for an owner who telephones, and no longer', async () => {
    lostInCall();
    await clock.advance(ABSENCE_ASKED_AFTER_MS);
    keeper.ask('patient', { type: 'answer-absence', answer: 'telephone' });
    claims.refresh();
    await clock.advance(TELEPHONE_GRACE_MS - 1);
    expect(keeper.visit().claim?.absence?.answer).toBe('telephone');
    await clock.advance(1);
    expect(keeper.visit().claim).toBeUndefined();
  });

  it('asks anew in a second absence, and not for a page that is back', async () => {
    lostInCall();
    await clock.advance(ABSENCE_ASKED_AFTER_MS - 1);
    claims.presence('benali', { state: 'online' });
    await clock.advance(ABSENCE_ASKED_AFTER_MS);
    expect(keeper.visit().claim).not.toHaveProperty('absence');
    claims.presence('benali', { state: 'offline' });
    expect(keeper.visit().claim?.absence?.answer).toBe('not-asked');
    await clock.advance(ABSENCE_ASKED_AFTER_MS);
    expect(keeper.visit().claim?.absence?.answer).toBe('asked');
  });

  it('is ended once, also when the cabin looks again while its window is being told', () => {
    claim('benali');
    whileWindowHears = () => claims.refresh();
    claims.receive('benali', { type: 'release', ticketId: ticketId(), letter: nextLetter('benali') });
    expect(sent.filter(({ message }) => message.type === 'claim-ended')).toHaveLength(1);
    expect(keeper.visit().claim).toBeUndefined();
  });
});

describe('the call', () => {
  it('opens when claim, page and window are there, and again with a higher generation after a reload of either', () => {
    claim('benali');
    ready('benali');
    expect(opened()).toEqual([]);
    relay.windowReady();
    expect(opened()).toEqual([1]);
    ready('benali');
    relay.windowReady();
    expect(opened()).toEqual([1, 2, 3]);
  });

  it('carries the signals of the present attempt and of its owner only', async () => {
    claim('benali');
    relay.windowReady();
    ready('benali');
    const [first] = toWindow.flatMap((event) => (event.type === 'open' ? [event.attempt] : []));
    if (first === undefined) throw new Error('no attempt');
    const fingerprint = Array(32).fill('0A').join(':');
    const signal = { type: 'offer', sdp: `a=fingerprint:sha-256 ${fingerprint}` } as const;
    relay.fromWindow(first, signal);
    await clock.advance(0);
    expect(sent.at(-1)).toMatchObject({ to: 'benali', message: { type: 'signal', attempt: first } });
    claims.receive('moreau', { type: 'signal', ticketId: ticketId(), attempt: first, signal });
    await clock.advance(0);
    expect(toWindow.filter(({ type }) => type === 'signal')).toHaveLength(0);
    ready('benali');
    claims.receive('benali', { type: 'signal', ticketId: ticketId(), attempt: first, signal });
    await clock.advance(0);
    expect(toWindow.filter(({ type }) => type === 'signal')).toHaveLength(0);
  });

  it('is closed, and its owner told, when the visit ends', () => {
    claim('benali');
    relay.windowReady();
    ready('benali');
    keeper.ask('patient', { type: 'leave' });
    expect(toWindow.at(-1)).toEqual({ type: 'close' });
    expect(sent.at(-1)?.message.type).toBe('claim-ended');
  });
});
