import { expect, it } from 'vitest';
import type { DeviceState, DeviceStatus } from '../contract/devices.ts';
import type { ReadingKind } from '../vitals/kinds.ts';
import { missingEquipment } from './equipment.ts';

const device = (id: string, measures: readonly ReadingKind[], state: DeviceState): DeviceStatus => ({
  id,
  driver: 'contec-cms50',
  identity: { maker: '', model: id },
  simulated: false,
  measures: [...measures],
  state,
});
const READY: DeviceState = { state: 'ready' };
const OXIMETER = device('oximeter', ['oximetry'], READY);
const CUFF = device('cuff', ['blood-pressure'], READY);
const PHARMACY = { kind: 'pharmacy' } as const;

it('nothing is missing of a pharmacy that has its four instruments', () => {
  expect(missingEquipment(PHARMACY, [OXIMETER, CUFF], ['stethoscope', 'ear'])).toEqual([]);
});

it('each of the four is told when it is not there, in the order of the list', () => {
  expect(missingEquipment(PHARMACY, [], [])).toEqual([
    'stethoscope',
    'otoscope',
    'oximeter',
    'blood-pressure-monitor',
  ]);
  expect(missingEquipment(PHARMACY, [OXIMETER], ['ear', 'skin'])).toEqual([
    'stethoscope',
    'blood-pressure-monitor',
  ]);
});

it('a device that is pulled out or does not work is missing, one that is being looked for is not yet', () => {
  const missingWith = (state: DeviceState) =>
    missingEquipment(PHARMACY, [device('oximeter', ['oximetry'], state), CUFF], ['stethoscope', 'ear']);
  expect(missingWith({ state: 'absent' })).toEqual(['oximeter']);
  expect(missingWith({ state: 'fault', code: 'DEVICE_SILENT' })).toEqual(['oximeter']);
  expect(missingWith({ state: 'identifying' })).toEqual([]);
  expect(missingWith({ state: 'measuring' })).toEqual([]);
});

it('a town hall must have none of them', () => {
  expect(missingEquipment({ kind: 'town-hall' }, [], [])).toEqual([]);
});
