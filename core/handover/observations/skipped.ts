import type { SkipReason } from '../../visit/words.ts';
import { BLOOD_PRESSURE_PANEL } from '../../vitals/codes.ts';
import type { Measure, ValueKey } from '../../vitals/kinds.ts';
import { type HandoverContext, identifierOf, NAMES, visitPeriod } from '../context.ts';
import type { CodeableConcept } from '../fhir/datatypes.ts';
import type { Observation } from '../fhir/resources.ts';
import { SKIP_WORDS } from '../wording.ts';
import { absent, panelConcept, valueConcept } from './codings.ts';
import { type Part, profileOf, VITAL_SIGNS } from './common.ts';
import type { NamedObservation } from './of-reading.ts';

/** The value that a physician looks for under each measure. */
const PRINCIPAL: Record<Measure, Part> = {
  oximetry: 'spo2',
  'blood-pressure': 'panel',
  'body-weight': 'weight',
};

const ABSENT_REASONS: Record<SkipReason, CodeableConcept> = {
  'patient-declines': absent('asked-declined'),
  'not-possible': absent('not-performed'),
  'instrument-unavailable': absent('not-performed'),
  'not-needed': absent('not-performed'),
};

const PANEL_PRESSURES = ['systolic', 'diastolic'] as const satisfies readonly ValueKey[];

const withoutValue = (measure: Measure, reason: CodeableConcept): Pick<Observation, 'code' | 'component'> => {
  // Nothing was measured, so no 11073 term applies: the codes are those of a value without a device.
  const unmeasured = { measure, origin: 'manual' } as const;
  const part = PRINCIPAL[measure];
  if (part !== 'panel') return { code: valueConcept(part, unmeasured) };
  return {
    code: panelConcept(BLOOD_PRESSURE_PANEL, unmeasured),
    component: PANEL_PRESSURES.map((key) => ({
      code: valueConcept(key, unmeasured),
      dataAbsentReason: reason,
    })),
  };
};

/** A measure that was not taken, with the reason, so that its absence is not taken for a forgotten one. */
export const toSkipped = (
  { measure, reason }: { readonly measure: Measure; readonly reason: SkipReason },
  { record, to, now }: HandoverContext,
): NamedObservation => {
  const name = `skipped/${measure}`;
  return {
    name,
    resource: {
      resourceType: 'Observation',
      meta: { profile: [profileOf(PRINCIPAL[measure])] },
      identifier: [identifierOf(to(name))],
      status: 'cancelled',
      category: [VITAL_SIGNS],
      ...withoutValue(measure, ABSENT_REASONS[reason]),
      subject: to(NAMES.patient),
      encounter: to(NAMES.visit),
      effectivePeriod: visitPeriod(record),
      issued: now,
      dataAbsentReason: ABSENT_REASONS[reason],
      note: [{ text: SKIP_WORDS[reason] }],
    },
  };
};
