import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IceServer } from '#core/contract/ice.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { SideMessage } from '#core/contract/side-calls.ts';
import type { Clock } from '#core/time.ts';
import type { Place } from '#gateway/client/claim.ts';
import type { IceKeeper } from '#gateway/client/ice-keeper.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';
import type { InputFault } from '../input-faults.ts';
import type { SoundSink } from '../video-outlets.ts';
import { ceilingsBeside } from './ceilings.ts';
import { createPresenceTeller } from './presence-teller.ts';
import { createSideCall } from './side-call.ts';

/** One more person on the physician's page. */
export interface SideView {
  readonly store: StoreApi<CallSnapshot>;
  attachRemote(video: HTMLVideoElement): Stop;
}

/** Assistant and guest as the physician's page shows them, and who hears and sees whom. */
export interface PhysicianCompany {
  readonly assistant: SideView;
  readonly guest: SideView;
  readonly presence: StoreApi<PresenceBoard>;
}

/** The same, with what the physician's call feeds it. */
export interface FedPhysicianCompany extends PhysicianCompany {
  receive(message: SideMessage): void;
  board(board: PresenceBoard): void;
  /** The channel to the cabin is open: what it must know is said again. */
  opened(): void;
  /** Whose place is held, and which guest is present: by whom the other ends must be proven. */
  follow(place: Place | undefined, guestId: string | undefined): void;
  setIceServers(servers: readonly IceServer[]): void;
  networkChanged(): void;
  mainChanged(): void;
  hangUp(): void;
  close(): void;
}

interface PhysicianCompanyOptions {
  readonly createPeer: CreateCallPeer;
  readonly ice: Pick<IceKeeper, 'servers' | 'renew'>;
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly clock: Clock;
  readonly sink: SoundSink | undefined;
  /** The call with the cabin. */
  readonly main: { readonly store: StoreApi<CallSnapshot>; readonly shared: SharedTracks };
  readonly send: (message: object) => void;
  /** Assistant or guest sent what was not taken. */
  readonly onUnread: (fault: InputFault) => void;
}

/** The physician's ends of the calls with assistant and guest, set up over the channel to the cabin. */
export const createPhysicianCompany = (options: PhysicianCompanyOptions): FedPhysicianCompany => {
  const { createPeer, ice, prover, clock, main, send } = options;
  const presence = createStore<PresenceBoard>(() => []);
  const common = {
    party: 'physician',
    createPeer,
    shared: main.shared,
    iceServers: ice.servers,
    renewIce: ice.renew,
    trust: { role: 'physician', prover },
    ceilings: () => ceilingsBeside(main.store.getState().quality),
    clock,
    sink: options.sink,
    send: (message: SideMessage) => send({ type: 'side', message }),
    onUnread: options.onUnread,
  } as const;
  const assistant = createSideCall({ ...common, call: 'assistant-physician' });
  const guest = createSideCall({ ...common, call: 'guest-physician' });
  const teller = createPresenceTeller(
    clock,
    [
      { with: 'patient', call: main.store.getState },
      { with: 'assistant', call: assistant.store.getState },
      { with: 'guest', call: guest.store.getState },
    ],
    (report) => send({ type: 'presence', report }),
  );
  const stops = [assistant.store.subscribe(teller.look), guest.store.subscribe(teller.look)];

  return {
    assistant,
    guest,
    presence,
    receive: (message) => {
      assistant.receive(message);
      guest.receive(message);
    },
    board: (board) => presence.setState(board, true),
    opened: teller.repeat,
    follow: (place, guestId) => {
      const cabin = place && { siteId: place.siteId, cabinId: place.cabinId };
      assistant.guard(place && cabin && { occasion: place.ticketId, other: { role: 'cabin', ...cabin } });
      guest.guard(
        cabin && guestId !== undefined
          ? { occasion: guestId, other: { role: 'guest', ...cabin, guestId } }
          : undefined,
      );
    },
    setIceServers: (servers) => {
      assistant.setIceServers(servers);
      guest.setIceServers(servers);
    },
    networkChanged: () => {
      assistant.networkChanged();
      guest.networkChanged();
    },
    mainChanged: teller.look,
    hangUp: () => {
      assistant.hangUp();
      guest.hangUp();
      presence.setState([], true);
    },
    close: () => {
      for (const stop of stops) stop();
      teller.close();
      assistant.close();
      guest.close();
    },
  };
};
