import type { GuestStay } from '../visit/company/company.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta, visitPeriod } from './context.ts';
import type { CodeableConcept, Coding, Reference } from './fhir/datatypes.ts';
import type { Encounter } from './fhir/resources.ts';
import {
  ACT_CODE,
  FR_CORE_IDENTIFIER_TYPE,
  frCore,
  PARTICIPANT_TYPE,
  PARTICIPATION_TYPE,
} from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import { assistantNames, assistantsOf, physicianName, physiciansOf } from './practitioners.ts';
import { GIVEN_NAME_WORDS, GUEST_WORDS, REASON_WORDS } from './wording.ts';

const participant = (code: 'PPRF' | 'SPRF' | 'PART', display: string, individual: Reference) => ({
  type: [{ coding: [{ system: PARTICIPATION_TYPE, code, display }] }],
  individual,
});

const GUEST_TYPES = {
  interpreter: { system: PARTICIPANT_TYPE, code: 'translator', display: 'Translator' },
  relative: { system: PARTICIPATION_TYPE, code: 'PART', display: 'Participation' },
} as const satisfies Record<GuestStay['kind'], Coding>;

/** Somebody who was invited and let in: by the name they gave, which nobody checked, so that no resource stands for them. */
const guest = ({ kind, language, name, since, until }: GuestStay) => {
  const who = language === undefined ? GUEST_WORDS[kind] : `${GUEST_WORDS[kind]} (${language})`;
  // A period never ends before it starts, whatever was done to the clock meanwhile.
  const end = Date.parse(until) < Date.parse(since) ? {} : { end: fhirInstant(until) };
  const text = `${who} : ${name} (${GIVEN_NAME_WORDS})`;
  return {
    type: [{ coding: [GUEST_TYPES[kind]] }],
    period: { start: fhirInstant(since), ...end },
    individual: { display: fhirText(text) ?? who },
  };
};

const reasonsOf = ({ pictures, text }: HandoverContext['record']['reason']): readonly CodeableConcept[] =>
  [...pictures.map((picture) => REASON_WORDS[picture]), fhirText(text)]
    .filter((reason) => reason !== undefined)
    .map((reason) => ({ text: reason }));

/** The visit: a virtual encounter (class VR) with the patient's own reason, uncoded (FR Core `fr-core-encounter`). */
export const toEncounter = (context: HandoverContext): Encounter => {
  const { record, to } = context;
  const reasonCode = reasonsOf(record.reason);
  return {
    resourceType: 'Encounter',
    meta: { profile: [frCore('fr-core-encounter')], ...testDataMeta(record.simulation).meta },
    identifier: [
      {
        type: { coding: [{ system: FR_CORE_IDENTIFIER_TYPE, code: 'VN' }] },
        ...identifierOf({ reference: `urn:uuid:${record.visitId.toLowerCase()}` }),
      },
    ],
    status: 'finished',
    class: { system: ACT_CODE, code: 'VR', display: 'virtual' },
    subject: to(NAMES.patient),
    participant: [
      ...(record.physician === undefined
        ? []
        : [participant('PPRF', 'primary performer', to(NAMES.physician))]),
      ...physiciansOf(record)
        .filter(({ rpps }) => rpps !== record.physician?.rpps)
        .map((card) => participant('PART', 'Participation', to(physicianName(card, context)))),
      ...assistantsOf(record).map((assistant) =>
        participant('SPRF', 'secondary performer', to(assistantNames(assistant, context).person)),
      ),
      ...(record.guests ?? []).map(guest),
    ],
    period: visitPeriod(record),
    ...(reasonCode.length === 0 ? {} : { reasonCode }),
    location: [{ location: to(NAMES.location) }],
    serviceProvider: to(NAMES.organization),
  };
};
