import type { Instant } from '#core/time.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { SkipReason } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';

/** Where the physician's last request of one measure stands. */
export type RequestState =
  | { readonly state: 'none' }
  /** Pressed here; the cabin has not answered yet. */
  | { readonly state: 'sending' }
  | { readonly state: 'asked'; readonly askedAt: Instant }
  | { readonly state: 'accepted'; readonly askedAt: Instant }
  | { readonly state: 'measuring' }
  | { readonly state: 'done'; readonly askedAt: Instant }
  | { readonly state: 'declined'; readonly reason: SkipReason }
  | { readonly state: 'unavailable' }
  /** The consultation is closed: nothing is asked for any more. */
  | { readonly state: 'closed' };

/** State of the key of one measure. `sending` holds the measures whose request is on its way. */
export const requestState = (
  measure: Measure,
  projection: PhysicianProjection,
  sending: ReadonlySet<Measure>,
): RequestState => {
  if (projection.stage === 'goodbye') return { state: 'closed' };
  const last = projection.requests.findLast((request) => request.measure === measure);
  const pending = last?.status.status === 'asked' || last?.status.status === 'accepted';
  if (projection.capturing === measure) return { state: 'measuring' };
  if (last !== undefined && pending) {
    return { state: last.status.status === 'asked' ? 'asked' : 'accepted', askedAt: last.askedAt };
  }
  if (sending.has(measure)) return { state: 'sending' };
  if (!projection.available.includes(measure)) return { state: 'unavailable' };
  if (last === undefined) return { state: 'none' };
  return last.status.status === 'declined'
    ? { state: 'declined', reason: last.status.reason }
    : { state: 'done', askedAt: last.askedAt };
};

/** Whether pressing the key asks for something: a request that is under way is not asked for twice. */
export const canRequest = ({ state }: RequestState): boolean =>
  state === 'none' || state === 'done' || state === 'declined';
