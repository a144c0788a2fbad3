import { createStore } from 'zustand/vanilla';
import type { PresenceBoard } from '#core/contract/presence.ts';
import { IDLE_CALL } from '../call-snapshot.ts';
import type { AssistantCompany } from './assistant-company.ts';
import type { CabinCompany } from './cabin-company.ts';
import type { OwnTracksSnapshot } from './own-tracks.ts';
import type { PhysicianCompany } from './physician-company.ts';

const detach = () => () => undefined;

/** Parts of a call in which nobody moves, with what is to be shown of who hears whom: of a preview, and of a screen that takes no part. */
export const idleCompany = (
  board: PresenceBoard = [],
): CabinCompany & PhysicianCompany & { readonly part: AssistantCompany } => {
  const presence = createStore(() => board);
  const call = createStore(() => IDLE_CALL);
  const side = { store: call, attachRemote: detach };
  const off = { state: 'off', failure: undefined } as const;
  return {
    presence,
    // One name for both: the cabin shows the guest's store, the physician's page the guest's view.
    guest: Object.assign(call, side),
    assistant: side,
    attachGuest: detach,
    part: {
      call,
      presence,
      own: {
        store: createStore<OwnTracksSnapshot>(() => ({ audio: off, video: off })),
        turnOn: () => Promise.resolve(),
        turnOff: () => undefined,
        attachLocal: detach,
      },
      listening: createStore(() => false),
      setListening: () => undefined,
      attachPhysician: detach,
    },
  };
};
