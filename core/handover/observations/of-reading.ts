import { BLOOD_PRESSURE_KEYS, BLOOD_PRESSURE_PANEL } from '../../vitals/codes.ts';
import type { ValueKey } from '../../vitals/kinds.ts';
import type { Reading } from '../../vitals/reading.ts';
import type { HandoverContext } from '../context.ts';
import type { Observation, ObservationComponent } from '../fhir/resources.ts';
import { absent, fhirQuantity, panelConcept, valueConcept } from './codings.ts';
import { observationFrame, observationName, partsOf } from './common.ts';

export interface NamedObservation {
  readonly name: string;
  readonly resource: Observation;
}

/** One pressure of the panel; systolic and diastolic are always there, with a reason when the device gave none (FR Core `bp`). */
const pressure = (
  key: (typeof BLOOD_PRESSURE_KEYS)[number],
  reading: Reading,
): readonly ObservationComponent[] => {
  const quantity = reading.values[key];
  const code = valueConcept(key, reading);
  if (quantity !== undefined) return [{ code, valueQuantity: fhirQuantity(key, quantity) }];
  return key === 'mean' ? [] : [{ code, dataAbsentReason: absent('unknown') }];
};

const toPanel = (reading: Reading, context: HandoverContext): Observation => ({
  ...observationFrame(reading, 'panel', panelConcept(BLOOD_PRESSURE_PANEL, reading), context),
  component: BLOOD_PRESSURE_KEYS.flatMap((key) => pressure(key, reading)),
});

const toSingle = (reading: Reading, key: ValueKey, context: HandoverContext): readonly Observation[] => {
  const quantity = reading.values[key];
  if (quantity === undefined) return [];
  return [
    {
      ...observationFrame(reading, key, valueConcept(key, reading), context),
      valueQuantity: fhirQuantity(key, quantity),
    },
  ];
};

/** A reading as Observations: the pressures as one panel, every other value on its own. */
export const observationsOf = (reading: Reading, context: HandoverContext): readonly NamedObservation[] =>
  partsOf(reading).flatMap((part) => {
    const name = observationName(reading.id, part);
    const resources = part === 'panel' ? [toPanel(reading, context)] : toSingle(reading, part, context);
    return resources.map((resource) => ({ name, resource }));
  });
