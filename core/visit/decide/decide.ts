import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import { decideAttendance, doubtAttendance, worksWhileAway } from '../attendance/decide-attendance.ts';
import type { CabinCommand } from '../cabin-commands.ts';
import { COMMAND_ROLES, type Command, type CommandType } from '../commands.ts';
import { decideCompany, decideCompanyNews } from '../company/decide-company.ts';
import { changeConsent, giveConsents } from '../consents/decide-consents.ts';
import { writeMessage } from '../conversation/decide-message.ts';
import { decideEmergency } from '../emergency/decide-emergency.ts';
import { decideExam } from '../examination/decide-exam.ts';
import {
  answerAbsence,
  answerLine,
  askAboutAbsence,
  askAboutLine,
  loseClaim,
  noteLineRecovered,
  notePhysicianPresence,
} from '../interruption/decide-interruption.ts';
import { decidePaperNews, decidePapers } from '../papers/decide-papers.ts';
import { decidePrivacy } from '../privacy/decide-privacy.ts';
import { isPrivate } from '../privacy/privacy.ts';
import { decideRelevance } from '../relevance/decide-relevance.ts';
import type { Visit } from '../visit.ts';
import type { Role } from '../words.ts';
import * as calls from './calls.ts';
import * as capture from './capture.ts';
import * as consultation from './consultation.ts';
import type { Decision, DecisionContext } from './context.ts';
import * as deliver from './deliver.ts';
import { noteEchoes } from './echoes.ts';
import { enterReading } from './enter-reading.ts';
import * as journey from './journey.ts';

/** What still works while the visit is paused. */
const DURING_PAUSE: readonly CommandType[] = [
  'resume',
  'leave',
  'ask-help',
  'acknowledge-help',
  'raise-emergency',
  'acknowledge-emergency',
  'retract-emergency',
  'close-emergency',
  'give-sign',
  'note-departure',
  'choose-language',
  'save-notes',
  'enter-identity',
  'note-particulars',
  'report-exam-item',
  'leave-call',
  'decline-guest',
  'end-guest',
  'write-message',
  'note-exclusion',
  'withdraw-exclusion',
  'report-instrument',
  'send-paper',
  'take-back-paper',
  'ask-return',
  'let-return',
  'keep-private',
  'acknowledge-return',
];

/** What the assistant's window takes from anybody: an emergency and a call for help wait for no code. */
const WITHOUT_SIGN_IN: readonly CommandType[] = [
  'raise-emergency',
  'acknowledge-emergency',
  'note-emergency-call',
  'acknowledge-help',
];
/** Whether the assistant's screen takes this command from anybody, whoever holds it. */
export const worksWithoutSignIn = (type: CommandType): boolean => WITHOUT_SIGN_IN.includes(type);

/** What the assistant's blind screen still does while patient and physician are alone. */
const OUT_OF_THE_ROOM: readonly CommandType[] = [
  'ask-return',
  'acknowledge-help',
  'raise-emergency',
  'acknowledge-emergency',
  'note-emergency-call',
];
/** What needs the assistant's hands, or would show on their screen what they are not to see. */
const NOT_ALONE: readonly CommandType[] = [
  'start-capture',
  'restart-capture',
  'request-measure',
  'request-exam',
];
const worksInPrivate = (type: CommandType, by: Role): boolean =>
  by === 'assistant' ? OUT_OF_THE_ROOM.includes(type) : !NOT_ALONE.includes(type);

/** A pause never stands between anybody and an emergency, the physician's way to it included. */
const worksDuringPause = (command: Command): boolean =>
  DURING_PAUSE.includes(command.type) ||
  (command.type === 'choose-pathway' && command.pathway === 'emergency');

/**
 * Decides on a person's command: the events that follow, or a refusal (`NOT_ALLOWED` for another role's command, `NO_VISIT` after the
 * end, `NOT_SIGNED_IN` for the assistant's while nobody is on duty, `NOT_NOW` when the moment is wrong). Pure.
 */
export const decide = (visit: Visit, command: Command, context: DecisionContext): Decision => {
  if (!COMMAND_ROLES[command.type].includes(context.by)) return fail(failure('NOT_ALLOWED', command.type));
  if (visit.ended !== undefined) return fail(failure('NO_VISIT'));
  if (context.by === 'assistant' && context.assistant === undefined && !worksWithoutSignIn(command.type))
    return fail(failure('NOT_SIGNED_IN', command.type));
  if (context.by === 'patient' && visit.attendance?.state === 'away' && !worksWhileAway(command.type))
    return fail(failure('NOT_NOW'));
  if (visit.paused && !worksDuringPause(command)) return fail(failure('NOT_NOW'));
  if (isPrivate(visit.privacy) && !worksInPrivate(command.type, context.by))
    return fail(failure('PRIVATE_TALK', command.type));
  switch (command.type) {
    case 'start-visit':
      return journey.startVisit(visit, context);
    case 'choose-language':
      return ok(
        visit.language === command.language ? [] : [{ type: 'language-chosen', language: command.language }],
      );
    case 'answer-red-flags':
      return journey.answerRedFlags(visit, command);
    case 'acknowledge-capabilities':
      return journey.acknowledgeCapabilities(visit);
    case 'enter-identity':
      return journey.enterIdentity(visit, command, context);
    case 'note-particulars':
      return journey.noteParticulars(visit, command, context);
    case 'give-consents':
      return giveConsents(visit, command.consents);
    case 'change-consent':
      return changeConsent(visit, command);
    case 'give-reason':
      return journey.giveReason(visit, command, context);
    case 'go-back':
      return journey.goBack(visit);
    case 'start-capture':
      return capture.startCapture(visit, command.measure, context);
    case 'restart-capture':
      return capture.restartCapture(visit, command.measure, context);
    case 'stop-capture':
      return capture.stopCapture(visit, command.captureId);
    case 'skip-capture':
      return capture.skipCapture(visit, command.measure, command.reason);
    case 'shorten-rest':
      return capture.shortenRest(visit, command.reason);
    case 'restart-rest':
      return capture.restartRest(visit, command.cause, context.nowMs);
    case 'note-cuff':
      return capture.noteCuff(visit, command.setting);
    case 'enter-reading':
      return enterReading(visit, command, context);
    case 'finish-measures':
      return journey.finishMeasures(visit);
    case 'acknowledge-physician':
      return consultation.acknowledgePhysician(visit);
    case 'ask-help':
      return calls.askHelp(visit);
    case 'acknowledge-help':
      return calls.acknowledgeHelp(visit);
    case 'raise-emergency':
    case 'acknowledge-emergency':
    case 'note-emergency-call':
    case 'retract-emergency':
    case 'close-emergency':
      return decideEmergency(visit, command);
    case 'give-sign':
    case 'note-departure':
      return decideAttendance(visit, command, context);
    case 'pause':
      return journey.pause(visit);
    case 'resume':
      return journey.resume(visit);
    case 'leave':
      return journey.leave(visit);
    case 'finish-visit':
      return journey.finishVisit(visit);
    case 'retry-handover':
      return consultation.retryHandover(visit);
    case 'accept-task':
      return consultation.acceptTask(visit, command.requestId, context);
    case 'decline-task':
      return consultation.declineTask(visit, command.requestId, command.reason);
    case 'request-measure':
      return consultation.requestMeasure(visit, command);
    case 'request-exam':
    case 'accept-exam':
    case 'decline-exam':
    case 'correct-exam-place':
    case 'finish-exam':
    case 'take-exam-item':
    case 'discard-exam-item':
    case 'report-exam-item':
    case 'report-instrument':
    case 'choose-instrument':
      return decideExam(visit, command);
    case 'join-call':
    case 'leave-call':
    case 'invite-guest':
    case 'accept-guest':
    case 'decline-guest':
    case 'end-guest':
      return decideCompany(visit, command, context);
    case 'ask-private-talk':
    case 'withdraw-private-talk':
    case 'decline-private-talk':
    case 'start-private-talk':
    case 'ask-return':
    case 'let-return':
    case 'keep-private':
    case 'acknowledge-return':
      return decidePrivacy(visit, command, context);
    case 'send-paper':
    case 'take-back-paper':
    case 'confirm-presence':
    case 'retry-paper':
    case 'reprint-paper':
    case 'settle-paper':
    case 'take-papers':
    case 'remove-papers':
      return decidePapers(visit, command, context);
    case 'write-message':
      return writeMessage(visit, command, context.by);
    case 'answer-absence':
      return answerAbsence(visit, command);
    case 'answer-line':
      return answerLine(visit, command);
    case 'choose-pathway':
    case 'note-exclusion':
    case 'withdraw-exclusion':
      return decideRelevance(visit, command, context);
    case 'save-notes':
      return consultation.saveNotes(visit, command.text);
    case 'close-consultation':
      return consultation.closeConsultation(visit, command);
    default:
      return assertNever(command);
  }
};

/** Decides on what the cabin itself brings. Late answers of devices are refused, never attributed to somebody else. */
export const decideForCabin = (visit: Visit, command: CabinCommand, context: DecisionContext): Decision => {
  if (visit.ended !== undefined) return fail(failure('NO_VISIT'));
  switch (command.type) {
    case 'deliver-reading':
      return deliver.deliverReading(visit, command, context);
    case 'fail-capture':
      return deliver.failCapture(visit, command);
    case 'relieve-assistant':
      return journey.relieveAssistant(visit, command.assistant);
    case 'escalate-help':
      return calls.escalateHelp(visit, context.nowMs);
    case 'doubt-attendance':
      return doubtAttendance(visit, command.to);
    case 'end-rest':
      return capture.endRest(visit, command.captureId);
    case 'grant-claim':
      return consultation.grantClaim(visit, command);
    case 'lose-claim':
      return loseClaim(visit, command.cause);
    case 'note-physician-presence':
      return notePhysicianPresence(visit, command.away);
    case 'ask-about-absence':
      return askAboutAbsence(visit);
    case 'ask-about-line':
      return askAboutLine(visit);
    case 'note-line-recovered':
      return noteLineRecovered(visit);
    case 'note-missing-equipment':
      return consultation.noteMissingEquipment(visit, command.missing);
    case 'note-spell':
      return consultation.noteSpell(visit, command);
    case 'note-echoes':
      return noteEchoes(visit, command.readings);
    case 'note-guest-arrived':
    case 'note-guest-left':
    case 'expire-guest':
      return decideCompanyNews(visit, command);
    case 'note-paper-arrived':
    case 'refuse-paper':
    case 'note-paper-printed':
    case 'note-paper-failed':
      return decidePaperNews(visit, command, context);
    case 'handover-written':
      return visit.handover.state === 'writing' ? ok([{ type: 'handover-written' }]) : ok([]);
    case 'handover-failed':
      return visit.handover.state === 'writing'
        ? ok([{ type: 'handover-failed', code: command.code }])
        : ok([]);
    case 'note-incident':
      return visit.stage === 'welcome' ? ok([]) : ok([{ ...command, type: 'incident' }]);
    default:
      return assertNever(command);
  }
};
