import type { ValidReading } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import type { SessionContext } from '../../../kit/driver.ts';
import type { Agent, AgentReading } from '../model/agent.ts';
import type { ClockShowed } from './freshness.ts';
import type { Manager } from './manager.ts';
import type { Store } from './store.ts';

/** What a capture works with. */
export interface CaptureTools {
  readonly context: SessionContext;
  readonly agent: Agent;
  readonly manager: Manager;
  readonly store: Store;
  readonly kind: ReadingKind;
  /** What the agent's clock showed when it last described itself. */
  clockShowed(): ClockShowed | undefined;
  /** The reading with who measured it, and with what its agent's battery and clock make of it. */
  signed(reading: ValidReading): ValidReading;
  /** The capture is over. */
  onEnd(): void;
}

/** One capture at work. */
export interface Capture {
  /** The agent is associated: from the beginning, or again. */
  ready(): void;
  take(readings: readonly AgentReading[], raw: Uint8Array): void;
  /** A report may have come damaged. */
  damaged(detail: string): void;
  /** Bytes of no agent came. */
  noise(bytes: Uint8Array): void;
  /** Ends it at once. */
  stop(): void;
  /** The link is gone: nothing more is told. */
  close(): void;
}
