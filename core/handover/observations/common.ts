import { BLOOD_PRESSURE_KEYS } from '../../vitals/codes.ts';
import type { Arm } from '../../vitals/cuff.ts';
import { VALUE_KEYS, type ValueKey } from '../../vitals/kinds.ts';
import type { Reading } from '../../vitals/reading.ts';
import { type HandoverContext, identifierOf, isSimulated, NAMES, TEST_DATA } from '../context.ts';
import { deviceReference } from '../devices.ts';
import type { CodeableConcept, Coding, Extension, Meta } from '../fhir/datatypes.ts';
import type { Observation } from '../fhir/resources.ts';
import { frCore, GATEWAY_DEVICE, OBSERVATION_CATEGORY, SNOMED } from '../fhir/systems.ts';
import { fhirInstant, fhirText } from '../fhir/text.ts';
import { assistantAt } from '../practitioners.ts';
import { ARM_WORDS, MEAN_WORDS, manualWords, TEMPERATURE_SITE_WORDS } from '../wording.ts';
import { notesOf } from './notes.ts';

/** Which Observation of a reading: the blood pressure panel, or a single value. */
export type Part = 'panel' | ValueKey;

export const observationName = (readingId: string, part: Part): string => `observation/${readingId}/${part}`;

export const VITAL_SIGNS: CodeableConcept = {
  coding: [{ system: OBSERVATION_CATEGORY, code: 'vital-signs' }],
};

const VITAL_SIGNS_PROFILE = 'http://hl7.org/fhir/StructureDefinition/vitalsigns';

/** The profile that each Observation follows; what FR Core does not profile follows the R4 base of vital signs. */
const PROFILES: Partial<Record<Part, string>> = {
  panel: frCore('fr-core-observation-bp'),
  spo2: frCore('fr-core-observation-saturation-oxygen'),
  'pulse-rate': frCore('fr-core-observation-heartrate'),
  weight: frCore('fr-core-observation-body-weight'),
  height: frCore('fr-core-observation-body-height'),
  temperature: frCore('fr-core-observation-body-temperature'),
  'respiratory-rate': frCore('fr-core-observation-resp-rate'),
};

export const profileOf = (part: Part): string => PROFILES[part] ?? VITAL_SIGNS_PROFILE;

const metaOf = (part: Part, simulated: boolean): Meta => ({
  profile: [profileOf(part)],
  ...(simulated ? { security: [TEST_DATA] } : {}),
});

const SEATED: Extension = {
  url: frCore('fr-core-observation-body-position-ext'),
  valueCodeableConcept: { coding: [{ system: SNOMED, code: '33586001', display: 'Sitting position' }] },
};

const extensionsOf = ({ origin, conditions }: Reading, { to }: HandoverContext): readonly Extension[] => [
  ...(origin === 'manual' ? [] : [{ url: GATEWAY_DEVICE, valueReference: to(NAMES.gateway) }]),
  ...(conditions.posture === 'seated' ? [SEATED] : []),
];

/** "Reported" says that the cabin did not measure it. The oxygen saturation profile of "Mesures de santé" (J147) allows no such code. */
const methodOf = (reading: Reading, part: Part): CodeableConcept | undefined => {
  const { origin, derivedFrom, taking } = reading;
  if (derivedFrom !== undefined) return { text: MEAN_WORDS };
  if (taking?.how === 'counted') return { text: manualWords(reading) };
  if (origin !== 'manual' || part === 'spo2') return undefined;
  return { coding: [{ system: SNOMED, code: '733985002', display: 'Reported' }], text: manualWords(reading) };
};

/**
 * When the value was true of the patient. A value from a device's memory was measured at an unknown moment before it arrived:
 * a period with an end and no start says just that.
 */
const effectiveOf = ({
  flags,
  takenAt,
}: Reading): Pick<Observation, 'effectiveDateTime' | 'effectivePeriod'> =>
  flags.includes('stored')
    ? { effectivePeriod: { end: fhirInstant(takenAt) } }
    : { effectiveDateTime: fhirInstant(takenAt) };

const performerOf = (reading: Reading, context: HandoverContext): Pick<Observation, 'performer'> => {
  const { origin, assistedBy } = reading;
  if (assistedBy === undefined && origin !== 'manual') return {};
  const display = assistedBy === undefined ? undefined : fhirText(assistedBy);
  return { performer: [{ ...assistantAt(reading, context), ...(display === undefined ? {} : { display }) }] };
};

const UPPER_ARM: Record<Arm, Coding> = {
  left: { system: SNOMED, code: '368208006', display: 'Left upper arm structure' },
  right: { system: SNOMED, code: '368209003', display: 'Right upper arm structure' },
};

/** A temperature's in words: no published list of codes names all of them. */
const bodySiteOf = ({ taking, conditions: { cuff } }: Reading): Pick<Observation, 'bodySite'> => {
  if (taking?.how === 'read-at') return { bodySite: { text: TEMPERATURE_SITE_WORDS[taking.site] } };
  return cuff === undefined ? {} : { bodySite: { coding: [UPPER_ARM[cuff.arm]], text: ARM_WORDS[cuff.arm] } };
};

const derivedFromOf = (
  reading: Reading,
  part: Part,
  context: HandoverContext,
): Pick<Observation, 'derivedFrom'> => {
  const sources = context.record.readings.filter(
    (source) => reading.derivedFrom?.includes(source.id) === true && partsOf(source).includes(part),
  );
  return sources.length === 0
    ? {}
    : { derivedFrom: sources.map(({ id }) => context.to(observationName(id, part))) };
};

const PANEL_KEYS: readonly ValueKey[] = BLOOD_PRESSURE_KEYS;

/** The Observations that a reading becomes: the panel of pressures first, then the single values. */
export const partsOf = ({ values }: Pick<Reading, 'values'>): readonly Part[] => {
  const keys = VALUE_KEYS.filter((key) => values[key] !== undefined);
  const singles = keys.filter((key) => !PANEL_KEYS.includes(key));
  return singles.length === keys.length ? singles : ['panel', ...singles];
};

/** The names of the Observations of a reading, for whatever refers to them. */
export const observationNames = (reading: Reading): readonly string[] =>
  partsOf(reading).map((part) => observationName(reading.id, part));

/** All that an Observation says about how its value came to be. */
export const observationFrame = (
  reading: Reading,
  part: Part,
  code: CodeableConcept,
  context: HandoverContext,
): Observation => {
  const self = context.to(observationName(reading.id, part));
  const simulated = isSimulated(reading, context.record.readings);
  const extension = extensionsOf(reading, context);
  const method = methodOf(reading, part);
  const device = deviceReference(reading, context);
  const note = notesOf(reading, simulated);
  return {
    resourceType: 'Observation',
    meta: metaOf(part, simulated),
    ...(extension.length === 0 ? {} : { extension }),
    identifier: [identifierOf(self)],
    status: 'final',
    category: [VITAL_SIGNS],
    code,
    subject: context.to(NAMES.patient),
    encounter: context.to(NAMES.visit),
    ...effectiveOf(reading),
    issued: context.now,
    ...performerOf(reading, context),
    ...bodySiteOf(reading),
    ...(note.length === 0 ? {} : { note }),
    ...(method === undefined ? {} : { method }),
    ...(device === undefined ? {} : { device }),
    ...derivedFromOf(reading, part, context),
  };
};
