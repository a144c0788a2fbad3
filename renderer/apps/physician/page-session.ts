import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { GatewayConfig, Session } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Milliseconds } from '#core/time.ts';
import { type Fetch, fetchConfig, signIn } from './gateway-requests.ts';
import {
  forgetSession,
  rememberedSession,
  rememberSession,
  type SessionStorage,
} from './model/session-memory.ts';

/** Who is at this page. */
export type PageState =
  | { readonly status: 'loading' }
  /** No configuration yet; PROTOCOL_VERSION means that the page must be loaded again. */
  | { readonly status: 'no-gateway'; readonly failure: Failure }
  | {
      readonly status: 'signed-out';
      readonly config: GatewayConfig;
      readonly busy: boolean;
      readonly failure?: Failure;
    }
  | { readonly status: 'signed-in'; readonly config: GatewayConfig; readonly session: Session };

export interface PageSession {
  readonly store: StoreApi<PageState>;
  /** Asks the gateway for its configuration, first and after a failure. */
  load(): Promise<void>;
  signIn(account: string, accessCode: string): Promise<void>;
  /** `why` is shown on the sign-in page. */
  signOut(why?: Failure): void;
}

type Options = {
  readonly fetch: Fetch;
  readonly storage: SessionStorage;
  /** Milliseconds since 1970. */
  readonly now: () => Milliseconds;
};

/** Sign-in of this tab; a reload finds the session again and nothing else. */
export const createPageSession = ({ fetch, storage, now }: Options): PageSession => {
  const store = createStore<PageState>(() => ({ status: 'loading' }));
  const become = (state: PageState): void => store.setState(state, true);
  return {
    store,
    load: async () => {
      become({ status: 'loading' });
      const config = await fetchConfig(fetch);
      if (!config.ok) return become({ status: 'no-gateway', failure: config.failure });
      if (config.value.protocolVersion !== PROTOCOL_VERSION) {
        return become({ status: 'no-gateway', failure: failure('PROTOCOL_VERSION') });
      }
      const session = rememberedSession(storage, now());
      become(
        session === undefined
          ? { status: 'signed-out', config: config.value, busy: false }
          : { status: 'signed-in', config: config.value, session },
      );
    },
    signIn: async (account, accessCode) => {
      const state = store.getState();
      if (state.status !== 'signed-out' || state.busy) return;
      const { config } = state;
      become({ status: 'signed-out', config, busy: true });
      const session = await signIn(fetch, account, accessCode);
      if (!session.ok) return become({ status: 'signed-out', config, busy: false, failure: session.failure });
      rememberSession(storage, session.value, now());
      become({ status: 'signed-in', config, session: session.value });
    },
    signOut: (why) => {
      forgetSession(storage);
      const state = store.getState();
      if (state.status !== 'signed-in') return;
      become({
        status: 'signed-out',
        config: state.config,
        busy: false,
        ...(why === undefined ? {} : { failure: why }),
      });
    },
  };
};
