import { type HandoverContext, identifierOf, NAMES, testDataMeta, visitPeriod } from './context.ts';
import type { CodeableConcept, Reference } from './fhir/datatypes.ts';
import type { Encounter } from './fhir/resources.ts';
import { ACT_CODE, FR_CORE_IDENTIFIER_TYPE, frCore, PARTICIPATION_TYPE } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';
import { REASON_WORDS } from './wording.ts';

const participant = (code: 'PPRF' | 'SPRF', display: string, individual: Reference) => ({
  type: [{ coding: [{ system: PARTICIPATION_TYPE, code, display }] }],
  individual,
});

const reasonsOf = ({ pictures, text }: HandoverContext['record']['reason']): readonly CodeableConcept[] =>
  [...pictures.map((picture) => REASON_WORDS[picture]), fhirText(text)]
    .filter((reason) => reason !== undefined)
    .map((reason) => ({ text: reason }));

/** The visit: a virtual encounter (class VR) with the patient's own reason, uncoded (FR Core `fr-core-encounter`). */
export const toEncounter = ({ record, to }: HandoverContext): Encounter => {
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
      participant('SPRF', 'secondary performer', to(NAMES.assistant)),
    ],
    period: visitPeriod(record),
    ...(reasonCode.length === 0 ? {} : { reasonCode }),
    location: [{ location: to(NAMES.location) }],
    serviceProvider: to(NAMES.organization),
  };
};
