import type { StoreApi } from 'zustand/vanilla';
import type { LineMeasure } from '#core/call/line-test.ts';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { WaveBlock } from '#core/contract/live.ts';
import type { Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { IceKeeper } from '#gateway/client/ice-keeper.ts';
import type { PhysicianDesk } from '#gateway/client/physician-desk.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { Bulk } from './bulk/bulk.ts';
import type { ReceivedItem } from './bulk/bulk-receiver.ts';
import type { CreateCallPeer } from './call-peer.ts';
import type { CallSession } from './call-session-types.ts';
import type { CallMedia, CallSnapshot, Stop } from './call-snapshot.ts';
import type { PhysicianCompany } from './company/physician-company.ts';
import type { AgedFeedback } from './live-receiver.ts';
import type { DeviceWatch } from './local-media.ts';
import type { GetUserMedia } from './media.ts';
import type { OpenPictureTaker } from './stills/picture-taker.ts';
import type { SoundSink } from './video-outlets.ts';
import type { Agreement } from './visit-receiver.ts';

export interface PhysicianCallSnapshot {
  readonly call: CallSnapshot;
  /** The visit as the cabin last told it; kept while the call recovers (show `call.state`), forgotten when the claim ends. */
  readonly projection: PhysicianProjection | undefined;
  /** Which readings of `projection` the cabin has confirmed to be its own, and which must not be shown. */
  readonly agreement: Agreement;
  /** Live values and states not older than may be shown, each with its age; renewed four times a second. */
  readonly feedback: readonly AgedFeedback[];
  /** How late the live curve is drawn, the line's own quickest way not counted; undefined while there is none. */
  readonly waveDelayMs: Milliseconds | undefined;
  /** How far the cabin's wall clock, which stamps the readings, is ahead of this page's. */
  readonly skewMs: Milliseconds;
  /** Commands that the cabin has not answered yet. */
  readonly unanswered: number;
  /** PROTOCOL_VERSION: this page must be loaded again. The others: the cabin said something that this page did not take. */
  readonly failure: Failure | undefined;
}

export interface PhysicianCallOptions {
  readonly desk: PhysicianDesk;
  readonly ice: Pick<IceKeeper, 'servers' | 'onChange' | 'renew'>;
  /** From the test of the page's own line; undefined when there was none. */
  readonly line?: () => LineMeasure | undefined;
  readonly createPeer: CreateCallPeer;
  /** Proves who this page is, and finds out who the cabin is. */
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly getUserMedia: GetUserMedia;
  readonly devices: DeviceWatch;
  /** Where voices are played; absent: where the system plays everything. */
  readonly sink?: SoundSink;
  readonly openPictureTaker: OpenPictureTaker;
  readonly clock: Clock;
  /** 8 to 64 characters, never the same twice: `crypto.randomUUID`. */
  readonly newId: () => string;
}

/** The physician's side of the call; it follows the desk's claim by itself: held opens it, ended or given back closes it. */
export interface PhysicianCall extends Omit<CallMedia, 'sendMedia'> {
  readonly store: StoreApi<PhysicianCallSnapshot>;
  /** Asks the cabin for something; resolves with its answer, over any number of reconnections. CALL_LOST when the claim ended before. */
  command(command: PhysicianCommand): Promise<Result<null, Failure>>;
  /** What is coming, and how far. */
  readonly bulk: Pick<Bulk, 'store' | 'send' | 'withdraw'>;
  /** Every still or clip, once it is whole; also what was taken before this page was loaded again. */
  onItem(listener: (received: ReceivedItem) => void): Stop;
  readonly onRemoteStreams: CallSession['onRemoteStreams'];
  /** Assistant and guest, while they take part. */
  readonly company: PhysicianCompany;
  /** The live curve at a constant delay, in order, in short pieces; a jump in `sequence` is a gap. */
  onWave(listener: (block: WaveBlock) => void): Stop;
  /** Opens camera and microphone; they are sent as soon as the patient has acknowledged the card, and never before. */
  startMedia(): Promise<void>;
  /** See `CallSession.chooseRung`. */
  readonly chooseRung: CallSession['chooseRung'];
  /** The failure was read; a page of another version stays one that must be loaded again. */
  dismissFailure(): void;
  /** The machine's addresses have changed: every call of the page finds its path anew. */
  networkChanged(): void;
  close(): void;
}
