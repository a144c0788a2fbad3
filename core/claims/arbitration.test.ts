import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../contract/version.ts';
import { judgeClaim, type Place } from './arbitration.ts';

const request = (physicianId: string, change: object = {}) => ({
  physicianId,
  ticketId: 't1',
  protocolVersion: PROTOCOL_VERSION,
  ...change,
});

describe('judging a claim', () => {
  it('grants the first, knows its holder again, refuses the others', () => {
    expect(judgeClaim({ ticketId: 't1' }, request('benali'))).toEqual({ judgement: 'granted' });
    const held = { ticketId: 't1', holder: 'benali' };
    expect(judgeClaim(held, request('benali'))).toEqual({ judgement: 'held-already' });
    expect(judgeClaim(held, request('lefevre'))).toEqual({ judgement: 'refused', code: 'ALREADY_TAKEN' });
  });

  it('refuses a ticket that is not there, and another version before all', () => {
    expect(judgeClaim(undefined, request('benali'))).toEqual({ judgement: 'refused', code: 'TICKET_GONE' });
    expect(judgeClaim({ ticketId: 't2' }, request('benali'))).toEqual({
      judgement: 'refused',
      code: 'TICKET_GONE',
    });
    expect(judgeClaim(undefined, request('benali', { protocolVersion: PROTOCOL_VERSION - 1 }))).toEqual({
      judgement: 'refused',
      code: 'PROTOCOL_VERSION',
    });
  });

  it('never lets two hold a ticket, whoever asks in whatever order', () => {
    const asks = fc.array(fc.record({ physicianId: fc.constantFrom('a', 'b', 'c'), again: fc.boolean() }));
    fc.assert(
      fc.property(asks, (all) => {
        let place: Place = { ticketId: 't1' };
        const granted = new Set<string>();
        for (const { physicianId } of all) {
          const { judgement } = judgeClaim(place, request(physicianId));
          if (judgement === 'refused') expect(place.holder).not.toBe(physicianId);
          else granted.add(physicianId);
          if (judgement === 'granted') place = { ...place, holder: physicianId };
        }
        expect(granted.size).toBe(all.length > 0 ? 1 : 0);
      }),
    );
  });
});
