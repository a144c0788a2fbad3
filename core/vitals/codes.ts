import type { ReadingKind, ValueKey, VitalSign } from './kinds.ts';

/** A LOINC code; the display is LOINC's own long common name, left out where it could not be checked. */
export interface LoincCode {
  readonly code: string;
  readonly display?: string;
}

/** A term of ISO/IEEE 11073-10101 as FHIR writes it: partition x 65536 + term, in decimal. */
export interface MdcCode {
  readonly code: string;
  /** Reference identifier, `MDC_...`. */
  readonly name: string;
}

/** How one value is named in the standard vocabularies. Its UCUM unit is `VALUE_UNITS`. */
export interface ValueCodes {
  /** The first one is the code that the profiles ask for; the others are as exact or more. */
  readonly loinc: readonly [LoincCode, ...LoincCode[]];
  /** Absent: no device measures it. */
  readonly mdc?: MdcCode;
  /** The 11073 dimension that says the same as the UCUM unit of the value. */
  readonly mdcUnit?: MdcCode;
  /** What a French record calls it. */
  readonly label: string;
}

const PERCENT: MdcCode = { code: '262688', name: 'MDC_DIM_PERCENT' };
const BEATS_PER_MINUTE: MdcCode = { code: '264864', name: 'MDC_DIM_BEAT_PER_MIN' };
const MILLIMETRES_OF_MERCURY: MdcCode = { code: '266016', name: 'MDC_DIM_MMHG' };

/**
 * One row for each value key. LOINC: FR Core 2.2.0 and "Mesures de santé" 3.2.0 profiles.
 * MDC: HL7 Personal Health Device guide, ISO/IEEE 11073-10101.
 */
export const VALUE_CODES: Record<ValueKey, ValueCodes> = {
  spo2: {
    loinc: [
      { code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
      { code: '59408-5', display: 'Oxygen saturation in Arterial blood by Pulse oximetry' },
    ],
    mdc: { code: '150456', name: 'MDC_PULS_OXIM_SAT_O2' },
    mdcUnit: PERCENT,
    label: 'Saturation en oxygène (SpO2)',
  },
  'pulse-rate': {
    loinc: [{ code: '8867-4', display: 'Heart rate' }],
    mdc: { code: '149530', name: 'MDC_PULS_OXIM_PULS_RATE' },
    mdcUnit: BEATS_PER_MINUTE,
    label: 'Fréquence du pouls',
  },
  'perfusion-index': {
    loinc: [{ code: '61006-3' }],
    mdc: { code: '150488', name: 'MDC_BLD_PERF_INDEX' },
    mdcUnit: PERCENT,
    label: 'Indice de perfusion',
  },
  systolic: {
    loinc: [{ code: '8480-6', display: 'Systolic blood pressure' }],
    mdc: { code: '150021', name: 'MDC_PRESS_BLD_NONINV_SYS' },
    mdcUnit: MILLIMETRES_OF_MERCURY,
    label: 'Pression systolique',
  },
  diastolic: {
    loinc: [{ code: '8462-4', display: 'Diastolic blood pressure' }],
    mdc: { code: '150022', name: 'MDC_PRESS_BLD_NONINV_DIA' },
    mdcUnit: MILLIMETRES_OF_MERCURY,
    label: 'Pression diastolique',
  },
  mean: {
    loinc: [{ code: '8478-0', display: 'Mean blood pressure' }],
    mdc: { code: '150023', name: 'MDC_PRESS_BLD_NONINV_MEAN' },
    mdcUnit: MILLIMETRES_OF_MERCURY,
    label: 'Pression moyenne',
  },
  weight: {
    loinc: [{ code: '29463-7', display: 'Body weight' }],
    mdc: { code: '188736', name: 'MDC_MASS_BODY_ACTUAL' },
    mdcUnit: { code: '263875', name: 'MDC_DIM_KILO_G' },
    label: 'Poids',
  },
  height: {
    loinc: [{ code: '8302-2', display: 'Body height' }],
    mdc: { code: '188740', name: 'MDC_LEN_BODY_ACTUAL' },
    mdcUnit: { code: '263441', name: 'MDC_DIM_CENTI_M' },
    label: 'Taille',
  },
  temperature: {
    loinc: [{ code: '8310-5', display: 'Body temperature' }],
    mdc: { code: '150364', name: 'MDC_TEMP_BODY' },
    mdcUnit: { code: '268192', name: 'MDC_DIM_DEGC' },
    label: 'Température',
  },
  glucose: {
    loinc: [
      { code: '2345-7', display: 'Glucose [Mass/volume] in Serum or Plasma' },
      { code: '41653-7', display: 'Glucose [Mass/volume] in Capillary blood by Glucometer' },
    ],
    mdc: { code: '160184', name: 'MDC_CONC_GLU_CAPILLARY_WHOLEBLOOD' },
    mdcUnit: { code: '264274', name: 'MDC_DIM_MILLI_G_PER_DL' },
    label: 'Glycémie capillaire',
  },
  'respiratory-rate': {
    loinc: [{ code: '9279-1', display: 'Respiratory rate' }],
    label: 'Fréquence respiratoire',
  },
  pain: {
    loinc: [{ code: '72514-3', display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported' }],
    label: 'Douleur, de 0 à 10, dite par le patient',
  },
};

/** The pulse counted by a cuff is another 11073 term than the one of an oximeter. */
const CUFF_PULSE_RATE: MdcCode = { code: '149546', name: 'MDC_PULS_RATE_NON_INV' };

/** The 11073 term of a value, which depends on the kind of device that yields it. */
export const mdcCodeOf = (key: ValueKey, kind: ReadingKind | VitalSign): MdcCode | undefined =>
  key === 'pulse-rate' && kind === 'blood-pressure' ? CUFF_PULSE_RATE : VALUE_CODES[key].mdc;

/** The values that travel together as components of the blood pressure panel, in the order of the panel. */
export const BLOOD_PRESSURE_KEYS = ['systolic', 'diastolic', 'mean'] as const satisfies readonly ValueKey[];

export const BLOOD_PRESSURE_PANEL = {
  loinc: [{ code: '85354-9', display: 'Blood pressure panel with all children optional' }],
  mdc: { code: '150020', name: 'MDC_PRESS_BLD_NONINV' },
  label: 'Pression artérielle',
} as const satisfies Omit<ValueCodes, 'mdcUnit'>;

/** The 11073 device specialization of the instruments that measure a kind; a height rod has none of its own. */
export const DEVICE_SPECIALIZATIONS: Record<ReadingKind, MdcCode> = {
  oximetry: { code: '528388', name: 'MDC_DEV_SPEC_PROFILE_PULS_OXIM' },
  'blood-pressure': { code: '528391', name: 'MDC_DEV_SPEC_PROFILE_BP' },
  'body-weight': { code: '528399', name: 'MDC_DEV_SPEC_PROFILE_SCALE' },
  'body-height': { code: '528457', name: 'MDC_DEV_SPEC_PROFILE_GENERIC' },
  temperature: { code: '528392', name: 'MDC_DEV_SPEC_PROFILE_TEMP' },
  'blood-glucose': { code: '528401', name: 'MDC_DEV_SPEC_PROFILE_GLUCOSE' },
};
