import type { Failure } from '#core/contract/error-codes.ts';
import type { Bench, TechnicianCommand } from '#core/contract/technician.ts';
import type { Result } from '#core/result.ts';
import type { FrameLog } from './model/frame-log.ts';

/** Asks the cabin for something and tells its answer. */
export type Ask = (command: TechnicianCommand) => Promise<Result<null, Failure>>;

/** What every part of the bench draws from. */
export interface BenchView {
  readonly bench: Bench;
  readonly ask: Ask;
  readonly log: FrameLog;
}
