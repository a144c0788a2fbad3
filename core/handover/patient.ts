import { reliabilityOf, typedIdentity } from '../identity/known-identity.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta } from './context.ts';
import type { Patient } from './fhir/resources.ts';
import { FR_CORE_IDENTITY_STATUS, FR_CORE_METHOD_COLLECTION, frCore } from './fhir/systems.ts';
import { fhirText } from './fhir/text.ts';

/**
 * The patient with the identity that the assistant typed, and how far it may be believed (FR Core `fr-core-patient`).
 * Its only identifier is of this visit. No national number is sent, and nothing lets a server match a namesake:
 * joining this patient to a known one is a professional's act.
 */
export const toPatient = ({ record, to }: HandoverContext): Patient => {
  const { familyName, givenName, birthDate, sex } = record.identity;
  const { identityStatus, methodCollection } = reliabilityOf(typedIdentity(record.identity));
  return {
    resourceType: 'Patient',
    meta: { profile: [frCore('fr-core-patient')], ...testDataMeta(record.simulation).meta },
    extension: [
      {
        url: frCore('fr-core-identity-reliability'),
        extension: [
          { url: 'identityStatus', valueCoding: { system: FR_CORE_IDENTITY_STATUS, code: identityStatus } },
          {
            url: 'methodCollection',
            valueCoding: { system: FR_CORE_METHOD_COLLECTION, code: methodCollection },
          },
        ],
      },
    ],
    identifier: [{ use: 'temp', ...identifierOf(to(NAMES.patient)) }],
    name: [
      {
        use: 'official',
        family: fhirText(familyName) ?? familyName,
        given: [fhirText(givenName) ?? givenName],
      },
    ],
    gender: sex,
    birthDate,
  };
};
