import type { Milliseconds } from '../../time.ts';
import type { Reading } from '../../vitals/reading.ts';
import type { Annotation } from '../fhir/datatypes.ts';
import { fhirText } from '../fhir/text.ts';
import {
  ARM_WORDS,
  CUFF_WORDS,
  FLAG_WORDS,
  MEAN_WORDS,
  manualWords,
  POSTURE_WORDS,
  REST_BREAK_WORDS,
  SIMULATED_WORDS,
} from '../wording.ts';

const MILLISECONDS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;

const duration = (milliseconds: Milliseconds): string => {
  const seconds = Math.round(milliseconds / MILLISECONDS_PER_SECOND);
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)} min ${seconds % SECONDS_PER_MINUTE} s`;
};

const conditionNotes = ({ conditions, derivedFrom }: Reading): readonly string[] => {
  const { restMs, restShortened, restBreaks = [], repetition, cuff } = conditions;
  return [
    ...(cuff === undefined ? [] : [`Brassard : ${CUFF_WORDS[cuff.size]}, ${ARM_WORDS[cuff.arm]}.`]),
    ...(cuff === undefined || cuff.checked.length === 0
      ? []
      : [`Posture vérifiée : ${cuff.checked.map((point) => POSTURE_WORDS[point]).join(', ')}.`]),
    ...(restMs === undefined ? [] : [`Repos avant la mesure : ${duration(restMs)}.`]),
    ...restBreaks.map((cause) => `Repos recommencé : ${REST_BREAK_WORDS[cause]}.`),
    ...(restShortened === undefined ? [] : [`Repos écourté : ${restShortened}`]),
    ...(repetition === undefined || derivedFrom !== undefined
      ? []
      : [`Mesure n° ${repetition} de la série.`]),
  ];
};

/**
 * What a physician may ask about a value and no published element holds: one fact a note.
 * Flags and signal quality describe the capture; they are never interpretation codes, which would judge the patient.
 */
export const notesOf = (reading: Reading, simulated: boolean): readonly Annotation[] =>
  [
    ...(simulated ? [SIMULATED_WORDS] : []),
    ...(reading.origin === 'manual' ? [manualWords(reading)] : []),
    ...(reading.enteredIn === undefined ? [] : [`Lue en ${reading.enteredIn} sur l’instrument, convertie.`]),
    ...(reading.derivedFrom === undefined ? [] : [MEAN_WORDS]),
    ...reading.flags.map((flag) => FLAG_WORDS[flag]),
    ...(reading.signal === undefined ? [] : [`Qualité du signal : ${reading.signal} sur 4.`]),
    ...conditionNotes(reading),
    ...(reading.attempt > 1 ? [`Essai n° ${reading.attempt} de cette mesure.`] : []),
    ...(reading.deviceTime === undefined
      ? []
      : [`Heure de l’appareil, sans fuseau : ${reading.deviceTime}.`]),
  ]
    .map(fhirText)
    .filter((text) => text !== undefined)
    .map((text) => ({ text }));
