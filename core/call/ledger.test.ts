import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALL_LEVELS,
  type CallSpell,
  causesOf,
  EMPTY_LEDGER,
  endOfCause,
  ledgerSchema,
  nothingFor,
  totalOf,
  withSpell,
} from './ledger.ts';

const direction = fc.record(
  {
    level: fc.constantFrom(...CALL_LEVELS),
    cause: fc.constantFrom('CALL_LOST' as const, 'CAMERA_BUSY' as const),
  },
  { requiredKeys: ['level'] },
);
const spell: fc.Arbitrary<CallSpell> = fc.record(
  {
    lastedMs: fc.integer({ min: 0, max: 60_000 }),
    outgoing: direction,
    incoming: direction,
    roundTripMs: fc.integer({ min: 1, max: 2_000 }),
  },
  { requiredKeys: ['lastedMs', 'outgoing', 'incoming'] },
);

describe('ledger of a call', () => {
  it('accounts for every millisecond in both directions, and for no cause longer than what was missing', () => {
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 30 }), (spells) => {
        const ledger = spells.reduce(withSpell, EMPTY_LEDGER);
        const lasted = spells.reduce((sum, { lastedMs }) => sum + lastedMs, 0);
        for (const totals of [ledger.outgoing, ledger.incoming]) {
          expect(totalOf(totals)).toBe(lasted);
          const explained = causesOf(totals).reduce((sum, [, ms]) => sum + ms, 0);
          expect(explained).toBeLessThanOrEqual(lasted - totals.video);
        }
        expect(ledgerSchema.parse(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
      }),
    );
  });

  it('does not depend on how a while is cut into spells', () => {
    fc.assert(
      fc.property(spell, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const first = { ...whole, lastedMs: Math.round(whole.lastedMs * share) };
        const rest = { ...whole, lastedMs: whole.lastedMs - first.lastedMs };
        const cut = withSpell(withSpell(EMPTY_LEDGER, first), rest);
        const once = withSpell(EMPTY_LEDGER, whole);
        expect(cut.outgoing).toEqual(once.outgoing);
        expect(cut.roundTrip.meanMs).toBeCloseTo(once.roundTrip.meanMs);
      }),
    );
  });

  it('weighs round trips by their time, and keeps the longest', () => {
    const at = (roundTripMs: number, lastedMs: number): CallSpell => ({
      outgoing: { level: 'video' },
      incoming: { level: 'video' },
      roundTripMs,
      lastedMs,
    });
    const { roundTrip } = [
      at(40, 9_000),
      at(640, 1_000),
      { ...nothingFor('CALL_LOST'), lastedMs: 5_000 },
    ].reduce(withSpell, EMPTY_LEDGER);
    expect(roundTrip).toEqual({ measuredMs: 10_000, meanMs: 100, highestMs: 640 });
  });

  it('knows at which end each cause was found: a device where it sends, what is missed where it should arrive', () => {
    expect(endOfCause('outgoing', 'CAMERA_BLACK')).toBe('cabin');
    expect(endOfCause('incoming', 'CAMERA_BLACK')).toBe('physician');
    expect(endOfCause('outgoing', 'SOUND_LOST')).toBe('physician');
    expect(endOfCause('incoming', 'SOUND_LOST')).toBe('cabin');
    expect(endOfCause('incoming', 'PICTURE_FROZEN')).toBe('cabin');
  });

  it('counts a picture whose voice is dead as neither whole nor sound', () => {
    const dead = { level: 'picture', cause: 'MICROPHONE_SILENT' } as const;
    const ledger = withSpell(EMPTY_LEDGER, { outgoing: dead, incoming: { level: 'video' }, lastedMs: 4_000 });
    expect(ledger.outgoing).toEqual({
      video: 0,
      stills: 0,
      audio: 0,
      picture: 4_000,
      nothing: 0,
      causes: { MICROPHONE_SILENT: 4_000 },
    });
  });
});
