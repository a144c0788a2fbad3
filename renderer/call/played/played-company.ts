import { createStore } from 'zustand/vanilla';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { CallParty } from '#core/contract/side-calls.ts';
import type { Company, Guest } from '#core/visit/company/company.ts';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import { idleCompany } from '#renderer/call/company/idle-company.ts';
import { playedPicture } from './played-picture.ts';

const AT = '2026-03-02T09:50:00.000+01:00';

/** A call that carries picture and sound. */
export const LIVE_CALL: CallSnapshot = {
  ...IDLE_CALL,
  state: 'connected',
  words: [3, 200],
  framesDecoded: 900,
  media: {
    local: 'sending',
    sends: { picture: true, sound: true },
    shut: { picture: false, sound: false },
    failures: [],
    remote: 'live',
  },
  sound: { voice: 'live', microphone: 'live' },
  quality: {
    incoming: { rung: 'hd', strained: false },
    outgoing: { rung: 'hd', strained: false },
    roundTripMs: 46,
  },
  roundTripMs: 46,
};

/** The calls of a consultation: nobody has one with the assistant but the physician. */
const PAIRS: readonly (readonly [CallParty, CallParty])[] = [
  ['patient', 'physician'],
  ['physician', 'assistant'],
  ['patient', 'guest'],
  ['physician', 'guest'],
];

/** Everybody hears and sees whomever they have a call with. */
export const boardOf = (...parties: readonly CallParty[]): PresenceBoard =>
  PAIRS.filter((pair) => pair.every((party) => parties.includes(party))).flatMap(([one, other]) => [
    { by: one, of: other, sound: true, picture: true },
    { by: other, of: one, sound: true, picture: true },
  ]);

const guest = (state: Guest['state']): Guest => ({
  guestId: 'guest-1',
  kind: 'interpreter',
  language: 'Arabe',
  invitedBy: 'physician',
  invitedAt: AT,
  state,
});

/** An interpreter at each step of an invitation. */
export const GUESTS = {
  invited: { assistant: 'beside', guests: [guest({ state: 'invited' })] },
  arrived: { assistant: 'beside', guests: [guest({ state: 'arrived', name: 'Leïla Haddad' })] },
  present: { assistant: 'joined', guests: [guest({ state: 'present', name: 'Leïla Haddad', since: AT })] },
  gone: {
    assistant: 'beside',
    guests: [guest({ state: 'over', ending: 'left', name: 'Leïla Haddad', stay: { since: AT, until: AT } })],
  },
} as const satisfies Record<string, Company>;

/** Assistant and guest of a preview, each with a drawn picture. */
export const playedCompany = (
  board: PresenceBoard,
  side: CallSnapshot = LIVE_CALL,
): ReturnType<typeof idleCompany> => {
  const idle = idleCompany(board);
  const store = createStore(() => side);
  const on = { state: 'on', failure: undefined } as const;
  return {
    ...idle,
    guest: Object.assign(store, { store, attachRemote: playedPicture('guest') }),
    assistant: { store, attachRemote: playedPicture('assistant') },
    attachGuest: playedPicture('guest'),
    part: {
      ...idle.part,
      call: store,
      own: {
        ...idle.part.own,
        store: createStore(() => ({ audio: on, video: on })),
        attachLocal: playedPicture('assistant'),
      },
      attachPhysician: playedPicture('physician'),
    },
  };
};
