import { KIND_VALUES, type ReadingKind, VALUE_UNITS, type ValueKey } from '#core/vitals/kinds.ts';
import { codeNameOf } from './answers.ts';

/** How a value is imagined on the wire until somebody writes down how it is: its form, and what the simulated patient has. */
interface ImaginedValue {
  readonly form: string;
  readonly decimals: 0 | 1;
  readonly ofPatient: string;
}

const IMAGINED = {
  spo2: { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.oxygenSaturation(clock.monotonic())' },
  'pulse-rate': { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.pulseRate(clock.monotonic())' },
  'perfusion-index': {
    form: '\\d{1,2}\\.\\d',
    decimals: 1,
    ofPatient: 'patient.perfusionIndex(clock.monotonic())',
  },
  systolic: { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.bloodPressure(count).systolic' },
  diastolic: { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.bloodPressure(count).diastolic' },
  mean: { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.bloodPressure(count).mean' },
  weight: { form: '\\d{1,3}\\.\\d', decimals: 1, ofPatient: 'patient.weight' },
  height: { form: '\\d{2,3}\\.\\d', decimals: 1, ofPatient: 'patient.height' },
  temperature: { form: '\\d{2}\\.\\d', decimals: 1, ofPatient: 'patient.temperature(clock.monotonic())' },
  glucose: { form: '\\d{2,3}', decimals: 0, ofPatient: 'patient.glucose(count)' },
} as const satisfies Partial<Record<ValueKey, ImaginedValue>>;
type ImaginedKey = keyof typeof IMAGINED;
const isImagined = (key: ValueKey): key is ImaginedKey => key in IMAGINED;

/** Values of a kind that the skeleton reads: the required ones, and the pulse of a cuff. */
const keysOf = (kind: ReadingKind): readonly ImaginedKey[] =>
  kind === 'blood-pressure'
    ? ['systolic', 'diastolic', 'pulse-rate']
    : KIND_VALUES[kind].required.filter(isImagined);

const keyLiteral = (key: ValueKey): string => (key.includes('-') ? `'${key}'` : key);
const quantity = (key: ValueKey, value: string): string =>
  `${keyLiteral(key)}: { value: ${value}, unit: '${VALUE_UNITS[key]}' }`;

const FEEDBACK: Readonly<Partial<Record<ReadingKind, string>>> = {
  'blood-pressure':
    "feedback: (state, elapsed) => ({ measure: 'blood-pressure', state: state === 'receiving' ? 'measuring' : 'waiting', elapsedMs: elapsed, longestMs: LONGEST_MS })",
  'body-weight':
    "feedback: (state) => ({ measure: 'body-weight', state: state === 'receiving' ? 'settling' : 'waiting' })",
};

/** Cuffs and meters measure a little differently each time; what does not is not counted. */
const counterOf = (isCounted: boolean): Readonly<Record<'counter' | 'counting', string>> =>
  isCounted
    ? { counter: '  let count = 0;\n', counting: '    count += 1;\n' }
    : { counter: '', counting: '' };

/** The parts of the templates that depend on what is measured. */
export const snippetsOf = (measures: readonly ReadingKind[]): Readonly<Record<string, string>> => {
  const [kind = 'body-weight'] = measures;
  const keys = measures.flatMap(keysOf);
  const values = keys.map((key) => quantity(key, IMAGINED[key].ofPatient)).join(', ');
  return {
    kind,
    measures: measures.map((measure) => `'${measure}'`).join(', '),
    form: keys.map((key) => `(?<${codeNameOf(key)}>${IMAGINED[key].form})`).join(','),
    readings: measures
      .map((measure) => {
        const said = keysOf(measure).map((key) => quantity(key, `Number(said['${codeNameOf(key)}'])`));
        return `    judge('${measure}', { ${said.join(', ')} }),`;
      })
      .join('\n'),
    feedback: FEEDBACK[kind] ?? `feedback: (state) => ({ measure: '${kind}', state })`,
    clocks: keys.some((key) => IMAGINED[key].ofPatient.includes('clock.')) ? 'clock, bodyClock' : 'bodyClock',
    ...counterOf(values.includes('(count)')),
    measuring: `    const values = { ${values} } satisfies Values;`,
    printed: keys
      .map(
        (key) =>
          `values${key.includes('-') ? `['${key}']` : `.${key}`}.value.toFixed(${IMAGINED[key].decimals})`,
      )
      .join(', '),
    expected: measures
      .map(
        (measure) =>
          `{ ${keysOf(measure)
            .map((key) => `${keyLiteral(key)}: 0`)
            .join(', ')} }`,
      )
      .join(', '),
  };
};
