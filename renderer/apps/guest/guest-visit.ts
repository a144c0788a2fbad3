import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '#core/contract/error-codes.ts';
import type { GuestSession, InvitationView, ToGuest } from '#core/contract/guests.ts';
import { type GatewayConfig, gatewayConfigSchema } from '#core/contract/signalling.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { createGuestDesk, type GuestDesk } from '#gateway/client/guest-desk.ts';
import {
  enterAsGuest,
  keepGuestAccess,
  lookAtInvitation,
  renewGuest,
} from '#gateway/client/guest-session.ts';
import type { Fetch } from '#gateway/client/session-keeper.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { askGuestStatement, readKeysOver } from '#gateway/client/trust/gateway-identity.ts';
import { createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { CreateCallPeer } from '#renderer/call/call-peer.ts';
import { createGuestCompany, type GuestCompany } from '#renderer/call/company/guest-company.ts';
import type { OwnTracks } from '#renderer/call/company/own-tracks.ts';
import { createInputFaults, type InputFault } from '#renderer/call/input-faults.ts';

/** What the guest's page is at. */
export type GuestState =
  | { readonly status: 'loading' }
  | { readonly status: 'no-link' }
  | { readonly status: 'refused'; readonly failure: Failure }
  /** Before coming in: who invites, and the check of camera and microphone. */
  | { readonly status: 'invited'; readonly view: InvitationView; readonly entering: boolean }
  | { readonly status: 'inside'; readonly standing: 'asked' | 'accepted' | 'paused' | 'in-call' }
  | { readonly status: 'shut'; readonly why: 'replaced' | 'version' }
  | { readonly status: 'over'; readonly ending: Extract<ToGuest, { type: 'over' }>['ending'] };

/** One invitation, from the link to the goodbye. */
export interface GuestVisit {
  readonly store: StoreApi<GuestState>;
  /** Once inside. */
  readonly company: StoreApi<GuestCompany | undefined>;
  /** Why something that was sent to this page was not taken; undefined again once it was read or all has been well for a while. */
  readonly unread: StoreApi<InputFault | undefined>;
  dismissUnread(): void;
  load(): Promise<void>;
  enter(name: string): Promise<void>;
  leave(): void;
  /** The page is closed, or about to be loaded again: said at once, so that nobody goes on sending to it. */
  hide(): void;
  /** The browser has found another network. */
  networkChanged(): void;
}

export interface GuestVisitOptions {
  readonly fetch: Fetch;
  readonly origin: string;
  /** Sends this although the page ends. */
  readonly beacon: (path: string, body: object) => void;
  /** What stood behind `#`. */
  readonly code: string;
  /** New for each load of this page, letters and digits. */
  readonly page: string;
  readonly own: OwnTracks;
  readonly createPeer: CreateCallPeer;
  readonly clock: Clock;
  readonly random: () => number;
}

export const createGuestVisit = (options: GuestVisitOptions): GuestVisit => {
  const { fetch, page, own, clock, code } = options;
  const store = createStore<GuestState>(() => ({ status: 'loading' }));
  const company = createStore<GuestCompany | undefined>(() => undefined);
  const unread = createStore<InputFault | undefined>(() => undefined);
  const faults = createInputFaults(clock, (fault) => unread.setState(fault, true));
  let desk: GuestDesk | undefined;
  let stopAccess = (): void => {};

  const become = (state: GuestState): void => store.setState(state, true);

  /** Camera and microphone go off with the guest's part. */
  const end = (state: GuestState): void => {
    become(state);
    company.getState()?.hangUp();
    own.stop();
    faults.forget();
    stopAccess();
  };

  const take = (letter: ToGuest): void => {
    switch (letter.type) {
      case 'standing':
        if (letter.standing === 'replaced' || letter.standing === 'version') {
          end({ status: 'shut', why: letter.standing });
          void desk?.close();
        } else become({ status: 'inside', standing: letter.standing });
        break;
      case 'over':
        end({ status: 'over', ending: letter.ending });
        void desk?.close();
        break;
      case 'side':
        company.getState()?.receive(letter.message);
        break;
      default:
        assertNever(letter);
    }
  };

  const goIn = (config: GatewayConfig, session: GuestSession): void => {
    const way = keepGuestAccess({ fetch, origin: options.origin, config, session, page, clock });
    const prover = createIdentityProver({
      key: createSigningKey(),
      askStatement: askGuestStatement(fetch),
      readKeys: readKeysOver(fetch),
      clock,
    });
    stopAccess = () => {
      way.close();
      prover.close();
    };
    const opened = createGuestDesk({
      access: way.access,
      session,
      page,
      onLetter: take,
      onFault: (code) => {
        if (code === 'PROTOCOL_VERSION') end({ status: 'shut', why: 'version' });
        else faults.meet(code);
      },
      clock,
      random: options.random,
    });
    desk = opened;
    const calls = createGuestCompany({
      createPeer: options.createPeer,
      shared: own,
      iceServers: way.iceServers,
      renewIce: way.renewIce,
      prover,
      session,
      clock,
      send: (message) => void opened.sendSide(message),
      probe: opened.probe,
      onUnread: faults.meet,
    });
    way.onIceServers(calls.setIceServers);
    company.setState(calls, true);
    opened.connection.subscribe(({ state }) => {
      calls.signalling(state === 'connected');
      // The last word may be lost on its way; what the broker does not take any more is over all the same.
      if (state === 'refused' && store.getState().status === 'inside')
        end({ status: 'over', ending: 'ended' });
    });
    become({ status: 'inside', standing: 'asked' });
    void own.turnOn('audio');
    void own.turnOn('video');
  };

  const readConfig = async (): Promise<GatewayConfig | undefined> => {
    try {
      const answer = await fetch('/config');
      return gatewayConfigSchema.safeParse(await answer.json()).data;
    } catch {
      return undefined;
    }
  };
  const unreachable: GuestState = { status: 'refused', failure: { code: 'GATEWAY_LOST' } };

  return {
    store,
    company,
    unread,
    dismissUnread: () => unread.setState(undefined, true),
    load: async () => {
      become({ status: 'loading' });
      const config = await readConfig();
      if (config === undefined) return become(unreachable);
      // A link comes before what this browser remembers: it may be another invitation.
      if (code !== '') {
        const looked = await lookAtInvitation(fetch, code);
        if (looked.ok) return become({ status: 'invited', view: looked.value.view, entering: false });
        if (looked.failure.code !== 'GUEST_LINK_USED')
          return become({ status: 'refused', failure: looked.failure });
      }
      const known = await renewGuest(fetch, page);
      if (known.ok && known.value !== undefined) return goIn(config, known.value);
      if (code !== '') return become({ status: 'refused', failure: { code: 'GUEST_LINK_USED' } });
      become(known.ok ? { status: 'no-link' } : { status: 'refused', failure: known.failure });
    },
    enter: async (name) => {
      const before = store.getState();
      if (before.status !== 'invited' || before.entering) return;
      become({ ...before, entering: true });
      const config = await readConfig();
      if (config === undefined) return become(unreachable);
      const entered = await enterAsGuest(fetch, { code, name, page });
      if (entered.ok) goIn(config, entered.value);
      else become({ status: 'refused', failure: entered.failure });
    },
    hide: () => {
      if (store.getState().status === 'inside') options.beacon('/guest/away', { page });
    },
    networkChanged: () => {
      desk?.networkChanged();
      company.getState()?.networkChanged();
    },
    leave: () => {
      end({ status: 'over', ending: 'left' });
      void desk?.leave();
    },
  };
};
