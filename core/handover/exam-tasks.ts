import { assertNever } from '../result.ts';
import type { ExamTarget } from '../visit/examination/targets.ts';
import { bodySiteConcept, bodySiteWords } from './body-sites.ts';
import { type HandoverContext, identifierOf, NAMES, testDataMeta } from './context.ts';
import type { Task } from './fhir/resources.ts';
import { CABINE_WORDS } from './fhir/systems.ts';
import { fhirInstant, fhirText } from './fhir/text.ts';
import { requesterOf } from './practitioners.ts';
import type { ExamRecord } from './record.ts';
import { POINT_WORDS, SKIP_WORDS } from './wording.ts';

const whatOf = (target: ExamTarget): string =>
  target.instrument === 'stethoscope'
    ? `Ausculter : ${POINT_WORDS[target.point]}`
    : `Regarder à la caméra : ${bodySiteWords(target)}`;

/** A Task has no body site of its own (R4): what a camera is to show is told as its input. */
const siteOf = (target: ExamTarget): Pick<Task, 'input'> =>
  target.instrument === 'stethoscope'
    ? {}
    : { input: [{ type: { text: 'Site anatomique' }, valueCodeableConcept: bodySiteConcept(target) }] };

/** Neither live nor recorded: nothing of it was heard. */
const isUnheard = ({ heldBack, kept }: ExamRecord): boolean => heldBack === true && kept === 0;

const outcomeOf = (exam: ExamRecord): Pick<Task, 'status' | 'statusReason'> => {
  const { status, device } = exam;
  switch (status.status) {
    case 'done':
      if (isUnheard(exam))
        return { status: 'cancelled', statusReason: { text: 'La ligne n’a pas porté le son en direct.' } };
      // Accepted, and no instrument ever came on: nothing was examined.
      return device === undefined
        ? { status: 'cancelled', statusReason: { text: 'L’instrument n’a pas pu être mis en marche.' } }
        : { status: 'completed' };
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
      return {
        status: 'cancelled',
        statusReason: { text: 'La visite s’est terminée avant l’examen demandé.' },
      };
    default:
      return assertNever(status);
  }
};

/** What was seen or heard stays with the physician's report: the record says that it was, on what, and that nothing of it is kept. */
const noteOf = (exam: ExamRecord): string | undefined => {
  const { target, device, simulated, heldBack, kept } = exam;
  if (device === undefined || isUnheard(exam)) return undefined;
  const isSound = target.instrument === 'stethoscope';
  const listened = heldBack ? 'Écouté en différé par le médecin' : 'Écouté en direct par le médecin';
  const lived = isSound ? listened : 'Vu en direct par le médecin';
  const items = isSound
    ? `sons gardés pendant la visite : ${kept}`
    : `images prises pendant la visite : ${kept}`;
  const gone = isSound ? 'Aucun son n’est conservé.' : 'Aucune image n’est conservée.';
  return fhirText(`${lived} (${device}${simulated ? ', appareil simulé' : ''}), ${items}. ${gone}`);
};

const toExamTask = (exam: ExamRecord, name: string, context: HandoverContext): Task => {
  const { record, to } = context;
  const note = noteOf(exam);
  return {
    resourceType: 'Task',
    ...testDataMeta(record.simulation),
    identifier: [identifierOf(to(name))],
    ...outcomeOf(exam),
    intent: 'order',
    code: { text: whatOf(exam.target) },
    for: to(NAMES.patient),
    encounter: to(NAMES.visit),
    authoredOn: fhirInstant(exam.askedAt),
    ...requesterOf(exam, context),
    owner: to(NAMES.assistant),
    ...siteOf(exam.target),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
  };
};

/** What the physician asked to hear and to see, each with what became of it. No picture, no sound. */
export const toExamTasks = (
  context: HandoverContext,
): readonly { readonly name: string; readonly resource: Task }[] =>
  (context.record.exams ?? []).map((exam, index) => {
    const name = `exam/${index}`;
    return { name, resource: toExamTask(exam, name, context) };
  });
