import type { Orientation } from '../visit/closing/orientation.ts';
import type { SickLeave } from '../visit/closing/sick-leave.ts';
import type { NotedExclusion } from '../visit/relevance/exclusions.ts';
import type { QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import { EXCLUSION_WORDS, ORIENTATION_WORDS, ROLE_WORDS, SICK_LEAVE_WORDS } from './wording.ts';

const coding = (code: string, display: string) => ({
  valueCoding: { system: CABINE_WORDS, code, display },
});

/** What speaks against remote care, and who noted it when (HAS, guide of good practice of teleconsultation). */
export const exclusionItem = ({ exclusion, by, name, at }: NotedExclusion): QuestionnaireItem => ({
  linkId: 'exclusion',
  text: 'Élément contre la prise en charge à distance',
  item: [
    {
      linkId: 'exclusion.what',
      text: 'Élément',
      answer: [coding(exclusion, EXCLUSION_WORDS[exclusion])],
    },
    {
      linkId: 'exclusion.by',
      text: 'Noté par',
      answer: [{ valueString: fhirText(name) ?? ROLE_WORDS[by] }],
    },
    { linkId: 'exclusion.at', text: 'Heure', answer: [{ valueDateTime: fhirInstant(at) }] },
  ],
});

/** Where the person is seen in presence. */
export const orientationItem = ({ place, details }: Orientation): QuestionnaireItem => {
  const said = fhirText(details);
  return {
    linkId: 'orientation',
    text: 'Orientation pour une consultation en présence',
    answer: [coding(place, ORIENTATION_WORDS[place]), ...(said === undefined ? [] : [{ valueString: said }])],
  };
};

/** What the physician says of a sick leave that they prescribed with their own software (article 65, law 2023-1250). */
export const sickLeaveItem = ({ days, ongoingDays, exception }: SickLeave): QuestionnaireItem => ({
  linkId: 'sick-leave',
  text: 'Arrêt de travail prescrit',
  item: [
    {
      linkId: 'sick-leave.days',
      text: 'Durée',
      answer: [{ valueString: `${days} j` }],
    },
    ...(ongoingDays === 0
      ? []
      : [
          {
            linkId: 'sick-leave.ongoing',
            text: 'Prolonge un arrêt en cours de',
            answer: [{ valueString: `${ongoingDays} j` }],
          },
        ]),
    ...(exception === undefined
      ? []
      : [
          {
            linkId: 'sick-leave.exception',
            text: 'Exception à la durée de trois jours',
            answer: [coding(exception, SICK_LEAVE_WORDS[exception])],
          },
        ]),
  ],
});
