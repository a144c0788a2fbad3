import type { FromGuest, Invitation, InvitationView, ToGuest } from '#core/contract/guests.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { PresenceBoard, PresenceReport } from '#core/contract/presence.ts';
import type { CallParty, SideMessage } from '#core/contract/side-calls.ts';
import type { Clock } from '#core/time.ts';
import type { GuestLinkView } from '#core/visit/company/company.ts';
import { assistantTakesPart, guestInCall } from '#core/visit/company/decide-company.ts';
import type { Assistant, Site } from '#core/visit/words.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { createGuests } from './guests.ts';
import { createPresenceKeeper } from './presence-keeper.ts';
import { createSideRouter } from './side-router.ts';

/** Everybody who takes part besides patient and physician: who may, how they reach one another, and who hears whom. */
export interface CompanyDesk {
  /** The visit has changed: calls begin and end with it. */
  refresh(): void;
  /** A page listens; it may speak for this party. */
  opened(party: CallParty): void;
  receive(party: CallParty, message: SideMessage): void;
  report(party: CallParty, report: PresenceReport): void;
  /** A window is gone, and whoever it spoke for. */
  windowGone(parties: readonly CallParty[]): void;
  guestArrived(guestId: string, name: string): void;
  fromGuest(guestId: string, letter: FromGuest): void;
  signalling(works: boolean): void;
  link(): GuestLinkView | undefined;
  board(): PresenceBoard;
  close(): void;
}

interface CompanyOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** What the cabin's own windows may use to find a path. */
  readonly iceServers: () => readonly IceServer[];
  /** A code that cannot be guessed, and its SHA-256. */
  readonly newCode: () => { readonly code: string; readonly hash: string };
  readonly linkOf: (code: string) => string;
  readonly site: Pick<Site, 'name'>;
  readonly assistant: Assistant;
  readonly gateway: {
    readonly invite: (invitation: Invitation) => void;
    readonly endGuest: (guestId: string) => void;
  };
  readonly toGuest: (guestId: string, letter: ToGuest) => void;
  /** To a window, for one of those that it speaks for. */
  readonly toWindow: (party: Exclude<CallParty, 'guest'>, message: SideMessage) => void;
  readonly onPresence: (board: PresenceBoard) => void;
  readonly onChange: () => void;
}

export const createCompanyDesk = (options: CompanyOptions): CompanyDesk => {
  const { keeper, clock, assistant, site } = options;
  const router = createSideRouter({
    newId: options.newId,
    deliver: (to, message) => {
      if (to === 'guest') guests.send(message);
      else if (message.type === 'open' && to !== 'physician')
        options.toWindow(to, { ...message, iceServers: [...options.iceServers()] });
      else options.toWindow(to, message);
    },
  });
  const presence = createPresenceKeeper(clock, options.onPresence);
  const guests = createGuests({
    keeper,
    clock,
    newCode: options.newCode,
    linkOf: options.linkOf,
    viewOf: ({ kind, language, invitedBy }, { claim }): InvitationView => ({
      kind,
      ...(language === undefined ? {} : { language }),
      inviter: {
        role: invitedBy,
        name: invitedBy === 'physician' ? (claim?.card.name ?? '') : assistant.name,
      },
      siteName: site.name,
    }),
    gateway: options.gateway,
    toGuest: options.toGuest,
    onSide: (message) => router.receive('guest', message),
    onPage: (there) => (there ? router.opened('guest') : router.gone('guest')),
    onChange: options.onChange,
  });

  return {
    refresh: () => {
      const visit = keeper.visit();
      const guest = guestInCall(visit) !== undefined;
      router.set('assistant-physician', assistantTakesPart(visit));
      router.set('guest-patient', guest);
      router.set('guest-physician', guest);
      guests.refresh();
    },
    opened: router.opened,
    receive: router.receive,
    report: (party, report) => {
      if (party === 'guest') guests.seen();
      presence.hear(party, report);
    },
    windowGone: (parties) => {
      for (const party of parties) router.gone(party);
    },
    guestArrived: guests.arrived,
    fromGuest: guests.receive,
    signalling: guests.signalling,
    link: guests.link,
    board: presence.board,
    close: () => {
      guests.close();
      presence.close();
    },
  };
};
