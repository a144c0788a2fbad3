import type { Instant } from '../time.ts';
import type { Reading } from '../vitals/reading.ts';
import type { Coding, Identifier, Meta, Period, Reference } from './fhir/datatypes.ts';
import { nameBasedUuid, type Sha1 } from './fhir/name-based-uuid.ts';
import { ACT_REASON, URI_SYSTEM } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import type { VisitRecord } from './record.ts';

/** Namespace of what outlives a visit: sites, cabins and devices keep their identifier from one visit to the next. */
const LASTING = '794ab609-fc75-5f61-963c-e3a683b22203';

/** What the handover needs from outside: it has neither a clock nor cryptography. */
export interface HandoverTools {
  readonly sha1: Sha1;
  /** When the handover is made: the time from which the values are available to others. */
  readonly now: Instant;
}

/** Everything that the resources of one handover share. */
export interface HandoverContext {
  readonly record: VisitRecord;
  readonly now: string;
  readonly sha1: Sha1;
  /** Reference to the resource of this name; the same name gives the same reference. */
  readonly to: (name: string) => Required<Pick<Reference, 'reference'>>;
  /** Identifier of something that outlives the visit, from everything that tells it from others of its kind. */
  readonly lasting: (...parts: readonly string[]) => Identifier;
}

export const createContext = (record: VisitRecord, { sha1, now }: HandoverTools): HandoverContext => {
  const visit = record.visitId.toLowerCase();
  const references = new Map<string, { readonly reference: string }>();
  return {
    record,
    now: fhirInstant(now),
    sha1,
    to: (name) => {
      const known = references.get(name);
      if (known !== undefined) return known;
      const made = { reference: `urn:uuid:${nameBasedUuid(sha1, visit, name)}` };
      references.set(name, made);
      return made;
    },
    // A simulated visit has places and devices of its own: those of real visits must never be the ones marked as test data.
    lasting: (...parts) =>
      uuidIdentifier(nameBasedUuid(sha1, LASTING, JSON.stringify([record.simulation, ...parts]))),
  };
};

const uuidIdentifier = (uuid: string): Identifier => ({ system: URI_SYSTEM, value: `urn:uuid:${uuid}` });

/** The identifier that says the same as a reference inside the bundle; it stays when the server has given the resource its own id. */
export const identifierOf = ({ reference }: { readonly reference: string }): Identifier => ({
  system: URI_SYSTEM,
  value: reference,
});

/** A conditional create by this identifier: sent twice, the resource exists once. */
export const ifNoneExist = ({ system, value }: Identifier): string => `identifier=${system}|${value}`;

/** Names of the resources of a visit, which their ids are made from. */
export const NAMES = {
  visit: 'visit',
  bundle: 'bundle',
  patient: 'patient',
  assistant: 'assistant',
  assistantRole: 'assistant-role',
  physician: 'physician',
  physicianRole: 'physician-role',
  organization: 'organization',
  location: 'location',
  gateway: 'gateway',
} as const;

/** Test data, never to be taken for a patient's (HL7 v3 ActReason; Personal Health Device guide for simulated devices). */
export const TEST_DATA: Coding = { system: ACT_REASON, code: 'HTEST', display: 'test health data' };

export const testDataMeta = (isTest: boolean): { readonly meta?: Meta } =>
  isTest ? { meta: { security: [TEST_DATA] } } : {};

/** Whether a reading comes from a simulated device, itself or through what it was computed from. */
export const isSimulated = (reading: Reading, readings: readonly Reading[]): boolean =>
  reading.origin === 'simulator' ||
  (reading.derivedFrom ?? []).some((id) =>
    readings.some((source) => source.id === id && isSimulated(source, readings)),
  );

/** The visit's period. The end is left out when the wall clock was set back in between: a period never ends before it starts. */
export const visitPeriod = ({ startedAt, endedAt }: VisitRecord): Period =>
  Date.parse(endedAt) < Date.parse(startedAt)
    ? { start: fhirInstant(startedAt) }
    : { start: fhirInstant(startedAt), end: fhirInstant(endedAt) };
