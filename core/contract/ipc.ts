import * as z from 'zod';
import type { EchoVerdict, ReadingEchoes } from '../call/echo.ts';
import type { CallLevels } from '../call/ledger.ts';
import type { InstrumentRole } from '../instruments/bindings.ts';
import type { MediaReport } from '../opening/check/media-report.ts';
import type { SignIn } from '../opening/duty.ts';
import type { Result } from '../result.ts';
import type { Command } from '../visit/commands.ts';
import type { AssistantView } from '../visit/projections/assistant.ts';
import type { PatientView } from '../visit/projections/patient.ts';
import type { PhysicianProjection } from '../visit/projections/physician.ts';
import type { FrameBatch } from './bench.ts';
import type { PhysicianCommand } from './consultation.ts';
import { usbMarkSchema } from './devices.ts';
import type { Failure } from './error-codes.ts';
import { errorCodeSchema } from './error-codes.ts';
import type { IceServer } from './ice.ts';
import { type PeerRefusal, peerRefusalSchema } from './identity.ts';
import { callEndSchema } from './media-faults.ts';
import { type PresenceBoard, presenceReportSchema } from './presence.ts';
import type { PaperDelivery } from './printing.ts';
import type { CabinCallReport, QualityBoard } from './quality.ts';
import { type CallParty, partySchema, sideMessageSchema } from './side-calls.ts';
import { type Attempt, attemptSchema, type PeerSignal, peerSignalSchema } from './signalling.ts';
import type { TabletBoard, TabletOrder } from './tablet.ts';
import type { TechnicianCommand, TechnicianProjection } from './technician.ts';

/** A projection with its number: each update counts one up; a window that sees a gap asks for the snapshot again. */
export interface Numbered<Projection> {
  readonly sequence: number;
  readonly projection: Projection;
}

/** What main tells the patient window about the call. Only this window talks to the physician's page. */
export type CallEvent =
  /** A physician's claim holds and their page is ready: open a peer for this attempt, and offer. */
  | { readonly type: 'open'; readonly attempt: Attempt; readonly iceServers: readonly IceServer[] }
  /** Fresh credentials of the relay. */
  | { readonly type: 'ice-servers'; readonly iceServers: readonly IceServer[] }
  | { readonly type: 'signal'; readonly attempt: Attempt; readonly signal: PeerSignal }
  /** A description of this attempt was not taken, here or at the other end: no peer comes of it. */
  | { readonly type: 'refused'; readonly attempt: Attempt; readonly code: PeerRefusal }
  /** The physician's page asks for an ICE restart. */
  | { readonly type: 'restart'; readonly attempt: Attempt }
  /** The broker is reached, or not. */
  | { readonly type: 'signalling'; readonly works: boolean }
  /** The machine's network addresses have changed. */
  | { readonly type: 'network-changed' }
  /** The claim is over: close everything, stop camera and microphone. */
  | { readonly type: 'close' };

export const callSignalSchema = z.strictObject({ attempt: attemptSchema, signal: peerSignalSchema });

/** The patient's window takes no peer of this attempt, and why. */
export const attemptRefusalSchema = z.strictObject({ attempt: attemptSchema, code: peerRefusalSchema });
export type AttemptRefusal = z.infer<typeof attemptRefusalSchema>;

/** What a window reports for the record of technical incidents; it holds no patient data. */
export const windowReportSchema = z.strictObject({
  code: errorCodeSchema,
  /** Of a call: where it was found; absent: in the cabin. */
  end: callEndSchema.optional(),
  detail: z.string().max(200).optional(),
});
export type WindowReport = z.infer<typeof windowReportSchema>;

export const deviceChoiceSchema = z.strictObject({ deviceId: z.string().min(1), mark: usbMarkSchema });
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>;

type Unsubscribe = () => void;

interface CommonBridge<View> {
  /** Asks the cabin for something; it may refuse with a code. */
  command(command: Command): Promise<Result<null, Failure>>;
  snapshot(): Promise<Numbered<View>>;
  onUpdate(listener: (update: Numbered<View>) => void): Unsubscribe;
  /** Asks for a MessagePort of the device host; it is posted to the page as `{ channel: 'device-port' }` with the port. Listen first. */
  connectDevices(): void;
  report(report: WindowReport): void;
  /** The line and the call's quality; called at once with what is known, then with every change. */
  onQuality(listener: (board: QualityBoard) => void): Unsubscribe;
}

/** A message of a side call between a window and the main process, and whose it is: the patient's window carries the physician's too. */
export const sideEnvelopeSchema = z.strictObject({ party: partySchema, message: sideMessageSchema });
export type SideEnvelope = z.infer<typeof sideEnvelopeSchema>;

export const presenceEnvelopeSchema = z.strictObject({ party: partySchema, report: presenceReportSchema });
export type PresenceEnvelope = z.infer<typeof presenceEnvelopeSchema>;

/** What a window that takes part in calls besides that of patient and physician needs. */
export interface CompanyBridge {
  /** `party` listens, for the first time or again; the calls that it is to hold are told. */
  openSide(party: CallParty): void;
  sendSide(envelope: SideEnvelope): void;
  onSide(listener: (envelope: SideEnvelope) => void): Unsubscribe;
  /** What this party sends and gets: at each change, and again every two seconds, since silence means nobody. */
  reportPresence(envelope: PresenceEnvelope): void;
  /** Who hears and sees whom; called at once with what is known. */
  onPresence(listener: (board: PresenceBoard) => void): Unsubscribe;
}

/** `window.cabine` in the patient window. */
export interface PatientBridge extends CommonBridge<PatientView>, CompanyBridge {
  readonly role: 'patient';
  /** Says that this window can hold a call, first and after each reload; main answers with `open` if there is one to hold. */
  openCall(): void;
  sendSignal(message: { readonly attempt: Attempt; readonly signal: PeerSignal }): void;
  /** Says why an attempt failed when the other end is not who it should be: main tells the others. */
  refuseAttempt(refusal: AttemptRefusal): void;
  /** Whether the peer connection lives: while it does, the broker's word about the physician's presence ends nothing. */
  callAlive(alive: boolean): void;
  /** What the people get of one another now: at each change, and every few seconds while a call is to be held. */
  callLevels(levels: CallLevels): void;
  /** What the physician's page shows, as it came over the data channel; the main process compares it with the record. */
  echoReadings(echoes: ReadingEchoes): Promise<Result<EchoVerdict, Failure>>;
  /** What is sent and got in the call, for the other windows; undefined outside of one. */
  callQuality(call: CabinCallReport | undefined): void;
  /** Asked to look at camera, microphone and loudspeaker (true), or to stop looking. */
  onLook(listener: (looking: boolean) => void): Unsubscribe;
  mediaReport(report: MediaReport): void;
  /** Instruments of the call that the profile names and that are not plugged in: at first, and at each change. */
  instrumentsMissing(roles: readonly InstrumentRole[]): void;
  onCallEvent(listener: (event: CallEvent) => void): Unsubscribe;
  /** Carries a physician's command, as it came over the data channel, to the main process, which decides. */
  physicianCommand(command: PhysicianCommand): Promise<Result<null, Failure>>;
  /** Hands over the bytes of a paper; this window forgets them. */
  deliverPaper(delivery: PaperDelivery): Promise<Result<null, Failure>>;
  /** The physician's projection to send over the data channel; called at once with the present one, if any. Undefined: none any more. */
  onPhysicianProjection(listener: (update: Numbered<PhysicianProjection> | undefined) => void): Unsubscribe;
}

/** `window.cabine` in the assistant window. */
export interface AssistantBridge extends CommonBridge<AssistantView>, CompanyBridge {
  readonly role: 'assistant';
  /** Which of the candidates the device is. */
  chooseDevice(choice: DeviceChoice): Promise<Result<null, Failure>>;
  /** Takes the duty, or takes it over. */
  signIn(signIn: SignIn): Promise<Result<null, Failure>>;
  signOut(): Promise<Result<null, Failure>>;
  /** Asks a person on a device of their own; what becomes of it is in the projection. */
  confirmSignIn(personId: string): Promise<Result<null, Failure>>;
  stopConfirming(): void;
  /** Looks at the cabin once more; refused with `NOT_NOW` while a visit is on. */
  checkOpening(): Promise<Result<null, Failure>>;
  /** Somebody has looked after the person whose visit was cut off; the cabin can open again. */
  interruptionSeen(): void;
  /** Opens the technician's window, which asks for a code. */
  openTechnician(): void;
  /** The assistant's tablets; called at once with what is known. */
  onTablets(listener: (board: TabletBoard) => void): Unsubscribe;
  /** Pairs a tablet, or ends a pairing; refused with `NOT_SIGNED_IN` while nobody is on duty. */
  orderTablets(order: TabletOrder): Promise<Result<null, Failure>>;
}

/** `window.cabine` in the technician's window. */
export interface TechnicianBridge {
  readonly role: 'technician';
  command(command: TechnicianCommand): Promise<Result<null, Failure>>;
  snapshot(): Promise<Numbered<TechnicianProjection>>;
  onUpdate(listener: (update: Numbered<TechnicianProjection>) => void): Unsubscribe;
  /** Frames of the device that is watched, ten times a second at most. */
  onFrames(listener: (batch: FrameBatch) => void): Unsubscribe;
}
