/** Code systems and identifier systems of the handover. Each URI is the owner's. */
export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
export const SNOMED = 'http://snomed.info/sct';
/** ISO/IEEE 11073-10101, codes in decimal (HL7 Personal Health Device guide). */
export const MDC = 'urn:iso:std:iso:11073:10101';
/** An identifier that is itself a URI (FHIR R4, Identifier.system). */
export const URI_SYSTEM = 'urn:ietf:rfc:3986';
export const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
export const DATA_ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
export const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
export const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
export const PARTICIPATION_TYPE = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
/** Encounter.participant.type, beside v3 ParticipationType (value set encounter-participant-type). */
export const PARTICIPANT_TYPE = 'http://terminology.hl7.org/CodeSystem/participant-type';
export const PROVENANCE_PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
export const CONSENT_SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope';

const FR_CORE = 'https://hl7.fr/ig/fhir/core';
export const FR_CORE_IDENTIFIER_TYPE = `${FR_CORE}/CodeSystem/fr-core-cs-identifier-type`;
export const FR_CORE_PERSON_IDENTIFIER_TYPE = `${FR_CORE}/CodeSystem/fr-core-cs-v2-0203`;
export const FR_CORE_IDENTITY_STATUS = `${FR_CORE}/CodeSystem/fr-core-cs-v2-0445`;
export const FR_CORE_METHOD_COLLECTION = `${FR_CORE}/CodeSystem/fr-core-cs-method-collection`;
/** A profile or extension of FR Core 2.2.0, by its id. */
export const frCore = (id: string): string => `${FR_CORE}/StructureDefinition/${id}`;

/** National identifier of a professional: "8" and the RPPS number (FR Core, slice `idNatPs`). */
export const NATIONAL_PROFESSIONAL_ID = 'urn:oid:1.2.250.1.71.4.2.1';
export const RPPS = 'https://rpps.esante.gouv.fr';
/** Professions of the national nomenclature (ANS, TRE_G15). */
export const PROFESSION =
  'https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante';

export const GATEWAY_DEVICE = 'http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice';

/** Cabine's own words (red flags, skip reasons, report states, error codes), listed in docs/handover.md. */
export const CABINE_WORDS = 'urn:uuid:4cc062b8-d34f-5d22-a2de-a65367a1c64c';
