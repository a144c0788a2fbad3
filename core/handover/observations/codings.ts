import type { MdcCode } from '../../vitals/codes.ts';
import { type LoincCode, mdcCodeOf, VALUE_CODES, type ValueCodes } from '../../vitals/codes.ts';
import { type Quantity, VALUE_UNITS, type ValueKey } from '../../vitals/kinds.ts';
import type { Reading } from '../../vitals/reading.ts';
import type { CodeableConcept, Coding, FhirQuantity } from '../fhir/datatypes.ts';
import { DATA_ABSENT_REASON, LOINC, MDC, UCUM } from '../fhir/systems.ts';

const loincCoding = ({ code, display }: LoincCode): Coding => ({
  system: LOINC,
  code,
  ...(display === undefined ? {} : { display }),
});

const conceptOf = (
  { loinc, label }: Pick<ValueCodes, 'loinc' | 'label'>,
  mdc: MdcCode | undefined,
): CodeableConcept => ({
  coding: [
    ...loinc.map(loincCoding),
    ...(mdc === undefined ? [] : [{ system: MDC, code: mdc.code, display: mdc.name }]),
  ],
  text: label,
});

/** LOINC always; the 11073 term names what a device measured, so a value entered by hand has none. */
export const valueConcept = (key: ValueKey, { measure, origin }: Pick<Reading, 'measure' | 'origin'>) =>
  conceptOf(VALUE_CODES[key], origin === 'manual' ? undefined : mdcCodeOf(key, measure));

export const panelConcept = (
  panel: Pick<ValueCodes, 'loinc' | 'label' | 'mdc'>,
  { origin }: Pick<Reading, 'origin'>,
) => conceptOf(panel, origin === 'manual' ? undefined : panel.mdc);

/** The value as it was kept, in the unit of its key. */
export const fhirQuantity = (key: ValueKey, { value }: Quantity): FhirQuantity => ({
  value,
  unit: VALUE_UNITS[key],
  system: UCUM,
  code: VALUE_UNITS[key],
});

type AbsentReason = 'asked-declined' | 'not-performed' | 'unknown';

/** Why there is no value (FHIR R4 `data-absent-reason`). */
export const absent = (code: AbsentReason): CodeableConcept => ({
  coding: [{ system: DATA_ABSENT_REASON, code }],
});
