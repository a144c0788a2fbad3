import { EMPTY_LEDGER, type Ledger } from '../call/ledger.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import { type Consents, NO_CONSENTS } from '../identity/consents.ts';
import type { Identity } from '../identity/identity.ts';
import { NO_PARTICULARS, type Particulars } from '../identity/particulars.ts';
import type { Equipment } from '../opening/equipment.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { RestBreak } from '../vitals/capture-plan.ts';
import type { CuffSetting } from '../vitals/cuff.ts';
import type { Measure } from '../vitals/kinds.ts';
import type { Reading } from '../vitals/reading.ts';
import type { Attendance } from './attendance/attendance.ts';
import type { CaptureId } from './capture-id.ts';
import type { ClosingWords } from './closing/closing.ts';
import { type Company, NO_COMPANY } from './company/company.ts';
import { type Conversation, NO_CONVERSATION } from './conversation/conversation.ts';
import type { EarlierPart } from './earlier-part.ts';
import type { ClosedEmergency, Emergency } from './emergency/emergency.ts';
import { type Examination, NO_EXAMINATION } from './examination/examination.ts';
import type { Incident } from './incident.ts';
import type { Absence, Interruption, WeakLine } from './interruption/interruption.ts';
import { NO_PAPERS, type Papers } from './papers/papers.ts';
import type { Privacy, PrivateTalk } from './privacy/privacy.ts';
import type { WeighedExclusion } from './relevance/exclusions.ts';
import type {
  Assistant,
  Ending,
  HelpStep,
  Language,
  Pathway,
  PhysicianCard,
  RedFlag,
  SkipReason,
  Stage,
  VisitReason,
} from './words.ts';

export type CapturePhase =
  | { readonly phase: 'rest'; readonly totalMs: Milliseconds; readonly untilMs: Milliseconds }
  | { readonly phase: 'measuring' }
  | { readonly phase: 'failed'; readonly code: ErrorCode; readonly failures: number }
  | { readonly phase: 'kept'; readonly readingId: string };

/** The guided capture that is on the patient's screen. */
export interface Capture {
  readonly captureId: CaptureId;
  readonly measure: Measure;
  readonly repetitions: number;
  readonly requestId?: string;
  /** Readings kept in this series so far, oldest first. */
  readonly series: readonly Reading[];
  readonly failures: number;
  /** How many times the device was asked within this capture. */
  readonly run: number;
  readonly restShortened?: string;
  /** Why the rest before the next reading began anew. */
  readonly restBreaks: readonly RestBreak[];
  readonly phase: CapturePhase;
}

export interface MeasureRequest {
  readonly requestId: string;
  readonly measure: Measure;
  readonly askedAt: Instant;
  readonly status:
    | { readonly status: 'asked' }
    | { readonly status: 'accepted' }
    | { readonly status: 'done'; readonly readingId: string }
    | { readonly status: 'declined'; readonly reason: SkipReason };
}

export interface Help {
  readonly askedAt: Instant;
  /** The same, in milliseconds of the visit's clock. */
  readonly askedAtMs: Milliseconds;
  readonly step: HelpStep;
  readonly acknowledgedAt?: Instant;
}

export type Handover =
  | { readonly state: 'none' }
  | { readonly state: 'writing' }
  | { readonly state: 'written' }
  | { readonly state: 'failed'; readonly code: ErrorCode };

export interface Claim {
  readonly physicianId: string;
  readonly card: PhysicianCard;
  readonly acknowledged: boolean;
  /** The physician's page cannot be reached at this moment. */
  readonly absence?: Absence;
}

/** What became of a reading on the physician's page. */
export type Echo = { readonly state: 'seen'; readonly at: Instant } | { readonly state: 'differed' };

/** One patient's passage, from the welcome screen to the wipe: what all its events amount to. */
export interface Visit {
  /** Random and opaque; names the record that leaves. */
  readonly visitId: string;
  /** Counts the visits since the cabin started; everything a device yields carries it. */
  readonly epoch: number;
  readonly stage: Stage;
  readonly language: Language;
  readonly startedAt?: Instant;
  /** Who has been on duty beside the patient since the visit began, oldest first; nobody at the welcome screen. */
  readonly assistants: readonly { readonly assistant: Assistant; readonly since: Instant }[];
  readonly endedAt?: Instant;
  readonly ended?: Ending;
  readonly paused: boolean;
  readonly redFlags: readonly RedFlag[];
  readonly emergency?: Emergency;
  /** Those of this visit that are over, oldest first. */
  readonly emergencies: readonly ClosedEmergency[];
  /** There is doubt whether somebody still sits there. */
  readonly attendance?: Attendance;
  readonly help?: Help;
  readonly lastHelp?: Help;
  readonly identity?: Identity;
  readonly particulars: Particulars;
  readonly consents: Consents;
  readonly consentsGivenAt?: Instant;
  readonly reason?: VisitReason;
  /** Since when the patient has been seated, in milliseconds of the visit's clock. */
  readonly seatedSinceMs?: Milliseconds;
  /** When the last blood pressure reading arrived: the next one keeps its distance. */
  readonly lastCuffMs?: Milliseconds;
  /** How the cuff sits, as the assistant noted it. */
  readonly cuff?: CuffSetting;
  readonly capture?: Capture;
  /** How many captures of each measure were started. */
  readonly attempts: Readonly<Partial<Record<Measure, number>>>;
  readonly skipped: Readonly<Partial<Record<Measure, SkipReason>>>;
  readonly readings: readonly Reading[];
  /** How many of them came before the last emergency was over: what they said has been dealt with. */
  readonly alertsFrom: number;
  /** By id of the reading, as the page of the physician who holds the visit last said. */
  readonly echoes: Readonly<Record<string, Echo>>;
  readonly requests: readonly MeasureRequest[];
  /** Who asked, by the id of a request of a measure or an instrument: the physician may be another one by the end. */
  readonly askers: Readonly<Record<string, PhysicianCard>>;
  readonly examination: Examination;
  readonly company: Company;
  readonly conversation: Conversation;
  /** What is to be printed for the patient, without its content. */
  readonly papers: Papers;
  /** A talk of patient and physician alone; absent: the assistant is beside them, and the patient knows. */
  readonly privacy?: Privacy;
  /** Those that are over, oldest first. */
  readonly privateTalks: readonly PrivateTalk[];
  readonly ticket?: { readonly ticketId: string; readonly since: Instant; readonly sinceMs: Milliseconds };
  readonly claim?: Claim;
  /** What the physician was asked about the line of this consultation, until it bears pictures again. */
  readonly weakLine?: WeakLine;
  readonly pathway?: Pathway;
  /** What speaks against remote care, oldest first, each once. */
  readonly exclusions: readonly WeighedExclusion[];
  readonly notes: string;
  readonly notesSavedAt?: Instant;
  /** Of physicians who are no longer on the visit, in the order in which they left. */
  readonly earlier: readonly { readonly physicianId: string; readonly part: EarlierPart }[];
  /** Consultations of this visit that had begun and were not closed, oldest first. */
  readonly interruptions: readonly { readonly physicianId: string; readonly interruption: Interruption }[];
  readonly closing?: ClosingWords & { readonly at: Instant; readonly card: PhysicianCard };
  /** What the place must have and lacked while a physician held the patient, in the order of the list. */
  readonly missedEquipment: readonly Equipment[];
  /** What both people have got of the call so far. */
  readonly ledger: Ledger;
  readonly handover: Handover;
  readonly incidents: readonly Incident[];
}

/** The cabin waiting for somebody: nothing of the visit before is left. */
export const emptyVisit = (visitId: string, epoch: number, language: Language): Visit => ({
  visitId,
  epoch,
  stage: 'welcome',
  language,
  assistants: [],
  paused: false,
  redFlags: [],
  emergencies: [],
  particulars: NO_PARTICULARS,
  consents: NO_CONSENTS,
  attempts: {},
  skipped: {},
  readings: [],
  alertsFrom: 0,
  echoes: {},
  requests: [],
  askers: {},
  examination: NO_EXAMINATION,
  company: NO_COMPANY,
  conversation: NO_CONVERSATION,
  papers: NO_PAPERS,
  privateTalks: [],
  exclusions: [],
  notes: '',
  earlier: [],
  interruptions: [],
  missedEquipment: [],
  ledger: EMPTY_LEDGER,
  handover: { state: 'none' },
  incidents: [],
});

/** The reading to show for a measure: the latest kept one; for a completed series its mean. */
export const readingToShow = (visit: Visit, measure: Measure): Reading | undefined =>
  visit.readings.findLast((reading) => reading.measure === measure);

/** Whether a capture is taking place: its device is in use, or the patient rests for it. */
export const isCapturing = (visit: Visit): boolean =>
  visit.capture?.phase.phase === 'rest' || visit.capture?.phase.phase === 'measuring';

/** Who is beside the patient now. */
export const assistantOf = ({ assistants }: Visit): Assistant | undefined => assistants.at(-1)?.assistant;

/** The name that a reading keeps of them. */
export const assistedBy = (visit: Visit): { readonly assistedBy?: string } => {
  const assistant = assistantOf(visit);
  return assistant === undefined ? {} : { assistedBy: assistant.name };
};
