/** Codes of the nomenclature (ISO/IEEE 11073-10101 and the 104xx specializations), as far as a cabin's devices use them. */

/** Classes of objects (partition 1). */
export const CLASSES = {
  enumeration: 5,
  numeric: 6,
  waveform: 9,
  episodicScanner: 18,
  periodicScanner: 19,
  pmStore: 61,
} as const;

/** Attributes (partition 1). */
export const ATTRIBUTES = {
  confirmMode: 0x0913,
  model: 0x0928,
  productionSpecification: 0x092d,
  type: 0x092f,
  measurementStatus: 0x0947,
  compoundValue: 0x094b,
  value: 0x0950,
  numberOfSegments: 0x0951,
  operationalState: 0x0953,
  powerStatus: 0x0955,
  systemId: 0x0984,
  time: 0x0987,
  timeStamp: 0x0990,
  unit: 0x0996,
  batteryCharge: 0x099c,
  configurationId: 0x0a44,
  timeInformation: 0x0a45,
  metricSpecification: 0x0a46,
  basicValue: 0x0a4c,
  scanHandleValueMap: 0x0a53,
  valueMap: 0x0a55,
  simpleValue: 0x0a56,
  systemTypes: 0x0a5a,
  supplementalTypes: 0x0a61,
  simpleBits: 0x0a65,
  basicBits: 0x0a66,
  compoundSimpleValue: 0x0a74,
  compoundBasicValue: 0x0a75,
  compoundTypes: 0x0a76,
} as const;

/** Actions (partition 1). */
export const ACTIONS = {
  segmentInformation: 0x0c0d,
  setTime: 0x0c17,
  dataRequest: 0x0c1b,
  triggerTransfer: 0x0c1c,
} as const;

/** Events (partition 1) that carry no measurement of the moment. */
export const EVENTS = { configuration: 0x0d1c, segmentData: 0x0d21 } as const;

/** Partitions of the nomenclature. */
export const PARTITIONS = { physiological: 2, diseaseManagement: 128 } as const;

/** What is measured (partition 2). */
export const METRICS = {
  oximeterPulseRate: 0x481a,
  cuffPulseRate: 0x482a,
  cuffPressures: 0x4a04,
  systolic: 0x4a05,
  diastolic: 0x4a06,
  mean: 0x4a07,
  relativePerfusion: 0x4bb0,
  oxygenSaturation: 0x4bb8,
  oximeterStatus: 0x4c4c,
  pulseCharacter: 0x4c4d,
  bodyMass: 0xe140,
  bodyLength: 0xe144,
} as const;

/** What kind of measurement an oximeter's number is (partition 2). */
export const MODALITIES = { fast: 0x4c34, slow: 0x4c38, spot: 0x4c3c } as const;

/** Status of a device (partition 128). */
export const STATUSES = { generic: 0x4e20, glucoseMeter: 0x71d8 } as const;

/** A code in the way the documents write it, for messages to technicians. */
export const codeText = (code: number): string => `0x${code.toString(16).toUpperCase().padStart(4, '0')}`;
