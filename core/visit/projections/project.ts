import { canMeasure, type DeviceStatus } from '../../contract/devices.ts';
import { ageInYears } from '../../identity/identity.ts';
import {
  INSTRUMENT_ROLES,
  type InstrumentBindings,
  type InstrumentRole,
} from '../../instruments/bindings.ts';
import type { OpeningCheckView } from '../../opening/check/findings.ts';
import type { Confirmation } from '../../opening/confirmation.ts';
import type { Candidate, CodeTries } from '../../opening/duty.ts';
import { type Equipment, missingEquipment } from '../../opening/equipment.ts';
import type { ClosedReason } from '../../opening/opening.ts';
import type { Instant } from '../../time.ts';
import type { Alert } from '../../vitals/alert-table.ts';
import { isMeasure, type Measure } from '../../vitals/kinds.ts';
import { latestNoted } from '../../vitals/noted.ts';
import { type AlertTable, alertTableOf, toConfirm, unusualOf } from '../alerts/alerts.ts';
import { attendanceForAssistant, attendanceForPhysician, blanked } from '../attendance/project-attendance.ts';
import type { GuestLinkView } from '../company/company.ts';
import { messagesFor } from '../conversation/conversation.ts';
import type { Emergency } from '../emergency/emergency.ts';
import { currentExam } from '../examination/examination.ts';
import { papersForAssistant, papersForPatient } from '../papers/paper-views.ts';
import { isPrivate, type Privacy } from '../privacy/privacy.ts';
import { proofLineOf } from '../proof/proof-line.ts';
import { assistantOf, type Visit } from '../visit.ts';
import type { Assistant, Site } from '../words.ts';
import type { AssistantProjection, AssistantView } from './assistant.ts';
import type { BlindAssistant, LockedAssistant } from './closed.ts';
import type { PatientProjection, PatientView } from './patient.ts';
import type { PhysicianProjection } from './physician.ts';
import { captureView, helpView, measureViews, openRequest, type ProjectionTime } from './project-shared.ts';

/** What the cabin knows besides the visit: where it stands, who is there, how its parts do. */
export interface CabinFacts {
  readonly site: Site;
  /** Who is on duty; undefined while nobody is signed in. */
  readonly assistant: Assistant | undefined;
  /** When the visit began that the cabin was cut off in, until somebody has taken note. */
  readonly interruptedVisit?: Instant | undefined;
  readonly candidates: readonly Candidate[];
  readonly tries: CodeTries;
  /** Somebody is asked on a device of their own, or was in vain. */
  readonly confirmation?: Confirmation | undefined;
  readonly demoCodes?: Readonly<Record<string, string>>;
  readonly simulation: boolean;
  readonly devices: readonly DeviceStatus[];
  readonly instruments: InstrumentBindings;
  /** Of those, what is not plugged in. */
  readonly missingRoles?: readonly InstrumentRole[];
  /** The check before opening, the last one. */
  readonly opening?: OpeningCheckView | undefined;
  readonly deviceHostReady: boolean;
  readonly gatewayReady: boolean;
  /** The link of the guest who is invited, while nobody has used it. */
  readonly guestLink: GuestLinkView | undefined;
  /** Usual wait for a physician, in minutes. */
  readonly usualWait: { readonly fromMinutes: number; readonly toMinutes: number };
  /** Calendar date of today, ISO. */
  readonly today: string;
}

/** Earlier physicians whose notes go to the page: with the longest notes they still fit one message. */
const EARLIER_SHOWN = 4;

const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [Name in Key]?: Value } => (value === undefined ? {} : ({ [key]: value } as { [Name in Key]: Value }));

/** What a device of the cabin can measure now. */
export const availableMeasures = (facts: CabinFacts): Measure[] =>
  facts.devices
    .filter(({ state }) => canMeasure(state))
    .flatMap(({ measures }) => measures.filter(isMeasure));

/** What the site has to hear and see with; a cabin that is all simulation plays every instrument. */
export const availableInstruments = ({
  instruments,
  simulation,
}: Pick<CabinFacts, 'instruments' | 'simulation'>): InstrumentRole[] =>
  INSTRUMENT_ROLES.filter((role) => simulation || instruments[role] !== undefined);

/** What this place must have and has not now. */
export const lackingEquipment = (
  facts: Pick<CabinFacts, 'site' | 'devices' | 'instruments' | 'simulation' | 'missingRoles'>,
): Equipment[] =>
  missingEquipment(
    facts.site,
    facts.devices,
    availableInstruments(facts).filter((role) => facts.missingRoles?.includes(role) !== true),
  );

const age = (visit: Visit, facts: CabinFacts) =>
  visit.identity === undefined ? undefined : ageInYears(visit.identity.birthDate, facts.today);

/** Who is beside the patient: of a visit whoever began or took it over, else whoever is on duty. */
const beside = (visit: Visit, facts: CabinFacts): Assistant | undefined =>
  assistantOf(visit) ?? facts.assistant;

const reasonOf = ({ assistant, interruptedVisit }: CabinFacts): ClosedReason | undefined => {
  if (interruptedVisit !== undefined) return 'visit-interrupted';
  return assistant === undefined ? 'nobody-on-duty' : undefined;
};

/** Why nobody can begin a visit. One that has begun goes on. */
const closedReason = (visit: Visit, facts: CabinFacts): ClosedReason | undefined =>
  visit.stage === 'welcome' ? reasonOf(facts) : undefined;

const closedShape = (visit: Visit, facts: CabinFacts) => ({
  epoch: visit.epoch,
  simulation: facts.simulation,
  language: visit.language,
  site: facts.site,
  ...optional('emergency', visit.emergency),
  ...optional('help', helpView(visit.help)),
  ...optional('interruptedVisit', facts.interruptedVisit),
});

/** What the values of the visit ask for. */
const alertsOf = (visit: Visit, { today }: CabinFacts): readonly [AlertTable, Alert[]] => {
  const table = alertTableOf(visit, today);
  return [table, unusualOf(visit, table)];
};

/** The patient reads that help is called, never a value as its cause. */
const withoutAlerts = (emergency: Emergency | undefined): Emergency | undefined => {
  if (emergency === undefined) return undefined;
  const { alerts: _alerts, ...told } = emergency;
  return told;
};

/** What the visit and the cabin look like from the patient's chair. */
export const projectForPatient = (whole: Visit, facts: CabinFacts, time: ProjectionTime): PatientView => {
  const visit = blanked(whole);
  const available = availableMeasures(facts);
  const assistant = beside(visit, facts);
  const reason = closedReason(visit, facts);
  if (assistant === undefined || reason !== undefined)
    return { access: 'closed', ...closedShape(visit, facts), reason: reason ?? 'nobody-on-duty' };
  return {
    access: 'open',
    stage: visit.stage,
    epoch: visit.epoch,
    simulation: facts.simulation,
    language: visit.language,
    site: facts.site,
    assistant,
    paused: visit.paused,
    ...optional('attendance', visit.attendance?.state),
    redFlags: [...visit.redFlags],
    ...optional('emergency', withoutAlerts(visit.emergency)),
    ...optional('help', helpView(visit.help)),
    ...optional(
      'identity',
      visit.identity && {
        familyName: visit.identity.familyName,
        givenName: visit.identity.givenName,
        birthDate: visit.identity.birthDate,
      },
    ),
    consents: visit.consents,
    ...optional('reason', visit.reason),
    measures: measureViews(visit),
    noted: latestNoted(visit.readings),
    toRepeat: toConfirm(...alertsOf(visit, facts)),
    ...optional('capture', captureView(visit, time)),
    ...optional(
      'wait',
      visit.ticket && {
        ...facts.usualWait,
        waitedMs: Math.max(0, time.nowMs - visit.ticket.sinceMs) / time.clockRate,
      },
    ),
    ...optional('physician', visit.claim?.card ?? visit.closing?.card),
    ...optional('absence', visit.claim?.absence),
    ...optional('weakLine', weakLineOf(visit)),
    ...optional('interruption', openInterruption(visit)),
    ...optional('request', openRequest(visit)),
    ...optional('exam', currentExam(visit.examination)),
    company: visit.company,
    ...optional('privacy', visit.privacy),
    messages: [...messagesFor('patient', visit.conversation)],
    instruments: facts.instruments,
    ...optional('closing', closingView(visit)),
    ...optional('papers', visit.closing && papersForPatient(visit.papers)),
    unavailable: measureViews(visit)
      .map(({ measure }) => measure)
      .filter((measure) => !available.includes(measure)),
  };
};

/** Of a consultation that is closed nothing is asked. */
const weakLineOf = ({ stage, weakLine }: Visit) => (stage === 'call' ? weakLine : undefined);

/** The consultation that broke off, until a physician has taken the patient. */
const openInterruption = ({ claim, closing, interruptions }: Visit) =>
  claim === undefined && closing === undefined ? interruptions.at(-1)?.interruption : undefined;

const closingView = (visit: Visit): PatientProjection['closing'] => {
  if (visit.closing === undefined || visit.handover.state === 'none') return undefined;
  return {
    advice: visit.closing.advice,
    ...optional('pathway', visit.pathway),
    ...optional('orientation', visit.closing.orientation),
    handover: visit.handover,
  };
};

const closingForAssistant = ({ closing, pathway }: Visit): AssistantProjection['closing'] =>
  closing === undefined || pathway === undefined
    ? undefined
    : { pathway, ...optional('orientation', closing.orientation) };

const seenReadings = ({ echoes }: Visit): AssistantProjection['seen'] =>
  Object.fromEntries(
    Object.entries(echoes).flatMap(([id, echo]) => (echo.state === 'seen' ? [[id, echo.at]] : [])),
  );

const blindView = (
  visit: Visit,
  { simulation, site }: CabinFacts,
  assistant: Assistant,
  privacy: Extract<Privacy, { state: 'alone' | 'return-asked' }>,
): BlindAssistant => ({
  access: 'private',
  epoch: visit.epoch,
  simulation,
  language: visit.language,
  site,
  assistant,
  ...optional('help', helpView(visit.help)),
  since: privacy.since,
  ...optional('returnAskedAt', privacy.state === 'return-asked' ? privacy.at : undefined),
});

/** The assistant's screen before somebody has typed their code on it: nothing of a visit that may be going on, values included. */
export const projectLocked = (visit: Visit, facts: CabinFacts): LockedAssistant => ({
  access: 'locked',
  ...closedShape(visit, facts),
  ...optional('emergency', withoutAlerts(visit.emergency)),
  candidates: [...facts.candidates],
  tries: facts.tries,
  ...optional('confirmation', facts.confirmation),
  ...optional('demoCodes', facts.demoCodes),
  devices: [...facts.devices],
});

/** What the assistant sees at a glance. */
export const projectForAssistant = (visit: Visit, facts: CabinFacts, time: ProjectionTime): AssistantView => {
  const assistant = beside(visit, facts);
  const candidates = [...facts.candidates];
  if (assistant === undefined) return projectLocked(visit, facts);
  if (isPrivate(visit.privacy)) return blindView(visit, facts, assistant, visit.privacy);
  const [alertTable, unusual] = alertsOf(visit, facts);
  return {
    access: 'open',
    stage: visit.stage,
    epoch: visit.epoch,
    simulation: facts.simulation,
    language: visit.language,
    site: facts.site,
    assistant,
    ...optional('interruptedVisit', facts.interruptedVisit),
    candidates,
    tries: facts.tries,
    ...optional('confirmation', facts.confirmation),
    ...optional('demoCodes', facts.demoCodes),
    ...optional('startedAt', visit.startedAt),
    paused: visit.paused,
    redFlags: [...visit.redFlags],
    ...optional('emergency', visit.emergency),
    ...optional('help', helpView(visit.help)),
    ...attendanceForAssistant(visit, facts.today),
    ...optional('lastHelp', helpView(visit.lastHelp)),
    ...optional('identity', visit.identity),
    ...optional('ageYears', age(visit, facts)),
    particulars: visit.particulars,
    consents: visit.consents,
    ...optional('reason', visit.reason),
    measures: measureViews(visit),
    noted: latestNoted(visit.readings),
    alertTable,
    unusual,
    seen: seenReadings(visit),
    ...optional('cuff', visit.cuff),
    ...optional('capture', captureView(visit, time)),
    requests: [...visit.requests],
    examination: visit.examination,
    company: visit.company,
    ...optional('privacy', visit.privacy),
    ...optional('guestLink', facts.guestLink),
    messages: [...messagesFor('assistant', visit.conversation)],
    ...optional('physician', visit.claim?.card),
    ...optional('absence', visit.claim?.absence),
    ...optional('weakLine', weakLineOf(visit)),
    ...optional('interruption', openInterruption(visit)),
    devices: [...facts.devices],
    missingEquipment: lackingEquipment(facts),
    ...optional('opening', visit.stage === 'welcome' ? facts.opening : undefined),
    deviceHostReady: facts.deviceHostReady,
    gatewayReady: facts.gatewayReady,
    exclusions: [...visit.exclusions],
    ...optional('closing', closingForAssistant(visit)),
    papers: papersForAssistant(visit.papers),
    ...optional('proof', proofLineOf(visit, facts)),
    handover: visit.handover,
    incidents: [...visit.incidents],
  };
};

/** The pre-brief and the consultation. Undefined unless a claim holds and there is something to say of the patient. */
export const projectForPhysician = (visit: Visit, facts: CabinFacts): PhysicianProjection | undefined => {
  const assistant = beside(visit, facts);
  if (
    visit.claim === undefined ||
    visit.identity === undefined ||
    visit.reason === undefined ||
    assistant === undefined
  )
    return undefined;
  const [alertTable, unusual] = alertsOf(visit, facts);
  return {
    stage: visit.stage,
    epoch: visit.epoch,
    simulation: facts.simulation,
    language: visit.language,
    site: {
      name: facts.site.name,
      kind: facts.site.kind,
      cabinId: facts.site.cabinId,
      emergencyLine: facts.site.emergencyLine,
      addressLines: facts.site.addressLines,
      ...optional('telephone', facts.site.telephone),
    },
    assistant,
    identity: visit.identity,
    identityLevel: 'provisional',
    ...optional('ageYears', age(visit, facts)),
    particulars: visit.particulars,
    consents: visit.consents,
    reason: visit.reason,
    redFlags: [...visit.redFlags],
    ...optional('emergency', visit.emergency),
    ...optional('help', visit.help?.step === 'physician-told' ? helpView(visit.help) : undefined),
    ...attendanceForPhysician(visit),
    paused: visit.paused,
    cardAcknowledged: visit.claim.acknowledged,
    measures: measureViews(visit),
    alertTable,
    unusual,
    readings: [...visit.readings],
    ...optional('capturing', visit.capture?.phase.phase === 'measuring' ? visit.capture.measure : undefined),
    requests: [...visit.requests],
    examination: visit.examination,
    company: visit.company,
    ...optional('privacy', visit.privacy),
    ...optional('guestLink', facts.guestLink),
    messages: [...messagesFor('physician', visit.conversation)],
    available: availableMeasures(facts),
    instruments: availableInstruments(facts),
    missingEquipment: lackingEquipment(facts),
    ...optional('pathway', visit.pathway),
    exclusions: [...visit.exclusions],
    notes: visit.notes,
    ...optional('notesSavedAt', visit.notesSavedAt),
    earlier: visit.earlier.slice(-EARLIER_SHOWN).map(({ part }) => part),
    ...optional('weakLine', weakLineOf(visit)),
    interruptions: visit.interruptions.slice(-EARLIER_SHOWN).map(({ interruption }) => interruption),
    papers: visit.papers,
    ledger: visit.ledger,
    incidents: [...visit.incidents],
    handover: visit.handover.state,
  };
};
