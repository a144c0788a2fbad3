import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt, ToCabin } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import { type ClaimRig, openClaimRig } from '#test/harness/claim-rig.ts';

let rig: ClaimRig;
beforeEach(() => {
  rig = openClaimRig();
  rig.relay.windowReady();
});

type Kind = 'claim' | 'ready-for-call' | 'release';
const letterOf = (
  kind: Kind,
  letter: Attempt,
  ticketId = rig.keeper.visit().ticket?.ticketId ?? '',
): ToCabin => {
  if (kind === 'release') return { type: kind, ticketId, letter };
  const asked = { ticketId, letter, protocolVersion: PROTOCOL_VERSION };
  return kind === 'claim' ? { type: kind, ...asked, physician: BENALI } : { type: kind, ...asked };
};
const from = (physicianId: string, kind: Kind, generation: number, attemptId = 'page1'): void =>
  rig.claims.receive(physicianId, letterOf(kind, { attemptId, generation }));
const holder = (): string | undefined => rig.keeper.visit().claim?.physicianId;
const opened = (): number => rig.toWindow.filter(({ type }) => type === 'open').length;
const told = (): (readonly [string, string])[] => rig.sent.map(({ to, message }) => [to, message.type]);

describe('a letter that comes again', () => {
  it('as a claim is answered as it was, and opens no second call', () => {
    from('benali', 'claim', 1);
    from('benali', 'claim', 1);
    from('benali', 'ready-for-call', 2);
    from('benali', 'claim', 1);
    from('benali', 'ready-for-call', 2);
    expect(told()).toEqual([
      ['benali', 'claim-granted'],
      ['benali', 'claim-granted'],
    ]);
    expect(opened()).toBe(1);
    expect(rig.toWindow.filter(({ type }) => type === 'close')).toEqual([]);
  });

  it('as a claim that was refused gives nobody a place that has become free meanwhile', () => {
    from('benali', 'claim', 1);
    from('moreau', 'claim', 1);
    from('benali', 'release', 2);
    from('moreau', 'claim', 1);
    expect(holder()).toBeUndefined();
    expect(rig.sent.at(-1)).toMatchObject({ to: 'moreau', message: { code: 'ALREADY_TAKEN' } });
  });

  it('as a claim that has ended is told that it has', () => {
    from('benali', 'claim', 1);
    rig.keeper.bring({ type: 'lose-claim', cause: 'physician-gone' });
    from('benali', 'claim', 1);
    expect(holder()).toBeUndefined();
    expect(told().slice(1)).toEqual([
      ['benali', 'claim-ended'],
      ['benali', 'claim-ended'],
    ]);
  });
});

describe('a letter that comes late', () => {
  it('as a release of an earlier claim ends no newer one', () => {
    from('benali', 'claim', 1);
    rig.keeper.bring({ type: 'lose-claim', cause: 'physician-gone' });
    from('benali', 'claim', 3);
    from('benali', 'release', 2);
    expect(holder()).toBe('benali');
  });

  it('as a claim that was given back before it came is not granted', () => {
    from('benali', 'release', 2);
    from('benali', 'claim', 1);
    expect(holder()).toBeUndefined();
    expect(rig.sent).toEqual([]);
  });

  it('of a page that a newer one has replaced changes nothing', () => {
    from('benali', 'claim', 1);
    from('benali', 'claim', 1, 'page2');
    from('benali', 'ready-for-call', 2, 'page2');
    for (const kind of ['release', 'ready-for-call', 'claim'] as const) from('benali', kind, 9);
    expect(holder()).toBe('benali');
    expect(opened()).toBe(1);
    expect(told().map(([, type]) => type)).toEqual(['claim-granted', 'claim-granted']);
  });

  it('of one physician says nothing about another', () => {
    from('benali', 'claim', 5);
    from('moreau', 'release', 1);
    from('moreau', 'ready-for-call', 2);
    expect(holder()).toBe('benali');
    expect(opened()).toBe(0);
    expect(rig.sent.at(-1)).toMatchObject({ to: 'moreau', message: { type: 'claim-ended' } });
  });
});

interface Physician {
  readonly physicianId: string;
  readonly kinds: readonly Kind[];
}

const PHYSICIANS = ['benali', 'moreau', 'lefevre'];
/** What each page says in its order, then the order in which all of it arrives: anything may be late, and anything may come twice. */
const interleaved = fc
  .tuple(
    ...PHYSICIANS.map((physicianId) =>
      fc.record<Physician>({
        physicianId: fc.constant(physicianId),
        kinds: fc.array(fc.constantFrom<Kind[]>('claim', 'ready-for-call', 'release'), { maxLength: 6 }),
      }),
    ),
  )
  .chain((physicians) => {
    const letters = physicians.flatMap(({ physicianId, kinds }) =>
      kinds.map((kind, index) => ({ physicianId, kind, generation: index + 1 })),
    );
    const twice = fc.subarray(letters).map((again) => [...letters, ...again]);
    return twice.chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
  });

describe('letters of three physicians, in any order and some of them twice', () => {
  it('never give the place to two, and let go of it at its holder’s newest word alone', () => {
    fc.assert(
      fc.property(interleaved, (letters) => {
        rig = openClaimRig();
        rig.relay.windowReady();
        const newest = new Map<string, number>();
        let opens = 0;
        for (const { physicianId, kind, generation } of letters) {
          const before = holder();
          const isNew = generation > (newest.get(physicianId) ?? 0);
          newest.set(physicianId, Math.max(generation, newest.get(physicianId) ?? 0));
          from(physicianId, kind, generation);
          const after = holder();
          if (after !== before) {
            expect(isNew).toBe(true);
            expect([before, after]).toEqual(
              kind === 'claim' ? [undefined, physicianId] : [physicianId, undefined],
            );
            expect(kind).not.toBe('ready-for-call');
          } else if (isNew && kind === 'claim') expect(before).toBeDefined();
          else if (isNew && kind === 'release') expect(before).not.toBe(physicianId);
          const may = isNew && kind === 'ready-for-call' && before === physicianId;
          expect(opened()).toBe(opens + (may ? 1 : 0));
          opens = opened();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tell everyone who asked and did not get it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PHYSICIANS, { minLength: 2 }), (order) => {
        rig = openClaimRig();
        for (const physicianId of order) from(physicianId, 'claim', 1);
        expect(holder()).toBe(order[0]);
        expect(rig.sent.map(({ to, message }) => [to, message.type])).toEqual(
          order.map((physicianId, index) => [physicianId, index === 0 ? 'claim-granted' : 'claim-refused']),
        );
      }),
    );
  });
});
