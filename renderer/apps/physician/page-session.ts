import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorCodeSchema, type Failure, failure } from '#core/contract/error-codes.ts';
import { type GatewayConfig, type Session, SIGN_IN_FAILED } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock } from '#core/time.ts';
import { type Fetch, keepSession, renewSession, type SessionKeeper } from '#gateway/client/session-keeper.ts';
import { fetchConfig, signOut } from './gateway-requests.ts';

/** Who is at this page. */
export type PageState =
  | { readonly status: 'loading' }
  /** No configuration yet; PROTOCOL_VERSION means that the page must be loaded again. */
  | { readonly status: 'no-gateway'; readonly failure: Failure }
  | { readonly status: 'signed-out'; readonly config: GatewayConfig; readonly failure?: Failure }
  | {
      readonly status: 'signed-in';
      readonly config: GatewayConfig;
      readonly session: Session;
      readonly keeper: SessionKeeper;
    };

export interface PageSession {
  readonly store: StoreApi<PageState>;
  /** Asks the gateway for its configuration and for who is signed in, first and after a failure. */
  load(): Promise<void>;
  /** Ends the session, here and at the gateway. */
  signOut(): Promise<void>;
  /** The session is over; `why` is shown on the sign-in page. */
  expire(why: Failure): void;
}

type Options = {
  readonly fetch: Fetch;
  /** Tells this load of the page from others of the same physician. */
  readonly page: string;
  readonly address: Pick<Location, 'search' | 'assign'>;
  readonly clock: Clock;
};

/** The failure that a sign-in came back with, from the page's address. */
const failureIn = (search: string): Failure | undefined => {
  const code = errorCodeSchema.safeParse(new URLSearchParams(search).get(SIGN_IN_FAILED));
  return code.success && code.data.startsWith('SIGN_IN_') ? failure(code.data) : undefined;
};

/** Sign-in of this page. Nothing of it is kept here: the browser holds the session in a cookie that no script can read. */
export const createPageSession = ({ fetch, page, address, clock }: Options): PageSession => {
  const store = createStore<PageState>(() => ({ status: 'loading' }));
  const become = (state: PageState): void => store.setState(state, true);

  const leave = (why?: Failure): void => {
    const state = store.getState();
    if (state.status !== 'signed-in') return;
    state.keeper.close();
    become({ status: 'signed-out', config: state.config, ...(why && { failure: why }) });
  };

  return {
    store,
    load: async () => {
      become({ status: 'loading' });
      const config = await fetchConfig(fetch);
      if (!config.ok) return become({ status: 'no-gateway', failure: config.failure });
      if (config.value.protocolVersion !== PROTOCOL_VERSION) {
        return become({ status: 'no-gateway', failure: failure('PROTOCOL_VERSION') });
      }
      const session = await renewSession(fetch, page);
      if (session.ok && session.value !== undefined) {
        const keeper = keepSession({ fetch, page, session: session.value, clock });
        return become({ status: 'signed-in', config: config.value, session: session.value, keeper });
      }
      if (!session.ok && session.failure.code !== 'SESSION_EXPIRED') {
        return become({ status: 'no-gateway', failure: session.failure });
      }
      const why = failureIn(address.search) ?? (session.ok ? undefined : session.failure);
      become({ status: 'signed-out', config: config.value, ...(why && { failure: why }) });
    },
    signOut: async () => {
      const ended = await signOut(fetch);
      leave(ended.ok ? undefined : ended.failure);
      if (ended.ok && ended.value !== undefined) address.assign(ended.value);
    },
    expire: leave,
  };
};
