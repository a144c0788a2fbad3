import type { PrivateTalk } from '../visit/privacy/privacy.ts';
import type { QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import { PRIVACY_ENDING_WORDS } from './wording.ts';

/** A while that the patient was alone with the physician, the assistant out of the room and their screen blind. */
export const privateTalkItem = ({ since, until, ending }: PrivateTalk): QuestionnaireItem => ({
  linkId: 'private-talk',
  text: 'Entretien seul avec le médecin',
  item: [
    { linkId: 'private-talk.since', text: 'Début', answer: [{ valueDateTime: fhirInstant(since) }] },
    { linkId: 'private-talk.until', text: 'Fin', answer: [{ valueDateTime: fhirInstant(until) }] },
    {
      linkId: 'private-talk.ending',
      text: 'Cause de la fin',
      answer: [
        { valueCoding: { system: CABINE_WORDS, code: ending, display: PRIVACY_ENDING_WORDS[ending] } },
      ],
    },
  ],
});
