import { beforeEach, describe, expect, it } from 'vitest';
import { nothingFor } from '#core/call/ledger.ts';
import { AWA, BENALI } from '#core/visit/fake-visit.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { openClaimRig } from '#test/harness/claim-rig.ts';
import { createMemoryJournal } from './journal.ts';
import { createVisitKeeper, type VisitKeeper } from './keeper.ts';

let keeper: VisitKeeper;
beforeEach(() => {
  let ids = 0;
  keeper = createVisitKeeper({
    clock: createFakeClock(),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    journal: createMemoryJournal(),
    language: 'fr',
    onDuty: () => AWA,
  });
});

describe('what a listener brings', () => {
  const SPELL = { ...nothingFor('CALL_LOST'), lastedMs: 4_000 };
  const reachPhysician = (): void => {
    ({ keeper } = openClaimRig());
    keeper.ask('patient', { type: 'finish-measures' });
    keeper.bring({ type: 'grant-claim', physicianId: 'benali', card: BENALI });
  };

  it('is decided at once, and told to everybody after the event that they are hearing', () => {
    reachPhysician();
    const heard: string[] = [];
    keeper.onEvent((event) => {
      heard.push(`first ${event.body.type}`);
      if (event.body.type !== 'claim-lost') return;
      keeper.bring({ type: 'note-spell', spell: SPELL });
      heard.push(`counted ${keeper.visit().ledger.outgoing.nothing}`);
    });
    keeper.onEvent((event) => heard.push(`second ${event.body.type}`));
    keeper.bring({ type: 'lose-claim', cause: 'physician-gone' });
    const lost = heard.indexOf('first claim-lost');
    expect(heard.slice(lost, lost + 3)).toEqual(['first claim-lost', 'counted 4000', 'second claim-lost']);
    expect(heard.slice(-2)).toEqual(['first call-measured', 'second call-measured']);
  });

  it('finds a decision whole, however many events it has', () => {
    reachPhysician();
    const stages: string[] = [];
    keeper.onEvent((_, visit) => stages.push(`${visit.stage} ${keeper.visit().stage}`));
    keeper.ask('patient', { type: 'acknowledge-physician' });
    expect(stages).toEqual(['physician-card call', 'call call']);
  });

  it('is not told of a visit that is forgotten meanwhile', () => {
    reachPhysician();
    const heard: string[] = [];
    keeper.onEvent((event) => {
      heard.push(event.body.type);
      if (heard.length === 1) keeper.begin();
    });
    keeper.ask('patient', { type: 'acknowledge-physician' });
    expect(heard).toEqual(['physician-acknowledged']);
  });
});

it('goes on telling after a listener failed', () => {
  let broken = true;
  const heard: string[] = [];
  keeper.onEvent((event) => {
    if (broken) throw new Error('a listener');
    heard.push(event.body.type);
  });
  expect(() => keeper.ask('patient', { type: 'start-visit' })).toThrow('a listener');
  broken = false;
  keeper.ask('patient', { type: 'answer-red-flags', flags: [] });
  expect(heard).toContain('red-flags-answered');
});
