import { totalOf } from '../call/ledger.ts';
import { type Failure, failure } from '../contract/error-codes.ts';
import type { ExamRecord, PaperRecord, VisitRecord } from '../handover/record.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import { guestStays } from './company/company.ts';
import { wasHeldBack } from './examination/examination.ts';
import { papersStep } from './papers/papers.ts';
import { assistantOf, type Visit } from './visit.ts';
import type { Site } from './words.ts';

interface RecordFacts {
  readonly site: Site;
  readonly simulation: boolean;
  readonly softwareVersion: string;
  readonly now: Instant;
}

const askedBy = ({ askers }: Visit, requestId: string): Pick<ExamRecord, 'askedBy'> => {
  const physician = askers[requestId];
  return physician === undefined ? {} : { askedBy: physician };
};

const examRecords = (visit: Visit): ExamRecord[] =>
  visit.examination.requests.map((request) => {
    const { requestId, target, askedAt, status, instrument } = request;
    const kept = visit.examination.items.filter(
      (item) => item.requestId === requestId && item.state.state === 'delivered',
    );
    return {
      target,
      askedAt,
      status,
      ...(instrument?.state === 'live' && { device: instrument.device }),
      simulated: instrument?.state === 'live' && instrument.simulated,
      ...(wasHeldBack(request) && { heldBack: true }),
      kept: kept.length,
      ...askedBy(visit, requestId),
    };
  });

/** Papers are in the record once it is known what became of each: with the closing it leaves, and once more when the last one is settled. */
const paperRecords = ({ papers }: Visit): PaperRecord[] =>
  papers.list.map(({ paperId: _id, name: _name, byteLength: _length, ...paper }) => paper);

/** What leaves the cabin of a visit whose consultation is closed; refused (`HANDOVER_FAILED`) while it is not. */
export const toVisitRecord = (visit: Visit, facts: RecordFacts): Result<VisitRecord, Failure> => {
  const { identity, reason, startedAt, closing } = visit;
  const assistant = assistantOf(visit);
  if (
    identity === undefined ||
    reason === undefined ||
    startedAt === undefined ||
    closing === undefined ||
    assistant === undefined
  ) {
    return fail(failure('HANDOVER_FAILED', 'the consultation is not closed'));
  }
  const guests = guestStays(visit.company, facts.now);
  const { id, cabinId, name, kind, addressLines } = facts.site;
  return ok({
    visitId: visit.visitId,
    startedAt,
    endedAt: facts.now,
    simulation: facts.simulation,
    softwareVersion: facts.softwareVersion,
    site: { id, cabinId, name, kind, addressLines },
    assistant,
    ...(visit.assistants.length < 2
      ? {}
      : { earlierAssistants: visit.assistants.slice(0, -1).map((one) => one.assistant) }),
    physician: closing.card,
    identity,
    ...(Object.keys(visit.particulars).length === 0 ? {} : { particulars: visit.particulars }),
    consents: visit.consents,
    ...(visit.consentsGivenAt === undefined ? {} : { consentsGivenAt: visit.consentsGivenAt }),
    reason,
    redFlags: [...visit.redFlags],
    readings: [...visit.readings],
    skipped: { ...visit.skipped },
    requests: visit.requests.map((request) => ({ ...request, ...askedBy(visit, request.requestId) })),
    ...(visit.examination.requests.length === 0 ? {} : { exams: examRecords(visit) }),
    ...(visit.emergencies.length === 0 ? {} : { emergencies: [...visit.emergencies] }),
    ...(visit.privateTalks.length === 0 ? {} : { privateTalks: [...visit.privateTalks] }),
    ...(visit.pathway === undefined ? {} : { pathway: visit.pathway }),
    ...(visit.exclusions.length === 0
      ? {}
      : { exclusions: visit.exclusions.map(({ weighed: _weighed, ...noted }) => noted) }),
    report: closing.report,
    advice: closing.advice,
    ...(closing.orientation === undefined ? {} : { orientation: closing.orientation }),
    ...(closing.sickLeave === undefined ? {} : { sickLeave: closing.sickLeave }),
    ...(closing.incidentRemark === undefined ? {} : { incidentRemark: closing.incidentRemark }),
    notes: visit.notes,
    ...(visit.notesSavedAt === undefined ? {} : { notesSavedAt: visit.notesSavedAt }),
    ...(visit.earlier.length === 0 ? {} : { earlier: visit.earlier.map(({ part }) => part) }),
    ...(visit.interruptions.length === 0
      ? {}
      : { interruptions: visit.interruptions.map(({ interruption }) => interruption) }),
    ...(guests.length === 0 ? {} : { guests: [...guests] }),
    ...(visit.missedEquipment.length === 0 ? {} : { missingEquipment: [...visit.missedEquipment] }),
    ...(visit.papers.list.length === 0 || papersStep(visit.papers) !== 'over'
      ? {}
      : { papers: paperRecords(visit) }),
    incidents: [...visit.incidents],
    ...(totalOf(visit.ledger.outgoing) === 0 ? {} : { ledger: visit.ledger }),
  });
};
