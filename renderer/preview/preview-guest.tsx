import '#renderer/apps/guest/guest.css';
import { createStore } from 'zustand/vanilla';
import type { InvitationView } from '#core/contract/guests.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import { GuestApp } from '#renderer/apps/guest/guest-app.tsx';
import type { GuestState } from '#renderer/apps/guest/guest-visit.ts';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import type { GuestCompany } from '#renderer/call/company/guest-company.ts';
import { idleCompany } from '#renderer/call/company/idle-company.ts';
import type { InputFault } from '#renderer/call/input-faults.ts';
import { boardOf, LIVE_CALL, playedCompany } from '#renderer/call/played/played-company.ts';
import { playedPicture } from '#renderer/call/played/played-picture.ts';

const nothing = () => undefined;
const view: InvitationView = {
  kind: 'interpreter',
  language: 'arabe',
  inviter: { role: 'physician', name: 'Docteur Karim Benali' },
  siteName: 'Mairie de Saint-Aubin',
};

/** States of the guest's page. */
const SCENES: Readonly<Record<string, GuestState>> = {
  invited: { status: 'invited', view, entering: false },
  entering: { status: 'invited', view, entering: true },
  asked: { status: 'inside', standing: 'asked' },
  accepted: { status: 'inside', standing: 'accepted' },
  call: { status: 'inside', standing: 'in-call' },
  lost: { status: 'inside', standing: 'in-call' },
  unread: { status: 'inside', standing: 'in-call' },
  over: { status: 'over', ending: 'ended' },
  used: { status: 'refused', failure: { code: 'GUEST_LINK_USED' } },
  unreachable: { status: 'refused', failure: { code: 'GATEWAY_LOST' } },
  version: { status: 'shut', why: 'version' },
};

const calls = (call: CallSnapshot, board: PresenceBoard): GuestCompany => {
  const side = (who: 'patient' | 'physician') => ({
    store: createStore(() => call),
    attachRemote: playedPicture(who),
  });
  return {
    cabin: side('patient'),
    physician: side('physician'),
    company: createStore<ReturnType<GuestCompany['company']['getState']>>(() => ({
      type: 'company',
      board,
      physicianName: 'Docteur Karim Benali',
      assistantName: 'Awa Diallo',
    })),
    receive: nothing,
    signalling: nothing,
    setIceServers: nothing,
    networkChanged: nothing,
    hangUp: nothing,
  };
};

/** The guest's page in the named state. */
export const previewGuest = (scene: string) => {
  const isLost = scene === 'lost';
  const company = calls(
    isLost ? { ...IDLE_CALL, state: 'lost' } : LIVE_CALL,
    isLost ? [] : boardOf('patient', 'physician', 'guest'),
  );
  const opened = playedCompany([]).part.own;
  const own = scene === 'invited' ? idleCompany().part.own : opened;
  return (
    <GuestApp
      visit={{
        store: createStore<GuestState>(() => SCENES[scene] ?? { status: 'no-link' }),
        company: createStore<GuestCompany | undefined>(() => company),
        unread: createStore<InputFault | undefined>(() =>
          scene === 'unread' ? 'INVALID_MESSAGE' : undefined,
        ),
        dismissUnread: nothing,
        load: () => Promise.resolve(),
        enter: () => Promise.resolve(),
        leave: nothing,
        hide: nothing,
        networkChanged: nothing,
      }}
      own={{
        ...own,
        attachLocal: scene === 'invited' ? () => nothing : playedPicture('guest'),
        tracks: () => ({}),
        onChange: () => nothing,
        stop: nothing,
      }}
    />
  );
};
