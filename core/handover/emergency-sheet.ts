import type { ClosedEmergency } from '../visit/emergency/emergency.ts';
import type { Alert } from '../vitals/alert-table.ts';
import { VALUE_CODES } from '../vitals/codes.ts';
import { VALUE_UNITS } from '../vitals/kinds.ts';
import type { QuestionnaireAnswer, QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import { fhirQuantity } from './observations/codings.ts';
import { EMERGENCY_ENDING_WORDS, EMERGENCY_SERVICE_WORDS, ROLE_WORDS } from './wording.ts';

const at = (linkId: string, text: string, instant: string): QuestionnaireItem => ({
  linkId,
  text,
  answer: [{ valueDateTime: fhirInstant(instant) }],
});
/** Nothing of words that hold no character FHIR takes. */
const said = (linkId: string, text: string, words: string): readonly QuestionnaireItem[] => {
  const valueString = fhirText(words);
  return valueString === undefined ? [] : [{ linkId, text, answer: [{ valueString }] }];
};
const coded = (code: string, display: string): QuestionnaireAnswer => ({
  valueCoding: { system: CABINE_WORDS, code, display },
});

const endingItems = ({ ending }: ClosedEmergency): readonly QuestionnaireItem[] => [
  {
    linkId: 'emergency.ending',
    text: 'Fin',
    answer: [coded(ending.ending, EMERGENCY_ENDING_WORDS[ending.ending])],
  },
  ...(ending.ending === 'handed-over' ? said('emergency.handed-over-to', 'Relais pris par', ending.to) : []),
  ...(ending.ending === 'other' ? said('emergency.reason', 'Raison', ending.reason) : []),
];

/** A value that raised the emergency, oldest first, and the limit that it met. */
const alertItem = ({ key, side, limit, values }: Alert): QuestionnaireItem => ({
  linkId: 'emergency.alert',
  text: VALUE_CODES[key].label,
  item: [
    {
      linkId: 'emergency.alert.value',
      text: 'Valeurs',
      answer: values.map(({ value }) => ({
        valueQuantity: fhirQuantity(key, { value, unit: VALUE_UNITS[key] }),
      })),
    },
    {
      linkId: `emergency.alert.${side}`,
      text: side === 'low' ? 'Limite, ou moins' : 'Limite, ou plus',
      answer: [{ valueQuantity: fhirQuantity(key, { value: limit, unit: VALUE_UNITS[key] }) }],
    },
  ],
});

/** One emergency: who raised it, who came, whom people say they have called, and how it ended. */
export const emergencyItem = (emergency: ClosedEmergency): QuestionnaireItem => ({
  linkId: 'emergency',
  text: 'Urgence',
  item: [
    at('emergency.raised', 'Déclenchée', emergency.raisedAt),
    {
      linkId: 'emergency.raised-by',
      text: 'Par',
      answer: [coded(emergency.raisedBy, ROLE_WORDS[emergency.raisedBy])],
    },
    ...(emergency.alerts ?? []).map(alertItem),
    ...(emergency.acknowledgedAt === undefined
      ? []
      : [at('emergency.acknowledged', 'L’accompagnant y est', emergency.acknowledgedAt)]),
    ...emergency.calls.map(({ service, at: instant, by }) => ({
      linkId: 'emergency.call',
      text: 'Appel aux secours',
      item: [
        at('emergency.call.at', 'Heure', instant),
        {
          linkId: 'emergency.call.service',
          text: 'Numéro',
          answer: [coded(service, EMERGENCY_SERVICE_WORDS[service])],
        },
        { linkId: 'emergency.call.by', text: 'Par', answer: [coded(by, ROLE_WORDS[by])] },
      ],
    })),
    at('emergency.closed', 'Terminée', emergency.closedAt),
    ...endingItems(emergency),
  ],
});
