import { beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { CLAIM_ANSWER_MS, type Claim, createClaim, type Place } from './claim.ts';
import type { QueueEntry } from './queue.ts';

const PLACE: Place = { siteId: 'site', cabinId: 'c1', ticketId: 't1' };
const entry = (holder: QueueEntry['holder'], ticketId = 't1'): QueueEntry => ({
  siteId: 'site',
  cabinId: 'c1',
  presence: {
    state: 'online',
    siteName: '',
    siteKind: 'pharmacy',
    assisted: true,
    languages: ['fr'],
    capabilities: [],
    instruments: [],
    simulation: true,
    protocolVersion: PROTOCOL_VERSION,
  },
  ticket: { state: 'waiting', ticketId, since: '2026-03-02T09:00:00+01:00', language: 'fr' },
  holder,
  mineBefore: false,
  compatible: true,
});

const letter = (generation: number) => ({ attemptId: 'page1', generation });

let clock: FakeClock;
let sent: Place[];
let letters: number[];
let claim: Claim;
beforeEach(() => {
  clock = createFakeClock();
  sent = [];
  letters = [];
  claim = createClaim(
    'page1',
    clock,
    (place, { generation }) => {
      sent.push(place);
      letters.push(generation);
    },
    () => {},
  );
});
const grant = async (): Promise<void> => {
  const asking = claim.ask(PLACE);
  claim.answered({ type: 'claim-granted', ticketId: 't1', letter: letter(letters.at(-1) ?? 0) });
  expect((await asking).ok).toBe(true);
};
const follow = (seen: QueueEntry | undefined): string => {
  claim.follow('site', 'c1', seen);
  return claim.state().state;
};

describe("a physician's claim", () => {
  it('is held once granted, and refused with the code of the cabin', async () => {
    await grant();
    expect(claim.state()).toEqual({ state: 'held', place: PLACE });
    const second = claim.ask({ ...PLACE, ticketId: 't2' });
    claim.answered({ type: 'claim-refused', ticketId: 't2', letter: letter(2), code: 'ALREADY_TAKEN' });
    expect(await second).toEqual({ ok: false, failure: { code: 'ALREADY_TAKEN' } });
    claim.dismiss();
    expect(claim.state().state).toBe('none');
  });

  it('keeps what the cabin says of its own line while it is held', async () => {
    const line = { roundTripMs: 600, downBps: 200_000, upBps: 100_000 };
    const asking = claim.ask(PLACE);
    claim.answered({ type: 'claim-granted', ticketId: 't1', letter: letter(1), line });
    await asking;
    expect(claim.state()).toEqual({ state: 'held', place: PLACE, line });
    claim.giveBack();
    await grant();
    expect(claim.state()).toEqual({ state: 'held', place: PLACE, line: undefined });
  });

  it('taken again at once is not ended by the word on the claim given back', async () => {
    await grant();
    claim.giveBack();
    const again = claim.ask(PLACE);
    claim.answered({ type: 'claim-ended', ticketId: 't1' });
    claim.answered({ type: 'claim-ended', ticketId: 't1', letter: letter(1) });
    claim.answered({ type: 'claim-granted', ticketId: 't1', letter: letter(2) });
    expect((await again).ok).toBe(true);
    expect(claim.state()).toEqual({ state: 'held', place: PLACE });
  });

  it.each([
    { type: 'claim-granted', ticketId: 't1', letter: letter(1) },
    { type: 'claim-refused', ticketId: 't1', letter: letter(1), code: 'ALREADY_TAKEN' },
    { type: 'claim-ended', ticketId: 't1', letter: letter(1) },
    { type: 'claim-ended', ticketId: 't1', letter: { attemptId: 'page0', generation: 3 } },
  ] as const)('is not touched by a late $type of a claim before it', async (late) => {
    await grant();
    claim.giveBack();
    // The release takes a number of its own.
    claim.nextLetter();
    const again = claim.ask(PLACE);
    claim.answered(late);
    expect(claim.state().state).toBe('asking');
    claim.answered({ type: 'claim-granted', ticketId: 't1', letter: letter(3) });
    await again;
    claim.answered(late);
    expect(claim.state().state).toBe('held');
    claim.answered({ type: 'claim-ended', ticketId: 't1', letter: letter(3) });
    expect(claim.state().state).toBe('ended');
  });

  it('is refused to a page of another version by a letter that every version can read', async () => {
    const asking = claim.ask(PLACE);
    claim.answered({ type: 'claim-refused', ticketId: 't1', code: 'PROTOCOL_VERSION' });
    expect(await asking).toEqual({ ok: false, failure: { code: 'PROTOCOL_VERSION' } });
  });

  it('is forgotten by a page whose newer one takes the place up, and an answer that was awaited is a refusal', async () => {
    await grant();
    claim.handOver();
    expect(claim.state()).toEqual({ state: 'none' });
    const asking = claim.ask(PLACE);
    claim.handOver();
    expect(await asking).toMatchObject({ ok: false, failure: { code: 'TICKET_GONE' } });
    expect(claim.state()).toEqual({ state: 'none' });
  });

  it('is asked again after a reconnection by the same letter, and given up without an answer', async () => {
    const asking = claim.ask(PLACE);
    claim.askAgain();
    expect(sent).toEqual([PLACE, PLACE]);
    expect(letters).toEqual([1, 1]);
    await clock.advance(CLAIM_ANSWER_MS);
    expect(await asking).toEqual({ ok: false, failure: { code: 'GATEWAY_LOST' } });
    claim.askAgain();
    expect(sent).toHaveLength(2);
  });

  it('takes no answer about another ticket', async () => {
    void claim.ask(PLACE);
    claim.answered({ type: 'claim-granted', ticketId: 'other', letter: letter(1) });
    expect(claim.state().state).toBe('asking');
  });

  it('outlives a late word that the place is free, until the cabin has once published it as ours', async () => {
    await grant();
    expect(follow(entry('nobody'))).toBe('held');
    expect(follow(entry('me'))).toBe('held');
    expect(follow(entry('nobody'))).toBe('ended');
  });

  it.each([
    ['is gone', undefined],
    ['is another', entry('nobody', 't2')],
    ['is held by another', entry('other')],
  ])('ends when the ticket %s', async (_what, seen) => {
    await grant();
    expect(follow(seen)).toBe('ended');
  });

  it('takes its place up again by itself, but not one that was given back', async () => {
    expect(follow(entry('me'))).toBe('asking');
    expect(sent).toEqual([PLACE]);
    claim.giveBack();
    expect(follow(entry('me'))).toBe('none');
    expect(sent).toHaveLength(1);
  });
});
