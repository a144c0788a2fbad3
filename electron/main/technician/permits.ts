import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { TechnicianCommand } from '#core/contract/technician.ts';

/** What decides whether something may be done now. */
export interface Moment {
  readonly open: boolean;
  /** Somebody is in the cabin. */
  readonly visitOn: boolean;
  /** No real device: nobody who sits in the cabin is a patient. */
  readonly onlySimulated: boolean;
}

/** What takes devices away, or adds some, or plays with them: never while a patient may be measured. */
const DISTURBING: ReadonlySet<TechnicianCommand['type']> = new Set([
  'start-simulator',
  'seat-patient',
  'stop-simulator',
  'replay-recording',
  'replay-file',
  'run-self-test',
]);
/** Harmless where every device is simulated: a visit is then a trial, and faults are what it is for. */
const TRIAL: ReadonlySet<TechnicianCommand['type']> = new Set(['switch-fault', 'mend', 'play-printer']);

/** Why a command is refused now: `NOT_ALLOWED` while the bench is locked, `NOT_NOW` while a visit is on. */
export const refusal = (
  type: TechnicianCommand['type'],
  { open, visitOn, onlySimulated }: Moment,
): Failure | undefined => {
  if (type === 'unlock') return undefined;
  if (!open) return failure('NOT_ALLOWED', 'locked');
  const disturbs = DISTURBING.has(type) || (TRIAL.has(type) && !onlySimulated);
  return visitOn && disturbs ? failure('NOT_NOW', 'visit') : undefined;
};
