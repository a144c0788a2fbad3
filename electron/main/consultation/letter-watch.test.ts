import { beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import type { LetterFault } from '#gateway/client/inbound.ts';
import { type ClaimRig, openClaimRig } from '#test/harness/claim-rig.ts';
import { createLetterWatch, type LetterWatch } from './letter-watch.ts';

let rig: ClaimRig;
let letters: LetterWatch;
let lines: string[];
let tellings: number;
beforeEach(() => {
  rig = openClaimRig();
  lines = [];
  tellings = 0;
  letters = createLetterWatch({
    keeper: rig.keeper,
    clock: rig.clock,
    onChange: () => {
      tellings += 1;
    },
    say: (line) => lines.push(line),
  });
  rig.claims.receive('benali', {
    type: 'claim',
    ticketId: rig.keeper.visit().ticket?.ticketId ?? '',
    letter: { attemptId: 'page1', generation: 1 },
    protocolVersion: PROTOCOL_VERSION,
    physician: BENALI,
  });
});
const drop = (code: LetterFault, id = 'benali', role: 'physician' | 'guest' = 'physician'): void =>
  letters.note({ code, from: { role, id } });
const incidents = () => rig.keeper.visit().incidents.map(({ code }) => code);

describe('letters that were not taken', () => {
  it('are in the record of the visit when they come from who holds it, once of each kind', () => {
    for (let time = 0; time < 100; time += 1) {
      drop('INVALID_MESSAGE');
      drop('MESSAGE_TOO_LONG');
    }
    expect(incidents()).toEqual(['INVALID_MESSAGE', 'MESSAGE_TOO_LONG']);
    expect(rig.keeper.visit().claim?.physicianId).toBe('benali');
  });

  it('of a stranger fill no record and end nothing, and the technician is told their number', async () => {
    for (let time = 0; time < 10_000; time += 1) drop('MESSAGE_TOO_MANY', 'hostile');
    drop('INVALID_MESSAGE', 'guest-0009', 'guest');
    expect(incidents()).toEqual([]);
    expect(letters.counts()).toMatchObject([
      { code: 'MESSAGE_TOO_MANY', count: 10_000 },
      { code: 'INVALID_MESSAGE', count: 1 },
    ]);
    expect(lines).toEqual([
      'letter of a physician dropped: MESSAGE_TOO_MANY',
      'letter of a guest dropped: INVALID_MESSAGE',
    ]);
    await rig.clock.advance(1_000);
    expect(tellings).toBe(1);
  });

  it('are told anew in the next visit', () => {
    drop('INVALID_MESSAGE');
    rig.keeper.ask('patient', { type: 'leave' });
    rig.keeper.begin();
    drop('INVALID_MESSAGE');
    expect(lines).toHaveLength(2);
    expect(incidents()).toEqual([]);
    expect(letters.counts()).toMatchObject([{ count: 2 }]);
  });
});
