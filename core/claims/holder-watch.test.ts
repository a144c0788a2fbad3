import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENCE_ASKED_AFTER_MS, CALL_GRACE_MS, CLAIM_GRACE_MS, TELEPHONE_GRACE_MS } from './arbitration.ts';
import {
  type HolderNews,
  type HolderOutcome,
  type HolderWatch,
  NO_HOLDER,
  nextLookMs,
  watchHolder,
} from './holder-watch.ts';

type Timed = readonly [number, HolderNews];

/** Tells news at their times, and time itself at every deadline. */
const play = (news: readonly Timed[], start: HolderWatch = { ...NO_HOLDER, linked: true }) => {
  let watch = start;
  const outcomes: (readonly [number, HolderOutcome])[] = [];
  const tell = (nowMs: number, told: HolderNews): void => {
    const next = watchHolder(watch, told, nowMs);
    watch = next.watch;
    if (next.outcome !== undefined) outcomes.push([nowMs, next.outcome]);
  };
  for (const [at, told] of news) {
    for (let due = nextLookMs(watch); due !== undefined && due <= at; due = nextLookMs(watch))
      tell(due, { type: 'time-passed' });
    tell(at, told);
  }
  return { watch, outcomes };
};

const claimed: Timed = [0, { type: 'holder', physicianId: 'benali' }];
const presence = (at: number, state: 'online' | 'offline', page?: string): Timed => [
  at,
  { type: 'presence', physicianId: 'benali', presence: page === undefined ? { state } : { state, page } },
];
const link = (at: number, up: boolean): Timed => [at, { type: 'link', up }];
const later: Timed = [1_000_000, { type: 'time-passed' }];

describe('watching the holder of a claim', () => {
  it('ends the claim when its owner does not come back within the grace', () => {
    expect(play([claimed, presence(1_000, 'offline'), later]).outcomes).toEqual([
      [1_000, 'away'],
      [1_000 + CLAIM_GRACE_MS, 'gone'],
    ]);
  });

  it('gives a physician who was in consultation the time to come back or to telephone', () => {
    const inCall: Timed = [500, { type: 'consultation', inCall: true }];
    expect(play([claimed, inCall, presence(1_000, 'offline'), later]).outcomes).toEqual([
      [1_000, 'away'],
      [1_000 + ABSENCE_ASKED_AFTER_MS, 'missed'],
      [1_000 + CALL_GRACE_MS, 'gone'],
    ]);
    const another: Timed = [2_000, { type: 'holder', physicianId: 'lefevre' }];
    expect(play([claimed, inCall, another]).watch.inCall).toBe(false);
  });

  it('keeps the place for one who telephones, and asks nobody while our own link is down', () => {
    const inCall: Timed = [500, { type: 'consultation', inCall: true }];
    const away = presence(1_000, 'offline');
    expect(play([claimed, inCall, away, [100_000, { type: 'telephone' }], later]).outcomes).toEqual([
      [1_000, 'away'],
      [1_000 + ABSENCE_ASKED_AFTER_MS, 'missed'],
      [100_000 + TELEPHONE_GRACE_MS, 'gone'],
    ]);
    expect(play([claimed, inCall, away, link(2_000, false), later]).outcomes).toEqual([[1_000, 'away']]);
  });

  it('keeps it when they do, by presence or by any message', () => {
    const back: readonly Timed[] = [
      presence(20_000, 'online'),
      [20_000, { type: 'heard', physicianId: 'benali' }],
    ];
    for (const one of back)
      expect(play([claimed, presence(1_000, 'offline'), one, later]).outcomes).toEqual([
        [1_000, 'away'],
        [20_000, 'back'],
      ]);
  });

  it('does not start the grace anew with every word of absence', () => {
    const { outcomes } = play([claimed, presence(1_000, 'offline'), presence(15_000, 'offline'), later]);
    expect(outcomes.at(-1)).toEqual([1_000 + CLAIM_GRACE_MS, 'gone']);
  });

  it('ignores the last will of an older page', () => {
    const { outcomes } = play([
      claimed,
      presence(0, 'online', 'page1'),
      presence(5_000, 'online', 'page2'),
      presence(6_000, 'offline', 'page1'),
      later,
    ]);
    expect(outcomes).toEqual([]);
  });

  it('ignores the presence of another physician', () => {
    const other: Timed = [500, { type: 'presence', physicianId: 'lefevre', presence: { state: 'offline' } }];
    expect(play([claimed, other, later]).outcomes).toEqual([]);
  });

  it('lets nobody go while our own link is down, and asks anew when it is back', () => {
    expect(play([claimed, link(1_000, false), presence(2_000, 'offline'), later]).outcomes).toEqual([
      [2_000, 'away'],
    ]);
    expect(play([claimed, link(1_000, false), link(60_000, true), later]).outcomes).toEqual([
      [60_000 + CLAIM_GRACE_MS, 'gone'],
    ]);
    const seen = play([claimed, link(1_000, false), link(60_000, true), presence(60_100, 'online'), later]);
    expect(seen.outcomes).toEqual([]);
  });

  it('lets a call that lives outlast the broker', () => {
    const alive: Timed = [500, { type: 'call', alive: true }];
    const silent: Timed = [100_000, { type: 'call', alive: false }];
    expect(play([claimed, alive, presence(1_000, 'offline'), silent, later]).outcomes).toEqual([
      [100_000, 'away'],
      [100_000 + CLAIM_GRACE_MS, 'gone'],
    ]);
  });

  it('never lets go of one who is present, and never keeps one who is absent for longer than the grace', () => {
    const news = fc.oneof(
      fc.record({
        type: fc.constant('presence' as const),
        physicianId: fc.constantFrom('benali', 'lefevre'),
        presence: fc.record(
          {
            state: fc.constantFrom('online' as const, 'offline' as const),
            page: fc.constantFrom('p1', 'p2'),
          },
          { requiredKeys: ['state'] },
        ),
      }),
      fc.record({ type: fc.constant('link' as const), up: fc.boolean() }),
      fc.record({ type: fc.constant('call' as const), alive: fc.boolean() }),
      fc.record({ type: fc.constant('heard' as const), physicianId: fc.constantFrom('benali', 'lefevre') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 15_000 }), news), { maxLength: 40 }),
        (gaps) => {
          let watch: HolderWatch = { ...NO_HOLDER, linked: true };
          let nowMs = 0;
          watch = watchHolder(watch, { type: 'holder', physicianId: 'benali' }, nowMs).watch;
          for (const [gap, told] of gaps) {
            nowMs += gap;
            const passed = watchHolder(watch, { type: 'time-passed' }, nowMs);
            if (passed.outcome === 'gone') {
              expect(watch.holder?.presence).not.toBe('present');
              expect(watch.linked && !watch.callAlive).toBe(true);
              return;
            }
            watch = watchHolder(passed.watch, told, nowMs).watch;
            const { holder } = watch;
            const counting = watch.linked && !watch.callAlive && holder?.presence !== 'present';
            expect(holder?.endsAtMs !== undefined).toBe(counting);
            if (holder?.endsAtMs !== undefined)
              expect(holder.endsAtMs).toBeLessThanOrEqual(nowMs + CLAIM_GRACE_MS);
          }
        },
      ),
    );
  });
});
