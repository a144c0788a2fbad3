import { expect, it } from 'vitest';
import { FACTS } from '../fake-facts.ts';
import { AWA, BENALI, FakeVisit, MADELEINE, pressure, reading } from '../fake-visit.ts';
import { projectForAssistant } from '../projections/project.ts';
import { proofLineOf, proofLineSchema } from './proof-line.ts';

const CLAIRE = { name: 'Claire Morel', givenName: 'Claire', profession: 'pharmacist' } as const;
const played = (): FakeVisit => {
  const visit = new FakeVisit().reachMeasures();
  visit.ask('patient', { type: 'start-capture', measure: 'oximetry' });
  visit.deliver(reading('oximetry', 96));
  visit.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
  for (let nth = 0; nth < 3; nth += 1) {
    const { capture } = visit.visit;
    visit.bring({ type: 'end-rest', captureId: capture?.captureId ?? '' });
    visit.deliver(pressure(142, 84));
  }
  visit.ask('patient', { type: 'finish-measures' });
  visit.claim();
  visit.bring({ type: 'relieve-assistant', assistant: CLAIRE });
  visit.ask('patient', { type: 'acknowledge-physician' });
  const lastedMs = 720_000;
  visit.bring({
    type: 'note-spell',
    spell: { outgoing: { level: 'video' }, incoming: { level: 'video' }, lastedMs },
  });
  return visit;
};

it('says who helped with what, for how long, and by which code', () => {
  const visit = played();
  expect(proofLineOf(visit.visit, FACTS)).toBeUndefined();
  visit.close();
  const line = proofLineOf(visit.visit, FACTS);
  expect(proofLineSchema.parse(line)).toMatchObject({
    assistants: [{ assistant: AWA, code: 'TLL' }, { assistant: CLAIRE }],
    physician: { name: BENALI.name, rpps: BENALI.rpps },
    consultationMs: 720_000,
    // Each reading of a series, not their mean.
    measures: [
      { measure: 'oximetry', count: 1 },
      { measure: 'blood-pressure', count: 3 },
    ],
    exams: [],
  });
  expect(line?.assistants[1]).not.toHaveProperty('code');
});

it('says nothing of the patient, and is the assistant’s once the consultation is closed', () => {
  const visit = played();
  const time = { nowMs: 0, clockRate: 1 };
  expect(projectForAssistant(visit.visit, FACTS, time)).not.toHaveProperty('proof');
  visit.close({ advice: 'Repos.', notes: 'Toux' });
  const view = projectForAssistant(visit.visit, FACTS, time);
  const said = JSON.stringify('proof' in view ? view.proof : undefined);
  for (const word of [MADELEINE.familyName, MADELEINE.givenName, MADELEINE.birthDate, '142', 'Toux', 'Repos'])
    expect(said).not.toContain(word);
});
