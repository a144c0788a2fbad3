import type { Failure } from '../../contract/error-codes.ts';
import type { ClosedReason } from '../../opening/opening.ts';
import type { Result } from '../../result.ts';
import type { Instant, Milliseconds } from '../../time.ts';
import type { EventBody } from '../events.ts';
import type { Assistant, Role } from '../words.ts';

/** What a decision may depend on besides the visit: time, a source of ids, and who stands beside the patient. */
export interface DecisionContext {
  readonly now: Instant;
  /** Monotonic, in milliseconds of the visit's clock. */
  readonly nowMs: Milliseconds;
  readonly newId: () => string;
  /** Role of the person who asks. */
  readonly by: Role;
  /** Who is on duty beside the patient; undefined while nobody is signed in. */
  readonly assistant: Assistant | undefined;
  /** Why no visit can begin besides that. */
  readonly closed?: ClosedReason | undefined;
}

/** What follows from a command: events, in order, or a refusal with its code. */
export type Decision = Result<readonly EventBody[], Failure>;
