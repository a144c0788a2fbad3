/**
 * The exception word `EXC`, in hex: 12 bits on Rad-5, 24 on Rad-8 and Radical-7. Bits 0 to 11: Rad-8 manual, trend data format, as
 * masimo-datacapture quotes it; bits 8 and 12 to 22: the Radical table of MD PnP (`poxrad_discrete.h`).
 */
const EXCEPTION_BITS = {
  1: { name: 'no sensor', means: 'no-sensor' },
  2: { name: 'defective sensor', means: 'no-sensor' },
  4: { name: 'low perfusion', means: 'weak' },
  8: { name: 'pulse search', means: 'searching' },
  16: { name: 'interference', means: 'unreliable' },
  32: { name: 'sensor off', means: 'no-sensor' },
  64: { name: 'ambient light', means: 'unreliable' },
  128: { name: 'unrecognized sensor', means: 'no-sensor' },
  256: { name: 'incompatible sensor', means: 'no-sensor' },
  1024: { name: 'low signal IQ', means: 'unreliable' },
  2048: { name: 'Masimo SET', means: 'nothing' },
  4096: { name: 'no cable', means: 'no-sensor' },
  8192: { name: 'cable life expired', means: 'nothing' },
  16384: { name: 'incompatible cable', means: 'no-sensor' },
  32768: { name: 'unrecognized cable', means: 'no-sensor' },
  65536: { name: 'defective cable', means: 'no-sensor' },
  131072: { name: 'sensor calibrating', means: 'searching' },
  262144: { name: 'sensor life expired', means: 'nothing' },
  524288: { name: 'emitter temperature out of range', means: 'unreliable' },
  1048576: { name: 'sensor current limit exceeded', means: 'no-sensor' },
  2097152: { name: 'SpCO low confidence', means: 'nothing' },
  4194304: { name: 'SpMet low confidence', means: 'nothing' },
} as const;

type Meaning = (typeof EXCEPTION_BITS)[keyof typeof EXCEPTION_BITS]['means'];

const BITS = Object.entries(EXCEPTION_BITS).map(([bit, row]) => ({ ...row, bit: Number(bit) }));

const maskOf = (meaning: Meaning): number =>
  BITS.reduce((mask, { bit, means }) => (means === meaning ? mask | bit : mask), 0);

/** What of an exception word qualifies the numbers of saturation and pulse. */
export const EXCEPTIONS = {
  /** Nothing is measured: no sensor, none on the finger, or one that cannot be used. */
  noSensor: maskOf('no-sensor'),
  searching: maskOf('searching'),
  /** The pulse wave is weak. */
  weak: maskOf('weak'),
  /** There are numbers, and the device itself doubts them. */
  unreliable: maskOf('unreliable'),
  /** Every bit that a source explains. */
  known: BITS.reduce((mask, { bit }) => mask | bit, 0),
} as const;

/** Names of the bits that are set, in the sources' words. */
export const exceptionNames = (word: number): readonly string[] =>
  BITS.filter(({ bit }) => (word & bit) !== 0).map(({ name }) => name);

/** Bits of the alarm word `ALARM`, in hex: 8 on Rad-5, 16 on the others (MD PnP, `poxrad_discrete.h`). */
const ALARM_BITS: readonly (readonly [bit: number, name: string])[] = [
  [0x0001, 'SpO2 high'],
  [0x0002, 'SpO2 low'],
  [0x0004, 'pulse high'],
  [0x0008, 'pulse low'],
  [0x0010, 'alarm'],
  [0x0020, 'silenced'],
  [0x0040, 'low battery'],
];

/** Bit of the alarm word that says that the battery is low; the others judge the patient against the device's own limits. */
export const LOW_BATTERY_ALARM = 0x0040;

/** Names of the alarms that are set. */
export const alarmNames = (word: number): readonly string[] =>
  ALARM_BITS.filter(([bit]) => (word & bit) !== 0).map(([, name]) => name);
