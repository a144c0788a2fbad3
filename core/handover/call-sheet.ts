import { CALL_LEVELS, type CallLevel, causesOf, type DirectionTotals, type Ledger } from '../call/ledger.ts';
import type { QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { CALL_LEVEL_WORDS } from './wording.ts';

/** Whole seconds. */
const seconds = (milliseconds: number): number => Math.round(milliseconds / 1_000);

const levelItem = (direction: string, level: CallLevel, totals: DirectionTotals): QuestionnaireItem => ({
  linkId: `call.${direction}.${level}`,
  text: `${CALL_LEVEL_WORDS[level]} (secondes)`,
  answer: [{ valueInteger: seconds(totals[level]) }],
});

const causeItem = (direction: string, code: string, lastedMs: number): QuestionnaireItem => ({
  linkId: `call.${direction}.cause`,
  text: 'Cause',
  item: [
    {
      linkId: `call.${direction}.cause.code`,
      text: 'Code du catalogue de Cabine',
      answer: [{ valueCoding: { system: CABINE_WORDS, code } }],
    },
    {
      linkId: `call.${direction}.cause.seconds`,
      text: 'Durée (secondes)',
      answer: [{ valueInteger: seconds(lastedMs) }],
    },
  ],
});

const directionItem = (direction: string, text: string, totals: DirectionTotals): QuestionnaireItem => ({
  linkId: `call.${direction}`,
  text,
  item: [
    ...CALL_LEVELS.map((level) => levelItem(direction, level, totals)),
    ...causesOf(totals).map(([code, lastedMs]) => causeItem(direction, code, lastedMs)),
  ],
});

/** How long each person saw and heard the other, and why not: a part of the sheet of technical incidents. */
export const callItem = ({ outgoing, incoming, roundTrip }: Ledger): QuestionnaireItem => ({
  linkId: 'call',
  text: 'Liaison pendant la consultation',
  item: [
    directionItem('outgoing', 'De la cabine vers le médecin', outgoing),
    directionItem('incoming', 'Du médecin vers la cabine', incoming),
    ...(roundTrip.measuredMs === 0
      ? []
      : [
          {
            linkId: 'call.round-trip',
            text: 'Délai aller-retour moyen (millisecondes)',
            answer: [{ valueInteger: Math.round(roundTrip.meanMs) }],
          },
          {
            linkId: 'call.round-trip.highest',
            text: 'Délai aller-retour le plus long (millisecondes)',
            answer: [{ valueInteger: Math.round(roundTrip.highestMs) }],
          },
        ]),
  ],
});
