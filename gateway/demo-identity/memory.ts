import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock, Milliseconds } from '#core/time.ts';

/** More than this is no demonstration. */
const MOST_ENTRIES = 2_000;

/** Storage of the provider, in memory: a demonstration keeps nothing. Returns what makes the storage of one model. */
export const createMemory = (clock: Clock): ((model: string) => Adapter) => {
  const entries = new Map<string, { readonly payload: AdapterPayload; readonly untilMs: Milliseconds }>();
  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry && entry.untilMs > clock.monotonic()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const findWhere = (
    model: string,
    fits: (payload: AdapterPayload) => boolean,
  ): AdapterPayload | undefined => {
    for (const key of [...entries.keys()]) {
      const payload = key.startsWith(`${model}:`) ? find(key) : undefined;
      if (payload && fits(payload)) return payload;
    }
    return undefined;
  };
  return (model) => ({
    upsert: async (id, payload, seconds) => {
      entries.set(`${model}:${id}`, {
        payload,
        untilMs: clock.monotonic() + (seconds ?? Number.POSITIVE_INFINITY) * 1_000,
      });
      const [oldest] = entries.keys();
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
    find: async (id) => find(`${model}:${id}`),
    findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere(model, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = find(`${model}:${id}`);
      if (payload) payload['consumed'] = Math.floor(Date.parse(clock.now()) / 1_000);
    },
    destroy: async (id) => void entries.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
};
