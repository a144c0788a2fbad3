import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOINC } from '#core/handover/fhir/systems.ts';
import { exportVisit } from '#scripts/export/export-visit.ts';
import { schemaErrors } from './fhir-r4-schema.ts';
import { codesOf, entriesOf, isTestData, type JsonObject, resourcesOf } from './handover-rules.ts';

const exported = exportVisit(readFileSync(new URL('../samples/visit.json', import.meta.url)));
const bundle: JsonObject = exported.ok ? JSON.parse(exported.value) : {};

const observations = (loinc: string): readonly JsonObject[] =>
  resourcesOf(bundle, 'Observation').filter((one) => codesOf(one['code'], LOINC).includes(loinc));
const fullUrlOf = (resource: JsonObject | undefined) =>
  entriesOf(bundle).find((entry) => entry['resource'] === resource)?.['fullUrl'];
const pressures = (panel: JsonObject | undefined): readonly number[] =>
  [...JSON.stringify(panel).matchAll(/"value":(\d+),/g)].map(([, value]) => Number(value));

describe('the handover of a visit whose physician changed', () => {
  const raw = JSON.parse(readFileSync(new URL('../samples/visit.json', import.meta.url), 'utf8'));
  const left = {
    name: 'Dr Inès Moreau',
    specialty: 'Médecine générale',
    rpps: '10009876543',
    place: 'Alençon',
  };
  const earlier = [{ physician: left, notes: 'Toux', pathway: 'in-person' }];
  const asked = { measure: 'oximetry', askedAt: raw.startedAt, status: { status: 'asked' } };
  const third = { ...left, name: 'Dr Paul Roux', rpps: '10005554443' };
  const requests = [
    { ...asked, requestId: 'of-who-left', askedBy: left },
    { ...asked, requestId: 'of-who-only-asked', askedBy: third },
    { ...asked, requestId: 'of-who-closed', askedBy: raw.physician },
    { ...asked, requestId: 'of-before' },
  ];
  const exams = [
    {
      target: { instrument: 'stethoscope', point: 'aortic' },
      askedAt: raw.startedAt,
      status: { status: 'asked' },
      simulated: true,
      kept: 0,
      askedBy: left,
    },
  ];
  const changed = exportVisit(Buffer.from(JSON.stringify({ ...raw, earlier, requests, exams })));
  const handover: JsonObject = changed.ok ? JSON.parse(changed.value) : {};
  const nameOf = (reference: unknown) =>
    JSON.stringify(
      entriesOf(handover).find((entry) => JSON.stringify(reference).includes(String(entry['fullUrl']))) ?? {},
    ).match(/"text":"(Dr [^"]+)"/)?.[1];

  it('names each as the author of their own words and decision, and is valid', () => {
    expect([handover, ...resourcesOf(handover)].flatMap(schemaErrors)).toEqual([]);
    const [first, second] = resourcesOf(handover, 'DocumentReference');
    expect(JSON.stringify(first)).toContain(Buffer.from('Toux').toString('base64'));
    expect([nameOf(first?.['author']), nameOf(second?.['author'])]).toEqual([left.name, raw.physician.name]);
    const decisions = resourcesOf(handover, 'QuestionnaireResponse').filter((sheet) =>
      JSON.stringify(sheet).includes('"pathway"'),
    );
    expect(decisions.map((sheet) => nameOf(sheet['source']))).toEqual([left.name, raw.physician.name]);
  });

  it('names who asked for each measure and each examination, and where that was not noted who closed', () => {
    const requesters = resourcesOf(handover, 'Task').map((task) => nameOf(task['requester']));
    const closed = raw.physician.name;
    expect(requesters).toEqual([left.name, third.name, closed, closed, left.name]);
  });
});

describe('the handover of the sample visit', () => {
  it('is valid by the official R4 schema', () => {
    expect([bundle, ...resourcesOf(bundle)].flatMap(schemaErrors)).toEqual([]);
  });

  it('holds every reading: three pressures and their mean, the one typed, both oximetries, the weight', () => {
    expect(observations('85354-9').map(pressures)).toEqual([
      [148, 86, 107],
      [144, 84, 104],
      [142, 82, 102],
      [143, 83, 103],
      [140, 80],
    ]);
    expect(observations('2708-6').map((one) => one['valueQuantity'])).toMatchObject([
      { value: 96, code: '%' },
      { value: 95, code: '%' },
    ]);
    expect(observations('8867-4')).toHaveLength(6);
    expect(observations('61006-3')).toHaveLength(2);
    expect(observations('29463-7').map((one) => one['valueQuantity'])).toMatchObject([
      { value: 71.3, unit: 'kg', code: 'kg' },
    ]);
  });

  it('computes the mean from the last two pressures and says so', () => {
    const [, second, third, mean] = observations('85354-9');
    expect(mean?.['derivedFrom']).toEqual([
      { reference: fullUrlOf(second) },
      { reference: fullUrlOf(third) },
    ]);
    expect(mean).not.toHaveProperty('device');
  });

  it('marks every value as test data but the one entered by hand', () => {
    const unmarked = resourcesOf(bundle, 'Observation').filter((one) => !isTestData(one));
    expect(unmarked).toEqual([observations('85354-9')[4]]);
    expect(isTestData(bundle)).toBe(true);
    expect(resourcesOf(bundle, 'Patient').every(isTestData)).toBe(true);
  });

  it('answers the physician’s request with the repeated oximetry', () => {
    const [task] = resourcesOf(bundle, 'Task');
    expect(task).toMatchObject({ status: 'completed', intent: 'order' });
    expect(JSON.stringify(task?.['output'])).toContain(fullUrlOf(observations('2708-6')[1]));
  });

  it('names the visit, the physician and the four agreements', () => {
    expect(resourcesOf(bundle, 'Encounter')).toMatchObject([
      {
        status: 'finished',
        class: { code: 'VR' },
        identifier: [{ value: 'urn:uuid:3f6d8c52-9b1e-4a7d-8c2f-5e0a7b913d46' }],
        reasonCode: [
          { text: 'Toux ou fièvre' },
          { text: 'Toux depuis trois jours, un peu de fièvre hier soir.' },
        ],
      },
    ]);
    expect(resourcesOf(bundle, 'Practitioner')[0]?.['identifier']).toMatchObject([
      { system: 'urn:oid:1.2.250.1.71.4.2.1', value: '810101201234' },
      { system: 'https://rpps.esante.gouv.fr', value: '10101201234' },
    ]);
    expect(resourcesOf(bundle, 'Consent').map((one) => one['status'])).toEqual([
      'active',
      'active',
      'active',
      'rejected',
    ]);
  });

  it('names the assistant whole, in the parts of a name', () => {
    expect(resourcesOf(bundle, 'Practitioner')[1]?.['name']).toEqual([
      { text: 'Nadia Renard', family: 'Renard', given: ['Nadia'] },
    ]);
  });

  it('carries the notes byte for byte, unsigned', () => {
    const [notes] = resourcesOf(bundle, 'DocumentReference');
    const [, data = ''] = /"data":"([^"]+)"/.exec(JSON.stringify(notes)) ?? [];
    expect(notes).toMatchObject({ docStatus: 'preliminary' });
    expect(Buffer.from(data, 'base64').toString()).toBe(
      'Toux grasse depuis 3 j, fébricule hier. Pas de dyspnée au repos.\n' +
        'SpO2 95-96 %, PA moyenne 143/83 puis 140/80 à la main.\n' +
        'Revoir la tension avec le médecin traitant sous un mois.',
    );
  });
});

describe('the handover of what the assistant took without a device', () => {
  const raw = JSON.parse(readFileSync(new URL('../samples/visit.json', import.meta.url), 'utf8'));
  const byHand = {
    captureId: 'by-hand',
    flags: [],
    origin: 'manual',
    attempt: 1,
    conditions: {},
    assistedBy: 'Awa Diallo',
    takenAt: raw.startedAt,
  };
  const readings = [
    {
      ...byHand,
      id: 'temperature-1',
      measure: 'temperature',
      values: { temperature: { value: 38.4, unit: 'Cel' } },
      taking: { how: 'read-at', site: 'ear' },
    },
    {
      ...byHand,
      id: 'breath-1',
      measure: 'respiratory-rate',
      values: { 'respiratory-rate': { value: 18, unit: '/min' } },
      taking: { how: 'counted', count: 9, seconds: 30 },
    },
    {
      ...byHand,
      id: 'pain-1',
      measure: 'pain',
      values: { pain: { value: 4, unit: '1' } },
      taking: { how: 'told' },
    },
  ];
  const taken = exportVisit(
    Buffer.from(JSON.stringify({ ...raw, readings: [...raw.readings, ...readings] })),
  );
  const handover: JsonObject = taken.ok ? JSON.parse(taken.value) : {};
  const one = (loinc: string): JsonObject =>
    resourcesOf(handover, 'Observation').find((found) => codesOf(found['code'], LOINC).includes(loinc)) ?? {};

  it('is valid, names no device, and says how each was taken', () => {
    expect([handover, ...resourcesOf(handover)].flatMap(schemaErrors)).toEqual([]);
    expect(one('8310-5')).toMatchObject({
      bodySite: { text: 'Oreille' },
      valueQuantity: { value: 38.4, code: 'Cel' },
    });
    expect(one('9279-1')).toMatchObject({
      method: { text: 'Valeur comptée par l’accompagnant : 9 en 30 s.' },
      valueQuantity: { value: 18, code: '/min' },
    });
    expect(one('72514-3')).toMatchObject({ valueQuantity: { value: 4, code: '1' } });
    for (const loinc of ['8310-5', '9279-1', '72514-3']) expect(one(loinc)['device']).toBeUndefined();
  });
});
