import { assertNever } from '../result.ts';
import { BLOOD_PRESSURE_PANEL, VALUE_CODES } from '../vitals/codes.ts';
import type { Measure } from '../vitals/kinds.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta } from './context.ts';
import type { CodeableConcept } from './fhir/datatypes.ts';
import type { Task } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import { observationNames } from './observations/common.ts';
import { requesterOf } from './practitioners.ts';
import type { VisitRecord } from './record.ts';
import { SKIP_WORDS } from './wording.ts';

type Request = VisitRecord['requests'][number];

const MEASURE_WORDS: Record<Measure, string> = {
  oximetry: VALUE_CODES.spo2.label,
  'blood-pressure': BLOOD_PRESSURE_PANEL.label,
  'body-weight': VALUE_CODES.weight.label,
};

const unanswered: CodeableConcept = { text: 'La visite s’est terminée avant la mesure demandée.' };

const outcomeOf = (
  { status }: Request,
  context: HandoverContext,
): Pick<Task, 'status' | 'statusReason' | 'output'> => {
  switch (status.status) {
    case 'done': {
      const observations = context.record.readings
        .filter(({ id }) => id === status.readingId)
        .flatMap(observationNames);
      return {
        status: 'completed',
        ...(observations.length === 0
          ? {}
          : {
              output: observations.map((name) => ({
                type: { text: 'Mesure obtenue' },
                valueReference: context.to(name),
              })),
            }),
      };
    }
    case 'declined':
      return {
        status: 'rejected',
        statusReason: {
          coding: [{ system: CABINE_WORDS, code: status.reason }],
          text: SKIP_WORDS[status.reason],
        },
      };
    case 'asked':
    case 'accepted':
      return { status: 'cancelled', statusReason: unanswered };
    default:
      return assertNever(status);
  }
};

const toTask = (request: Request, name: string, context: HandoverContext): Task => {
  const { record, to } = context;
  return {
    resourceType: 'Task',
    ...testDataMeta(record.simulation),
    identifier: [identifierOf(to(name))],
    ...outcomeOf(request, context),
    intent: 'order',
    code: { text: `Mesurer à nouveau : ${MEASURE_WORDS[request.measure]}` },
    for: to(NAMES.patient),
    encounter: to(NAMES.visit),
    authoredOn: fhirInstant(request.askedAt),
    ...requesterOf(request, context),
    owner: to(NAMES.assistant),
  };
};

/** The physician's requests for one more measure, each with what became of it. */
export const toTasks = (
  context: HandoverContext,
): readonly { readonly name: string; readonly resource: Task }[] =>
  context.record.requests.map((request, index) => {
    const name = `request/${index}`;
    return { name, resource: toTask(request, name, context) };
  });
