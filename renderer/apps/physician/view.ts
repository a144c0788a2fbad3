import type { Rung } from '#core/call/ladder/rungs.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import type { CallMedia, CallSnapshot } from '#renderer/call/call-snapshot.ts';
import type { PhysicianCompany } from '#renderer/call/company/physician-company.ts';
import type { PhysicianInstruments } from '#renderer/call/instruments/physician-instruments.ts';
import type { AgedFeedback } from '#renderer/call/live-receiver.ts';
import type { MediaKind } from '#renderer/call/media.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import type { WaveFeed } from '#renderer/ui/wave/wave-canvas.tsx';
import type { Consultation, ConsultationState } from './consultation.ts';

/** Camera, microphone and the live curve of the call, as the page uses them. */
export interface CallControls extends Pick<CallMedia, 'attachLocal' | 'attachRemote'> {
  readonly startMedia: () => void;
  readonly stopMedia: () => void;
  /** Closes or opens one of both. */
  readonly turnMedia: (kind: MediaKind, on: boolean) => void;
  readonly wave: WaveFeed;
  /** The physician's choice of what is sent, each way; undefined: the line decides. */
  readonly chooseRung: (way: 'incoming' | 'outgoing', rung: Rung | undefined) => void;
}

/** Whether notes and decision stand as they are: the consultation is closed, or the cabin has been asked to close it. */
export const isSettled = ({ visit, state }: Pick<ConsultationView, 'visit' | 'state'>): boolean =>
  visit.stage === 'goodbye' || state.closing;

/** Everything that the consultation is drawn from. */
export interface ConsultationView {
  readonly visit: PhysicianProjection;
  readonly physician: PhysicianCard;
  readonly state: ConsultationState;
  readonly actions: Omit<Consultation, 'store' | 'follow'>;
  readonly call: CallSnapshot;
  /** Why page and cabin do not understand one another. */
  readonly failure: Failure | undefined;
  /** The failure was read. */
  readonly onDismiss: () => void;
  /** False while the broker cannot be reached. */
  readonly gatewayReady: boolean;
  readonly feedback: readonly AgedFeedback[];
  /** How late the live curve is drawn, in milliseconds; undefined while there is none. */
  readonly waveDelayMs: number | undefined;
  /** Which readings are proven to be the cabin's own, and which must not be shown. */
  readonly agreement: Agreement;
  /** How far the cabin's clock is ahead of this page's, in milliseconds. */
  readonly skewMs: number;
  readonly controls: CallControls;
  readonly instruments: PhysicianInstruments;
  /** Assistant and guest in the call. */
  readonly company: PhysicianCompany;
  /** Gives the claim back, or leaves a consultation that is closed. */
  readonly onRelease: () => void;
}
