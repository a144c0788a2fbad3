import { type IceAccess, type IceServer, iceAccessSchema } from '#core/contract/ice.ts';
import type { Clock } from '#core/time.ts';
import type { Fetch, SessionKeeper } from './session-keeper.ts';

/** Fresh access is asked for after this part of its life. */
const RENEW_AFTER = 2 / 3;
const RETRY_MS = 15_000;

/** What helps one page to find a path to the cabin, with credentials that are always fresh. */
export interface IceKeeper {
  /** None before the first answer of the gateway. */
  servers(): readonly IceServer[];
  /** Called with each renewal, the first answer included. */
  onChange(listener: (servers: readonly IceServer[]) => void): () => void;
  /** The relay refused what we have: asks for other credentials now. */
  renew(): void;
  close(): void;
}

export interface IceKeeperOptions {
  readonly fetch: Fetch;
  readonly keeper: Pick<SessionKeeper, 'session' | 'renew'>;
  readonly clock: Clock;
}

/** Asks the gateway at once, and again well before what it gave expires, until closed. */
export const keepIceServers = ({ fetch, keeper, clock }: IceKeeperOptions): IceKeeper => {
  const listeners = new Set<(servers: readonly IceServer[]) => void>();
  let servers: readonly IceServer[] = [];
  let round = 0;
  let cancel = (): void => {};

  const ask = async (token: string): Promise<IceAccess | 'expired' | undefined> => {
    try {
      const response = await fetch('/relay', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      if (response.status === 401) return 'expired';
      return response.ok ? iceAccessSchema.safeParse(await response.json()).data : undefined;
    } catch {
      return undefined;
    }
  };

  const askWithSession = async (): Promise<IceAccess | undefined> => {
    const first = await ask(keeper.session().token);
    if (first !== 'expired') return first;
    const renewed = await keeper.renew();
    const second = renewed.ok ? await ask(renewed.value.token) : undefined;
    return second === 'expired' ? undefined : second;
  };

  const renew = async (): Promise<void> => {
    cancel();
    round += 1;
    const mine = round;
    const access = await askWithSession();
    if (mine !== round) return;
    cancel = clock.after(access ? access.expiresIn * 1_000 * RENEW_AFTER : RETRY_MS, () => void renew());
    if (!access) return;
    servers = access.iceServers;
    for (const listener of listeners) listener(servers);
  };

  void renew();
  return {
    servers: () => servers,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renew: () => void renew(),
    close: () => {
      round += 1;
      cancel();
    },
  };
};
