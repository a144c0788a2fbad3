import type { StoreApi } from 'zustand/vanilla';
import type { Failure } from '#core/contract/error-codes.ts';
import type { DeviceChoice } from '#core/contract/ipc.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { TabletBoard, TabletOrder } from '#core/contract/tablet.ts';
import type { SignIn } from '#core/opening/duty.ts';
import type { Result } from '#core/result.ts';
import type { Command } from '#core/visit/commands.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { AssistantCompany } from '#renderer/call/company/assistant-company.ts';
import type { WaveFeed } from '#renderer/ui/wave/wave-canvas.tsx';

/** Asks the cabin for something and tells its answer. */
export type Ask = (command: Command) => Promise<Result<null, Failure>>;

/** What comes straight from the devices during a capture: a curve, and the newest feedback of it while it may still be shown. */
export interface LiveCapture {
  readonly wave: WaveFeed;
  readonly feedback: CaptureFeedback | undefined;
}

/** Keys that stay on the cabin's own screen. */
export interface OwnKeys {
  /** Opens the technician's window, which asks for a code. */
  readonly openTechnician: () => void;
  readonly tablets: StoreApi<TabletBoard>;
  readonly orderTablets: (order: TabletOrder) => Promise<Result<null, Failure>>;
}

/** What the assistant may do to the cabin itself, besides the visit. */
export interface CabinKeys {
  readonly chooseDevice: (choice: DeviceChoice) => Promise<Result<null, Failure>>;
  /** Takes the duty, or takes it over. */
  readonly signIn: (signIn: SignIn) => Promise<Result<null, Failure>>;
  readonly signOut: () => Promise<Result<null, Failure>>;
  /** Asks a person on a device of their own instead of their code; stops asking. */
  readonly confirmSignIn: (personId: string) => Promise<Result<null, Failure>>;
  readonly stopConfirming: () => void;
  /** Looks at the cabin once more, while nobody is in. */
  readonly checkOpening: () => Promise<Result<null, Failure>>;
  readonly interruptionSeen: () => void;
  /** What the cabin's own window alone may do; absent on a tablet. */
  readonly own?: OwnKeys;
}

/** What every part of this window draws from. */
export interface CabinView {
  readonly visit: AssistantProjection;
  readonly ask: Ask;
  readonly live: LiveCapture;
  readonly keys: CabinKeys;
  /** 8 to 64 characters, never the same twice. */
  readonly newId: () => string;
  /** This window's part in the call. */
  readonly part: AssistantCompany;
  /** What the line bears, before the call and in it. */
  readonly quality: QualityBoard;
}
