import type { Particulars } from '../identity/particulars.ts';
import type { QuestionnaireItem } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import { GUARDIAN_WORDS, PREGNANCY_WORDS } from './wording.ts';

const said = (linkId: string, text: string, words: string | undefined): readonly QuestionnaireItem[] => {
  const valueString = words === undefined ? undefined : fhirText(words);
  return valueString === undefined ? [] : [{ linkId, text, answer: [{ valueString }] }];
};

const guardianItems = ({ guardian }: Particulars): readonly QuestionnaireItem[] => {
  if (guardian === undefined) return [];
  const { name, relation, present } = guardian;
  return [
    {
      linkId: 'particulars.guardian',
      text: 'Titulaire de l’autorité parentale',
      item: [
        ...said('particulars.guardian.name', 'Nom', name),
        {
          linkId: 'particulars.guardian.relation',
          text: 'Lien',
          answer: [
            { valueCoding: { system: CABINE_WORDS, code: relation, display: GUARDIAN_WORDS[relation] } },
          ],
        },
        {
          linkId: 'particulars.guardian.present',
          text: 'Auprès de l’enfant',
          answer: [
            {
              valueCoding: present
                ? { system: CABINE_WORDS, code: 'present', display: 'Présent' }
                : { system: CABINE_WORDS, code: 'absent', display: 'Absent' },
            },
          ],
        },
      ],
    },
  ];
};

/** What the person said of themselves to the assistant, as it was typed; what was not said is not there. */
export const particularsItems = (particulars: Particulars): readonly QuestionnaireItem[] => {
  const { telephone, locality, treatingDoctor, treatments, allergies, pregnancy, companion } = particulars;
  return [
    ...said('particulars.telephone', 'Téléphone pour rappeler', telephone),
    ...said('particulars.locality', 'Commune', locality),
    ...said(
      'particulars.treating-doctor',
      'Médecin traitant',
      treatingDoctor?.state === 'named' ? treatingDoctor.name : treatingDoctor && 'Pas de médecin traitant',
    ),
    ...said('particulars.treatments', 'Traitements, dits par la personne', treatments),
    ...said('particulars.allergies', 'Allergies, dites par la personne', allergies),
    ...(pregnancy === undefined
      ? []
      : [
          {
            linkId: 'particulars.pregnancy',
            text: 'Grossesse, dite par la personne',
            answer: [
              { valueCoding: { system: CABINE_WORDS, code: pregnancy, display: PREGNANCY_WORDS[pregnancy] } },
            ],
          },
        ]),
    ...guardianItems(particulars),
    ...said('particulars.companion', 'Accompagnant de la personne', companion),
  ];
};
