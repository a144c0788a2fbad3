import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssistantBridge, CompanyBridge } from '#core/contract/ipc.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import type { Clock } from '#core/time.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';
import type { DeviceWatch } from '../local-media.ts';
import type { GetUserMedia } from '../media.ts';
import { ceilingsBeside } from './ceilings.ts';
import { createOwnTracks, type OwnTracks } from './own-tracks.ts';
import { createPresenceTeller } from './presence-teller.ts';
import { createSideCall } from './side-call.ts';

/** The assistant's part in the call: a call with the physician, in which nothing is sent and nothing heard until its keys are used. */
export interface AssistantCompany {
  readonly call: StoreApi<CallSnapshot>;
  readonly own: Pick<OwnTracks, 'store' | 'turnOn' | 'turnOff' | 'attachLocal'>;
  /** Whether this window plays the physician's voice: in the room it is heard already, so only with headphones. */
  readonly listening: StoreApi<boolean>;
  readonly presence: StoreApi<PresenceBoard>;
  setListening(listening: boolean): void;
  attachPhysician(video: HTMLVideoElement): Stop;
}

interface AssistantCompanyOptions {
  readonly bridge: CompanyBridge & Pick<AssistantBridge, 'onQuality' | 'report'>;
  readonly createPeer: CreateCallPeer;
  readonly getUserMedia: GetUserMedia;
  readonly devices: Pick<DeviceWatch, 'onDevicesChanged'>;
  readonly clock: Clock;
}

/** Follows the main process by itself: the call is on while the assistant takes part, and everything is off again after it. */
export const createAssistantCompany = (options: AssistantCompanyOptions): AssistantCompany => {
  const { bridge, clock } = options;
  const own = createOwnTracks(options);
  const listening = createStore<boolean>(() => false);
  const presence = createStore<PresenceBoard>(() => []);
  let mainCall: CallQuality | undefined;
  const side = createSideCall({
    call: 'assistant-physician',
    party: 'assistant',
    createPeer: options.createPeer,
    shared: own,
    // The call of patient and physician is the other window's, over the same line.
    ceilings: () => ceilingsBeside(mainCall),
    clock,
    send: (message) => bridge.sendSide({ party: 'assistant', message }),
    onUnread: (code) => bridge.report({ code, detail: 'from the physician, to the assistant' }),
  });
  const teller = createPresenceTeller(
    clock,
    [{ with: 'physician', call: side.store.getState, listening: listening.getState }],
    (report) => bridge.reportPresence({ party: 'assistant', report }),
  );
  side.store.subscribe(teller.look);
  listening.subscribe(teller.look);
  bridge.onSide(({ party, message }) => {
    if (party !== 'assistant') return;
    if (message.type === 'off') {
      own.stop();
      listening.setState(false, true);
    }
    side.receive(message);
  });
  bridge.onQuality(({ call }) => {
    mainCall = call;
  });
  bridge.onPresence((board) => presence.setState(board, true));
  bridge.openSide('assistant');

  return {
    call: side.store,
    own,
    listening,
    presence,
    setListening: (next) => listening.setState(next, true),
    attachPhysician: side.attachRemote,
  };
};
