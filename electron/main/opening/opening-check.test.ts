import { beforeEach, expect, it } from 'vitest';
import type { OpeningCheckView } from '#core/opening/check/findings.ts';
import type { MediaReport } from '#core/opening/check/media-report.ts';
import { FACTS } from '#core/visit/fake-facts.ts';
import type { CabinFacts } from '#core/visit/projections/project.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { MachineProbes } from './machine-probes.ts';
import { createOpeningCheck, type OpeningCheck } from './opening-check.ts';

const FINE: MediaReport = { quietDb: -60, tonesHeard: 3, missingRoles: [], voices: ['fr', 'en'] };
const OXIMETER: CabinFacts['devices'][number] = {
  id: 'oximeter',
  driver: 'contec-cms50',
  measures: ['oximetry'],
  simulated: false,
  identity: { maker: 'Contec', model: 'CMS50' },
  state: { state: 'ready' },
};

let clock: FakeClock;
let facts: CabinFacts;
let probes: MachineProbes;
let asked: boolean[];
let kept: OpeningCheckView[];
let check: OpeningCheck;
const notesOf = (view: OpeningCheckView | undefined) =>
  Object.fromEntries((view?.findings ?? []).map(({ check: name, note }) => [name, note]));

beforeEach(() => {
  clock = createFakeClock();
  asked = [];
  kept = [];
  facts = {
    ...FACTS,
    simulation: false,
    devices: [OXIMETER],
    instruments: { stethoscope: { label: 'S' }, ear: { usb: '0c45:6366' } },
  };
  probes = {
    freeBytes: () => Promise.resolve(80_000_000_000),
    printers: () => Promise.resolve(['Bureau']),
    outside: () => Promise.resolve({ state: 'answered', roundTripMs: 42 }),
    clockAheadMs: () => Promise.resolve(400),
  };
  check = createOpeningCheck({
    clock,
    probes,
    facts: () => facts,
    equipment: [{ name: 'A&D TM-2657', serialNumber: '5190400123', calibrationDue: '2020-01-15' }],
    askPage: (looking) => asked.push(looking),
    keep: (done) => kept.push(done),
    onChange: () => {},
  });
});

it('looks at everything, tells it in order, and is kept once', async () => {
  check.begin('Awa Diallo');
  await clock.advance(1);
  expect(check.view()).toMatchObject({ running: true, by: 'Awa Diallo' });
  check.hear(FINE);
  await clock.advance(1);
  expect(check.view()?.findings.map(({ check: name }) => name)).toEqual([
    'devices',
    'equipment',
    'calibration',
    'instruments',
    'camera',
    'microphone',
    'loudspeaker',
    'voice',
    'network',
    'clock',
    'disk',
    'printer',
  ]);
  expect(notesOf(check.view())).toMatchObject({
    equipment: 'incomplete',
    calibration: 'calibration-over',
    network: 'both-ways',
    disk: 'room',
  });
  expect(kept).toEqual([check.view()]);
  expect(asked).toEqual([true]);
});

it('a visit that begins ends it, and what was not looked at says so', async () => {
  check.begin('Awa Diallo');
  await clock.advance(1);
  check.breakOff();
  await clock.advance(1);
  expect(asked).toEqual([true, false]);
  expect(check.view()?.running).toBe(false);
  expect(notesOf(check.view())).toMatchObject({
    camera: 'interrupted',
    loudspeaker: 'interrupted',
    disk: 'room',
  });
  check.hear(FINE);
  await clock.advance(1);
  expect(notesOf(check.view())['camera']).toBe('interrupted');
});

it('a page that does not answer holds nothing up for ever', async () => {
  check.begin('Awa Diallo');
  await clock.advance(30_000);
  expect(check.view()?.running).toBe(false);
  expect(notesOf(check.view())['camera']).toBe('no-answer');
});

it('a device that is still being looked for gets its time, then is away', async () => {
  facts = { ...facts, devices: [{ ...OXIMETER, state: { state: 'identifying' } }] };
  check.begin('Awa Diallo');
  check.hear(FINE);
  await clock.advance(1_000);
  expect(notesOf(check.view())['devices']).toBeUndefined();
  facts = { ...facts, devices: [OXIMETER] };
  await clock.advance(6_000);
  expect(notesOf(check.view())['devices']).toBe('all-ready');
});

it('one at a time; another one after it looks anew', async () => {
  check.begin('Awa Diallo');
  check.begin('Claire Morel');
  check.hear(FINE);
  await clock.advance(1);
  expect(check.view()?.by).toBe('Awa Diallo');
  probes.printers = () => Promise.resolve([]);
  check.begin('Claire Morel');
  check.hear({ ...FINE, camera: 'CAMERA_BLACK' });
  await clock.advance(1);
  expect(check.view()?.by).toBe('Claire Morel');
  expect(notesOf(check.view())).toMatchObject({ camera: 'fault', printer: 'no-printer' });
  expect(kept).toHaveLength(2);
});
