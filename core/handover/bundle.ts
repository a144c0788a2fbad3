import { MEASURES } from '../vitals/kinds.ts';
import { toConsents } from './consents.ts';
import {
  createContext,
  type HandoverContext,
  type HandoverTools,
  identifierOf,
  ifNoneExist,
  NAMES,
  testDataMeta,
} from './context.ts';
import { gatewayIdentifier, toDevice, toGateway, usedDevices } from './devices.ts';
import { toDocuments } from './documents.ts';
import { toEncounter } from './encounter.ts';
import { toExamTasks } from './exam-tasks.ts';
import type { Identifier } from './fhir/datatypes.ts';
import type { BundleEntry, Resource, TransactionBundle } from './fhir/resources.ts';
import { observationsOf } from './observations/of-reading.ts';
import { toSkipped } from './observations/skipped.ts';
import { toPatient } from './patient.ts';
import { cabinIdentifier, siteIdentifier, toLocation, toOrganization } from './place.ts';
import {
  assistantNames,
  assistantsOf,
  physicianName,
  physiciansOf,
  rppsIdentifier,
  toAssistant,
  toAssistantRole,
  toPhysician,
  toPhysicianRole,
} from './practitioners.ts';
import { toProvenance } from './provenance.ts';
import { toQuestionnaireResponses } from './questionnaires.ts';
import type { VisitRecord } from './record.ts';
import { toTasks } from './tasks.ts';

interface Named {
  readonly name: string;
  readonly resource: Resource;
  /** The server may already hold this resource under this identifier. */
  readonly unless?: Identifier;
}

const places = (context: HandoverContext): readonly Named[] => [
  { name: NAMES.organization, resource: toOrganization(context), unless: siteIdentifier(context) },
  { name: NAMES.location, resource: toLocation(context), unless: cabinIdentifier(context) },
];

const physicians = (context: HandoverContext): readonly Named[] =>
  physiciansOf(context.record).flatMap((card) => {
    const name = physicianName(card, context);
    const resource = toPhysician(card, context);
    return [
      // The physician of a simulated visit is test data: never joined to the real one of the same number.
      { name, resource, ...(context.record.simulation ? {} : { unless: rppsIdentifier(card) }) },
      {
        name: name === NAMES.physician ? NAMES.physicianRole : `${NAMES.physicianRole}/${card.rpps}`,
        resource: toPhysicianRole(card, context),
      },
    ];
  });

const people = (context: HandoverContext): readonly Named[] => [
  { name: NAMES.patient, resource: toPatient(context), unless: identifierOf(context.to(NAMES.patient)) },
  ...physicians(context),
  ...assistantsOf(context.record).flatMap((assistant) => {
    const { person, role } = assistantNames(assistant, context);
    return [
      { name: person, resource: toAssistant(assistant, context) },
      { name: role, resource: toAssistantRole(assistant, context) },
    ];
  }),
];

const devices = (context: HandoverContext): readonly Named[] => [
  { name: NAMES.gateway, resource: toGateway(context), unless: gatewayIdentifier(context) },
  ...usedDevices(context).map((device) => ({ ...toDevice(device, context), unless: device.identifier })),
];

const skipped = (context: HandoverContext): readonly Named[] => {
  const { skipped: reasons } = context.record;
  return MEASURES.flatMap((measure) => {
    const reason = reasons[measure];
    return reason === undefined ? [] : [toSkipped({ measure, reason }, context)];
  });
};

const provenances = (context: HandoverContext): readonly Named[] =>
  context.record.readings.flatMap((reading) => {
    const resource = toProvenance(reading, context);
    return resource === undefined ? [] : [{ name: `provenance/${reading.id}`, resource }];
  });

const toEntry = ({ name, resource, unless }: Named, { to }: HandoverContext): BundleEntry => ({
  fullUrl: to(name).reference,
  resource,
  request: {
    method: 'POST',
    url: resource.resourceType,
    ...(unless === undefined ? {} : { ifNoneExist: ifNoneExist(unless) }),
  },
});

/**
 * The handover of a finished visit: a FHIR R4 transaction whose references all resolve inside it.
 * The same record and the same tools give the same bundle, byte for byte. docs/handover.md explains each resource.
 */
export const toTransactionBundle = (record: VisitRecord, tools: HandoverTools): TransactionBundle => {
  const context = createContext(record, tools);
  const resources: readonly Named[] = [
    ...places(context),
    ...people(context),
    { name: NAMES.visit, resource: toEncounter(context) },
    ...devices(context),
    ...record.readings.flatMap((reading) => observationsOf(reading, context)),
    ...skipped(context),
    ...provenances(context),
    ...toTasks(context),
    ...toExamTasks(context),
    ...toConsents(context),
    ...toQuestionnaireResponses(context),
    ...toDocuments(context),
  ];
  return {
    resourceType: 'Bundle',
    ...testDataMeta(record.simulation),
    identifier: identifierOf(context.to(NAMES.bundle)),
    type: 'transaction',
    timestamp: context.now,
    entry: resources.map((named) => toEntry(named, context)),
  };
};
