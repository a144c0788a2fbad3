import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CabinToPhysician } from '#core/contract/consultation.ts';
import { fromGuestChannelSchema, type ToGuestChannel } from '#core/contract/guests.ts';
import type { CompanyBridge } from '#core/contract/ipc.ts';
import type { PresenceBoard, PresenceReport } from '#core/contract/presence.ts';
import type { SideMessage } from '#core/contract/side-calls.ts';
import type { Clock } from '#core/time.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';
import type { InputFault } from '../input-faults.ts';
import { ceilingsBeside } from './ceilings.ts';
import { createPresenceTeller } from './presence-teller.ts';
import { createSideCall } from './side-call.ts';

/** What the patient's screen shows of a guest, and of who hears and sees whom. */
export interface CabinCompany {
  readonly guest: StoreApi<CallSnapshot>;
  readonly presence: StoreApi<PresenceBoard>;
  attachGuest(video: HTMLVideoElement): Stop;
}

/** The same, with what the cabin's call feeds it. */
export interface FedCabinCompany extends CabinCompany {
  /** The channel to the physician's page is open: what it must know is said again. */
  physicianOpened(): void;
  fromPhysician(message: SideMessage): void;
  physicianReport(report: PresenceReport): void;
  mainChanged(): void;
  /** The claim is over. */
  hangUp(): void;
  close(): void;
}

interface CabinCompanyOptions {
  readonly bridge: CompanyBridge;
  readonly createPeer: CreateCallPeer;
  readonly clock: Clock;
  /** The call with the physician. */
  readonly main: {
    readonly store: StoreApi<CallSnapshot>;
    readonly shared: SharedTracks;
    readonly isShown: () => boolean;
  };
  readonly toPhysician: (message: Extract<CabinToPhysician, { readonly type: 'side' | 'presence' }>) => void;
  /** Who the guest is with, by name; told over the encrypted channel alone. */
  readonly names: () => Pick<ToGuestChannel, 'physicianName' | 'assistantName'>;
  /** The guest's page sent what was not taken. */
  readonly onUnread: (fault: InputFault) => void;
}

/** The guest's call of the patient's window, which also carries the physician's messages to the main process and back. */
export const createCabinCompany = (options: CabinCompanyOptions): FedCabinCompany => {
  const { bridge, clock, main, toPhysician } = options;
  const presence = createStore<PresenceBoard>(() => []);
  let physicianId: string | undefined;
  const tellGuest = (): void => {
    const message: ToGuestChannel = {
      type: 'company',
      board: presence.getState(),
      ...(physicianId !== undefined && { physicianId }),
      ...options.names(),
    };
    side.sendText(JSON.stringify(message));
  };
  const side = createSideCall({
    call: 'guest-patient',
    party: 'patient',
    createPeer: options.createPeer,
    shared: main.shared,
    ceilings: () => ceilingsBeside(main.store.getState().quality),
    clock,
    send: (message) => bridge.sendSide({ party: 'patient', message }),
    onChannel: tellGuest,
    onText: (text) => {
      const message = parse(text);
      if (message) bridge.reportPresence({ party: 'guest', report: message.report });
      return message !== undefined;
    },
    onUnread: options.onUnread,
  });
  const teller = createPresenceTeller(
    clock,
    [
      { with: 'physician', call: main.store.getState, isShown: main.isShown },
      { with: 'guest', call: side.store.getState, isShown: side.isShown },
    ],
    (report) => bridge.reportPresence({ party: 'patient', report }),
  );
  const stops = [
    side.store.subscribe(teller.look),
    bridge.onSide(({ party, message }) => {
      if (party === 'physician') toPhysician({ type: 'side', message });
      else if (party === 'patient') {
        if (message.type === 'open') physicianId = message.physicianId;
        side.receive(message);
      }
    }),
    bridge.onPresence((board) => {
      presence.setState(board, true);
      toPhysician({ type: 'presence', board });
      tellGuest();
    }),
  ];
  bridge.openSide('patient');

  return {
    guest: side.store,
    presence,
    attachGuest: side.attachRemote,
    physicianOpened: () => {
      toPhysician({ type: 'presence', board: presence.getState() });
      bridge.openSide('physician');
    },
    fromPhysician: (message) => bridge.sendSide({ party: 'physician', message }),
    physicianReport: (report) => bridge.reportPresence({ party: 'physician', report }),
    mainChanged: teller.look,
    hangUp: side.hangUp,
    close: () => {
      for (const stop of stops) stop();
      teller.close();
      side.close();
    },
  };
};

const parse = (text: string) => {
  try {
    return fromGuestChannelSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
