import { CONSENTS, type Consent as ConsentWord } from '../identity/consents.ts';
import { type HandoverContext, NAMES, testDataMeta } from './context.ts';
import type { Coding } from './fhir/datatypes.ts';
import type { Consent } from './fhir/resources.ts';
import { CABINE_WORDS, CONSENT_SCOPE, LOINC } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import { CONSENT_BASIS, CONSENT_WORDS } from './wording.ts';

const TREATMENT: Coding = { system: CONSENT_SCOPE, code: 'treatment' };
const PRIVACY: Coding = { system: CONSENT_SCOPE, code: 'patient-privacy' };

/** The act itself and who is present are agreements to care; where the report goes is one to disclosure. */
const SCOPES: Record<ConsentWord, Coding> = {
  teleconsultation: TREATMENT,
  'assistant-present': TREATMENT,
  'report-to-doctor': PRIVACY,
  'report-to-shared-record': PRIVACY,
};

/** Value set of Consent.category in R4. */
const PATIENT_CONSENT: Coding = { system: LOINC, code: '59284-0', display: 'Patient Consent' };

/** Four agreements, each a Consent of its own; one that was not given is sent as rejected, so that silence is never read as a yes. */
export const toConsents = ({
  record,
  to,
}: HandoverContext): readonly { readonly name: string; readonly resource: Consent }[] =>
  CONSENTS.map((consent) => ({
    name: `consent/${consent}`,
    resource: {
      resourceType: 'Consent',
      ...testDataMeta(record.simulation),
      status: record.consents[consent] ? 'active' : 'rejected',
      scope: { coding: [SCOPES[consent]] },
      category: [
        { coding: [PATIENT_CONSENT] },
        { coding: [{ system: CABINE_WORDS, code: consent }], text: CONSENT_WORDS[consent] },
      ],
      patient: to(NAMES.patient),
      ...(record.consentsGivenAt === undefined ? {} : { dateTime: fhirInstant(record.consentsGivenAt) }),
      performer: [to(NAMES.patient)],
      organization: [to(NAMES.organization)],
      policyRule: { text: CONSENT_BASIS },
      provision: { type: record.consents[consent] ? 'permit' : 'deny' },
    },
  }));
