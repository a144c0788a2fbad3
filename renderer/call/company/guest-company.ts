import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type FromGuestChannel,
  type GuestSession,
  type ToGuestChannel,
  toGuestChannelSchema,
} from '#core/contract/guests.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { SideMessage } from '#core/contract/side-calls.ts';
import type { Clock } from '#core/time.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import type { InputFault } from '../input-faults.ts';
import { createPresenceTeller } from './presence-teller.ts';
import { createSideCall, type SideCall } from './side-call.ts';

/** A guest's two calls, and what the cabin says of who is there. */
export interface GuestCompany {
  readonly cabin: Pick<SideCall, 'store' | 'attachRemote'>;
  readonly physician: Pick<SideCall, 'store' | 'attachRemote'>;
  /** Undefined until the cabin has said it, and again when the calls are over. */
  readonly company: StoreApi<ToGuestChannel | undefined>;
  receive(message: SideMessage): void;
  signalling(works: boolean): void;
  setIceServers(servers: readonly IceServer[]): void;
  networkChanged(): void;
  hangUp(): void;
}

interface GuestCompanyOptions {
  readonly createPeer: CreateCallPeer;
  readonly shared: SharedTracks;
  readonly iceServers: () => readonly IceServer[];
  readonly renewIce: () => void;
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly session: Pick<GuestSession, 'siteId' | 'cabinId' | 'guestId'>;
  readonly clock: Clock;
  readonly send: (message: SideMessage) => void;
  readonly probe: () => void;
  /** Cabin or physician sent what was not taken. */
  readonly onUnread: (fault: InputFault) => void;
}

export const createGuestCompany = (options: GuestCompanyOptions): GuestCompany => {
  const { siteId, cabinId, guestId } = options.session;
  const company = createStore<ToGuestChannel | undefined>(() => undefined);
  /** Who the physician is comes over the cabin's proven channel alone; before that nobody can be proven to be it. */
  const tell = (told: ToGuestChannel | undefined): void => {
    company.setState(told, true);
    const physicianId = told?.physicianId;
    physician.guard(
      physicianId === undefined
        ? undefined
        : { occasion: guestId, other: { role: 'physician', physicianId } },
    );
  };
  const common = {
    party: 'guest',
    createPeer: options.createPeer,
    shared: options.shared,
    iceServers: options.iceServers,
    renewIce: options.renewIce,
    trust: { role: 'guest', prover: options.prover },
    clock: options.clock,
    send: options.send,
    probe: options.probe,
    onUnread: options.onUnread,
  } as const;
  const cabin = createSideCall({
    ...common,
    call: 'guest-patient',
    onChannel: () => teller.repeat(),
    onText: (text) => {
      const told = parse(text);
      if (told) tell(told);
      return told !== undefined;
    },
  });
  const physician = createSideCall({ ...common, call: 'guest-physician' });
  cabin.guard({ occasion: guestId, other: { role: 'cabin', siteId, cabinId } });
  const teller = createPresenceTeller(
    options.clock,
    [
      { with: 'patient', call: cabin.store.getState },
      { with: 'physician', call: physician.store.getState },
    ],
    (report) => {
      const message: FromGuestChannel = { type: 'presence', report };
      cabin.sendText(JSON.stringify(message));
    },
  );
  cabin.store.subscribe(teller.look);
  physician.store.subscribe(teller.look);

  return {
    cabin,
    physician,
    company,
    receive: (message) => {
      if (message.type === 'off' && message.call === 'guest-patient') tell(undefined);
      cabin.receive(message);
      physician.receive(message);
    },
    signalling: (works) => {
      cabin.signalling(works);
      physician.signalling(works);
    },
    setIceServers: (servers) => {
      cabin.setIceServers(servers);
      physician.setIceServers(servers);
    },
    networkChanged: () => {
      cabin.networkChanged();
      physician.networkChanged();
    },
    hangUp: () => {
      cabin.hangUp();
      physician.hangUp();
      tell(undefined);
    },
  };
};

const parse = (text: string) => {
  try {
    return toGuestChannelSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
