import { tableOffReason } from '../../vitals/alert-subject.ts';
import { isPrivate } from '../privacy/privacy.ts';
import { assistantOf, isCapturing, type Visit } from '../visit.ts';
import type { Ending } from '../words.ts';
import { type Step, TODAY } from './played-visit.ts';

/** That a value which started an emergency was one of an adult known not to be pregnant, and was measured twice. */
const isOverConfirmedValues = ({ identity, particulars, readings, emergency }: Visit): boolean =>
  tableOffReason(identity, particulars, TODAY) === undefined &&
  (emergency?.alerts ?? []).some(
    ({ key, values }) =>
      new Set(values.map(({ readingId }) => readingId)).size === 2 &&
      values.every(({ readingId, value }) =>
        readings.some(({ id, values: read }) => id === readingId && read[key]?.value === value),
      ),
  );

const inDanger = ({ emergency, emergencies }: Visit): boolean =>
  emergency !== undefined || emergencies.some(({ ending }) => ending.ending === 'handed-over');
const hasBegun = ({ claim, interruptions }: Visit): boolean =>
  claim?.acknowledged === true || interruptions.length > 0;

const isClosedEnding = (ended: Ending | undefined): boolean => ended === 'completed' || ended === 'in-person';

const ENDING_CONDITIONS: Readonly<Record<Ending, (visit: Visit) => boolean>> = {
  completed: ({ closing, handover, pathway }) =>
    closing !== undefined && handover.state === 'written' && pathway !== 'in-person',
  'in-person': ({ closing, handover, pathway }) =>
    closing?.orientation !== undefined && handover.state === 'written' && pathway === 'in-person',
  emergency: inDanger,
  'consent-withdrawn': (visit) => !inDanger(visit) && !visit.consents.teleconsultation,
  interrupted: (visit) => !inDanger(visit) && visit.consents.teleconsultation && hasBegun(visit),
  abandoned: (visit) => !inDanger(visit) && !hasBegun(visit) && visit.closing === undefined,
};

/** What no visit may ever be, whoever asked what in whatever order; each says whether it holds of a step. */
const RULES: Readonly<Record<string, (step: Step) => boolean>> = {
  'a visit has somebody responsible beside the patient from its first step to its last': ({ after }) =>
    after.stage === 'welcome' || assistantOf(after) !== undefined,
  'a consultation has an identity, the consent to it, a physician, and their card was read': ({ after }) =>
    after.stage !== 'call' ||
    (after.identity !== undefined && after.consents.teleconsultation && after.claim?.acknowledged === true),
  'a card is shown only of a physician who holds the visit': ({ after }) =>
    after.stage !== 'physician-card' || after.claim !== undefined,
  'nobody is asked for anything once the consent to the teleconsultation is refused': ({ after }) =>
    after.consents.teleconsultation ||
    !['measures', 'waiting', 'physician-card', 'call'].includes(after.stage),
  'a consultation is closed by the physician who holds it, with a report state': ({
    before,
    after,
    possibility,
  }) =>
    before.closing !== undefined ||
    after.closing === undefined ||
    (possibility.by === 'physician' && before.stage === 'call' && before.claim !== undefined),
  'a consultation is closed with a decision that knows of all that speaks against remote care': ({
    before,
    after,
  }) =>
    before.closing !== undefined ||
    after.closing === undefined ||
    (before.pathway !== undefined && before.exclusions.every(({ weighed }) => weighed)),
  'whoever is to be seen in presence has been told where': ({ after }) =>
    after.closing === undefined ||
    (after.pathway === 'in-person') === (after.closing.orientation !== undefined),
  'no sick leave over the legal length is closed without an answer about its exceptions': ({ after }) => {
    const leave = after.closing?.sickLeave;
    return leave === undefined || leave.days + leave.ongoingDays <= 3 || leave.exception !== undefined;
  },
  'what one noted against remote care is taken back by nobody else': ({ before, after, possibility }) =>
    before.exclusions.every(
      ({ exclusion, by }) =>
        by === possibility.by || after.exclusions.some((noted) => noted.exclusion === exclusion),
    ),
  'what was closed stays as it was closed': ({ before, after }) =>
    before.closing === undefined ||
    (after.closing === before.closing &&
      after.pathway === before.pathway &&
      after.exclusions === before.exclusions &&
      after.notes === before.notes &&
      after.readings === before.readings),
  'a completed visit has been closed, and its record has left the cabin': ({ after }) =>
    !isClosedEnding(after.ended) || (after.closing !== undefined && after.handover.state === 'written'),
  'the record of a closed consultation is never left behind': ({ after }) =>
    after.ended === undefined || isClosedEnding(after.ended) || after.closing === undefined,
  'each ending has its own conditions': ({ before, after }) =>
    before.ended !== undefined || after.ended === undefined || ENDING_CONDITIONS[after.ended](after),
  'who has withdrawn their agreement is held by no physician and waits for none': ({ after }) =>
    after.stage !== 'declined' || (after.claim === undefined && after.ticket === undefined),
  'a visit that is over takes nothing more': ({ before, events }) =>
    before.ended === undefined || events.length === 0,
  'what is refused changes nothing': ({ refusal, before, after }) =>
    refusal === undefined || after === before,
  'before a blank screen nobody changes the visit but the assistant, the physician and the cabin': ({
    before,
    events,
    possibility,
  }) =>
    before.attendance?.state !== 'away' ||
    possibility.by !== 'patient' ||
    events.every(({ type }) =>
      ['help-asked', 'emergency-raised', 'emergency-retracted', 'language-chosen'].includes(type),
    ),
  'nobody is taken for gone who was not asked and looked for, nor beside a human or in an emergency': ({
    before,
    after,
  }) =>
    after.attendance?.state !== 'away' ||
    before.attendance?.state === 'away' ||
    (before.attendance?.state === 'alerted' && before.emergency === undefined && !isCapturing(before)),
  'no device is in use in a pause, nor in an emergency': ({ after }) =>
    !isCapturing(after) || (!after.paused && after.emergency === undefined),
  'nobody is out of sight in an emergency': ({ after }) => after.emergency === undefined || !after.paused,
  'no consultation is closed over an emergency, and nobody is handed over without being said to whom': ({
    after,
  }) =>
    after.closing === undefined ||
    after.emergencies.every(({ ending }) => ending.ending !== 'handed-over' || ending.to !== ''),
  'what was noted of an emergency stays': ({ before, after, possibility }) =>
    possibility.command.type === 'start-visit' ||
    before.emergencies.every((emergency, index) => after.emergencies[index] === emergency),
  'values alone start an emergency only of an adult who is not pregnant, and never unconfirmed': ({
    before,
    after,
  }) =>
    after.emergency?.raisedBy !== 'alert-table' ||
    before.emergency !== undefined ||
    isOverConfirmedValues(after),
  'an emergency can always be raised, by anybody': ({ possibility, before, after }) =>
    possibility.command.type !== 'raise-emergency' ||
    before.ended !== undefined ||
    after.emergency !== undefined,
  'the patient can always leave, and takes no closed consultation along': ({ possibility, before, after }) =>
    possibility.command.type !== 'leave' ||
    before.closing !== undefined ||
    possibility.by === 'physician' ||
    // Whoever is out of the room asks to come back first.
    (possibility.by === 'assistant' && isPrivate(before.privacy)) ||
    before.stage === 'welcome' ||
    before.ended !== undefined ||
    after.ended !== undefined,
  'a reading is never changed or lost': ({ before, after }) =>
    before.readings.every((reading, index) => after.readings[index] === reading),
  'a reading belongs to this visit': ({ after }) =>
    after.readings.every(({ id }) => id.startsWith(`visit${after.epoch}-`)),
  'incidents are only ever added': ({ before, after }) =>
    before.incidents.every((incident, index) => after.incidents[index] === incident),
  'patient and assistant give up a physician only after they were asked': ({ before, after, possibility }) =>
    possibility.command.type !== 'answer-absence' ||
    before.claim === undefined ||
    after.claim !== undefined ||
    !['not-asked', undefined].includes(before.claim.absence?.answer),
  'a physician gives nobody back for the line without having been asked, nor in an emergency': ({
    before,
    after,
    possibility,
  }) =>
    possibility.command.type !== 'answer-line' ||
    before.claim === undefined ||
    after.claim !== undefined ||
    (before.weakLine !== undefined && before.emergency === undefined),
  'what is asked about a line is asked of a consultation': ({ after }) =>
    after.weakLine === undefined || after.claim !== undefined,
  'a consultation that had begun goes back to the queue with whom it was, and loses nothing else': ({
    before,
    after,
  }) =>
    before.stage !== 'call' ||
    after.stage !== 'waiting' ||
    (after.interruptions.at(-1)?.physicianId === before.claim?.physicianId &&
      after.interruptions.length === before.interruptions.length + 1 &&
      after.ticket === before.ticket &&
      after.identity === before.identity &&
      after.reason === before.reason),
  'nobody is alone with the physician but in a consultation, and not in an emergency': ({ after }) =>
    !isPrivate(after.privacy) || (after.stage === 'call' && after.emergency === undefined),
  'a talk alone ends with a word to the patient, and stays in the record': ({ before, after, possibility }) =>
    !isPrivate(before.privacy) ||
    isPrivate(after.privacy) ||
    (after.privateTalks.length === before.privateTalks.length + 1 &&
      (after.privacy?.state === 'over' || possibility.by === 'patient')),
  'the assistant comes back by a yes of patient or physician, or because somebody needs help': ({
    before,
    after,
    possibility,
  }) =>
    !isPrivate(before.privacy) ||
    isPrivate(after.privacy) ||
    possibility.by !== 'assistant' ||
    before.help !== undefined ||
    after.emergency !== undefined,
  'nothing is measured or looked at while patient and physician are alone': ({ after }) =>
    !isPrivate(after.privacy) || !isCapturing(after),
  'no paper is printed before the consultation is closed and somebody has said that the patient is there': ({
    after,
  }) =>
    after.papers.list.every(
      ({ state }) => !['printing', 'printed', 'failed'].includes(state.state) || after.closing !== undefined,
    ) &&
    (after.papers.presence !== undefined ||
      after.papers.list.every(({ state }) => !['printing', 'printed', 'failed'].includes(state.state))),
  'no paper of a physician who has gone before closing is printed': ({ before, after }) =>
    before.claim === undefined ||
    after.claim !== undefined ||
    after.closing !== undefined ||
    after.papers.list.every(
      ({ state }) => !['on-the-way', 'arrived', 'failed', 'printing'].includes(state.state),
    ),
  'a paper is printed once more once at most, with a reason and by whom': ({ before, after }) =>
    after.papers.list.every(({ paperId, state, reprint }) => {
      const was = before.papers.list.find((paper) => paper.paperId === paperId);
      if (was?.reprint !== undefined && was.reprint !== reprint) return false;
      return was?.state.state !== 'printed' || state.state !== 'printing' || reprint !== undefined;
    }),
  'what was taken back or refused is never printed': ({ before, after }) =>
    before.papers.list.every(
      ({ paperId, state }) =>
        !['taken-back', 'refused', 'dropped', 'settled'].includes(state.state) ||
        after.papers.list.find((paper) => paper.paperId === paperId)?.state === state,
    ),
  'a closed visit ends with every paper in the hands of the patient, taken out of the tray, or settled by somebody':
    ({ after }) =>
      !isClosedEnding(after.ended) ||
      (after.papers.list.every(
        ({ state }) => !['on-the-way', 'arrived', 'printing', 'failed'].includes(state.state),
      ) &&
        (after.papers.tray !== undefined ||
          after.papers.list.every(({ state }) => state.state !== 'printed'))),
  'no consultation is closed over a paper that is on its way': ({ before, after }) =>
    before.closing !== undefined ||
    after.closing === undefined ||
    after.papers.list.every(({ state }) => state.state !== 'on-the-way'),
  'a guest is let in by the patient alone': ({ before, after, possibility }) => {
    const present = (visit: Visit) =>
      visit.company.guests.filter(({ state }) => state.state === 'present').length;
    return present(after) <= present(before) || possibility.by === 'patient';
  },
};

/** The rules that a step breaks. */
export const brokenBy = (step: Step): readonly string[] =>
  Object.entries(RULES).flatMap(([rule, holds]) => (holds(step) ? [] : [rule]));
