import type { Assistant, PhysicianCard } from '../visit/words.ts';
import type { Reading } from '../vitals/reading.ts';
import { type HandoverContext, NAMES, testDataMeta } from './context.ts';
import type { CodeableConcept, HumanName, Identifier, Reference } from './fhir/datatypes.ts';
import type { Practitioner, PractitionerRole, Task } from './fhir/resources.ts';
import {
  FR_CORE_PERSON_IDENTIFIER_TYPE,
  frCore,
  NATIONAL_PROFESSIONAL_ID,
  PROFESSION,
  RPPS,
} from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import type { VisitRecord } from './record.ts';
import { PHYSICIAN_PROFESSION, PROFESSION_WORDS } from './wording.ts';

/** Name of the resource of a physician of the visit: the one who closed it, or one who left before. */
export const physicianName = ({ rpps }: PhysicianCard, { record }: HandoverContext): string =>
  rpps === record.physician?.rpps ? NAMES.physician : `${NAMES.physician}/${rpps}`;

/** Who asked for a measure or an examination: the one who did, or, where that was not noted, the one who closed. */
export const requesterOf = (
  { askedBy }: { readonly askedBy?: PhysicianCard | undefined },
  context: HandoverContext,
): Pick<Task, 'requester'> => {
  const card = askedBy ?? context.record.physician;
  return card === undefined ? {} : { requester: context.to(physicianName(card, context)) };
};

/** The physicians of the visit, once each: first the one who closed it. */
export const physiciansOf = ({
  physician,
  earlier,
  interruptions,
  requests,
  exams,
}: VisitRecord): readonly PhysicianCard[] => {
  const cards = [
    ...(physician === undefined ? [] : [physician]),
    ...[...(earlier ?? []), ...(interruptions ?? [])].map((one) => one.physician),
    ...[...requests, ...(exams ?? [])].flatMap(({ askedBy }) => askedBy ?? []),
  ];
  return cards.filter(({ rpps }, index) => cards.findIndex((other) => other.rpps === rpps) === index);
};

const identifierType = (code: 'IDNPS' | 'RPPS'): CodeableConcept => ({
  coding: [{ system: FR_CORE_PERSON_IDENTIFIER_TYPE, code }],
});

const profession = ({
  code,
  display,
}: {
  readonly code?: string;
  readonly display: string;
}): CodeableConcept =>
  code === undefined ? { text: display } : { coding: [{ system: PROFESSION, code, display }] };

const textOf = (text: string | undefined): { readonly text?: string } => {
  const clean = text === undefined ? undefined : fhirText(text);
  return clean === undefined ? {} : { text: clean };
};

/** The RPPS number under which a server may already know the physician. */
export const rppsIdentifier = ({ rpps }: PhysicianCard): Identifier => ({
  use: 'official',
  type: identifierType('RPPS'),
  system: RPPS,
  value: rpps,
});

/** The physician with both national identifiers (FR Core slices `idNatPs` and `rpps`). The name is kept whole: the card does not split it. */
export const toPhysician = (card: PhysicianCard, { record }: HandoverContext): Practitioner => ({
  resourceType: 'Practitioner',
  meta: { profile: [frCore('fr-core-practitioner')], ...testDataMeta(record.simulation).meta },
  identifier: [
    {
      use: 'official',
      type: identifierType('IDNPS'),
      system: NATIONAL_PROFESSIONAL_ID,
      value: `8${card.rpps}`,
    },
    rppsIdentifier(card),
  ],
  ...(fhirText(card.name) === undefined ? {} : { name: [textOf(card.name)] }),
});

/** Specialty and place of practice as the patient was shown them. */
export const toPhysicianRole = (card: PhysicianCard, context: HandoverContext): PractitionerRole => ({
  resourceType: 'PractitionerRole',
  ...testDataMeta(context.record.simulation),
  practitioner: context.to(physicianName(card, context)),
  code: [profession(PHYSICIAN_PROFESSION)],
  ...(fhirText(card.specialty) === undefined ? {} : { specialty: [textOf(card.specialty)] }),
  ...place(card.place),
});

const place = (name: string): Pick<PractitionerRole, 'location'> => {
  const display = fhirText(name);
  return display === undefined ? {} : { location: [{ display }] };
};

/** The whole name, and its parts where the given name begins it: what does not split is not guessed at. */
const assistantName = ({ name, givenName }: Assistant): HumanName => {
  const family = name.startsWith(`${givenName} `) ? fhirText(name.slice(givenName.length)) : undefined;
  const given = fhirText(givenName);
  return {
    ...textOf(name),
    ...(family === undefined || given === undefined ? {} : { family, given: [given] }),
  };
};

/** Who assisted, once each: first whoever was there at the end. */
export const assistantsOf = ({ assistant, earlierAssistants = [] }: VisitRecord): readonly Assistant[] => [
  assistant,
  ...earlierAssistants.filter(
    ({ name }, index) =>
      name !== assistant.name && earlierAssistants.findIndex((other) => other.name === name) === index,
  ),
];

/** Names of the resources of somebody who assisted: the person, and their role here. */
export const assistantNames = ({ name }: Pick<Assistant, 'name'>, { record }: HandoverContext) => {
  const place = Math.max(
    0,
    assistantsOf(record).findIndex((one) => one.name === name),
  );
  const ending = place === 0 ? '' : `/${place}`;
  return { person: `${NAMES.assistant}${ending}`, role: `${NAMES.assistantRole}${ending}` };
};

/** Who stood beside the patient at a reading; without a name, whoever was there at the end. */
export const assistantAt = (
  { assistedBy = '' }: Reading,
  context: HandoverContext,
): Required<Pick<Reference, 'reference'>> => context.to(assistantNames({ name: assistedBy }, context).person);

/** The person beside the patient, by name: the cabin knows no national identifier of theirs. */
export const toAssistant = (assistant: Assistant, { record }: HandoverContext): Practitioner => {
  const name = assistantName(assistant);
  return {
    resourceType: 'Practitioner',
    meta: { profile: [frCore('fr-core-practitioner')], ...testDataMeta(record.simulation).meta },
    ...(Object.keys(name).length === 0 ? {} : { name: [name] }),
  };
};

export const toAssistantRole = (assistant: Assistant, context: HandoverContext): PractitionerRole => ({
  resourceType: 'PractitionerRole',
  ...testDataMeta(context.record.simulation),
  practitioner: context.to(assistantNames(assistant, context).person),
  organization: context.to(NAMES.organization),
  code: [profession(PROFESSION_WORDS[assistant.profession])],
});
