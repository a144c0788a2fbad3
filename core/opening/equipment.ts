import * as z from 'zod';
import type { DeviceStatus } from '../contract/devices.ts';
import type { InstrumentRole } from '../instruments/bindings.ts';
import type { Site } from '../visit/words.ts';
import type { ReadingKind } from '../vitals/kinds.ts';

/** What a pharmacy must have for teleconsultations (national convention of pharmacists, 2022, article V.I). */
export const MANDATORY_EQUIPMENT = ['stethoscope', 'otoscope', 'oximeter', 'blood-pressure-monitor'] as const;
export const equipmentSchema = z.enum(MANDATORY_EQUIPMENT);
export type Equipment = z.infer<typeof equipmentSchema>;

const ROLE_OF: Partial<Record<Equipment, InstrumentRole>> = { stethoscope: 'stethoscope', otoscope: 'ear' };
const MEASURE_OF: Partial<Record<Equipment, ReadingKind>> = {
  oximeter: 'oximetry',
  'blood-pressure-monitor': 'blood-pressure',
};

/** A device that is being looked for is not missing yet: it is so for some seconds after each start. */
const isThere = ({ state }: DeviceStatus): boolean => state.state !== 'absent' && state.state !== 'fault';

/**
 * What the place must have and has not: *incomplete equipment*. The cabin opens all the same; its assistant and its physician know, and the
 * record says so. Of a town hall nothing is demanded.
 */
export const missingEquipment = (
  { kind }: Pick<Site, 'kind'>,
  devices: readonly DeviceStatus[],
  instruments: readonly InstrumentRole[],
): Equipment[] => {
  if (kind !== 'pharmacy') return [];
  const measured = devices.filter(isThere).flatMap(({ measures }) => measures);
  return MANDATORY_EQUIPMENT.filter((equipment) => {
    const role = ROLE_OF[equipment];
    const measure = MEASURE_OF[equipment];
    return (
      (role !== undefined && !instruments.includes(role)) ||
      (measure !== undefined && !measured.includes(measure))
    );
  });
};
