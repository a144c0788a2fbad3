import type { FromGuest, Invitation, InvitationView, ToGuest } from '#core/contract/guests.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { PresenceBoard, PresenceReport } from '#core/contract/presence.ts';
import {
  type CallParty,
  SIDE_CALLS,
  type SideCallName,
  type SideMessage,
} from '#core/contract/side-calls.ts';
import type { Clock } from '#core/time.ts';
import type { Guest, GuestLinkView } from '#core/visit/company/company.ts';
import { assistantTakesPart, guestInCall } from '#core/visit/company/decide-company.ts';
import type { Visit } from '#core/visit/visit.ts';
import type { Site } from '#core/visit/words.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { Refused } from '#gateway/client/trust/signal-guard.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { createGuests } from './guests.ts';
import { createPresenceKeeper } from './presence-keeper.ts';
import { createSideGuards, type SideRefusal } from './side-guards.ts';
import { createSideRefusals } from './side-refusals.ts';
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
  /** A load of a guest's page is over. */
  guestAway(guestId: string, page: string): void;
  fromGuest(guestId: string, letter: FromGuest): void;
  signalling(works: boolean): void;
  /** Other credentials of the relay: the cabin's ends of calls under way take them too. */
  iceServers(): void;
  /** The machine's network addresses have changed. */
  networkChanged(): void;
  link(): GuestLinkView | undefined;
  board(): PresenceBoard;
  close(): void;
}

interface CompanyOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly site: Pick<Site, 'id' | 'cabinId' | 'name'>;
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  /** The side calls that are refused now have changed. */
  readonly onRefusals: (refusals: readonly SideRefusal[]) => void;
  /** One line for the technician. */
  readonly onRefused: (refused: Refused) => void;
  /** The relay does not take the credentials that the windows were told. */
  readonly onRelayRefused: () => void;
  /** What the cabin's own windows may use to find a path. */
  readonly iceServers: () => readonly IceServer[];
  /** A code that cannot be guessed, and its SHA-256. */
  readonly newCode: () => { readonly code: string; readonly hash: string };
  readonly linkOf: (code: string) => string;
  /** Name of whoever is beside the patient. */
  readonly assistantName: () => string;
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
  const { keeper, clock, assistantName, site } = options;
  const refusals = createSideRefusals({
    clock,
    onChange: options.onRefusals,
    onFirst: ({ code }) => keeper.bring({ type: 'note-incident', code }),
  });
  const guards = createSideGuards({
    prover: options.prover,
    deliver: (to, message) => {
      if (to === 'guest') guests.send(message);
      else if (message.type === 'open' && to !== 'physician') options.toWindow(to, equipped(message));
      else options.toWindow(to, message);
    },
    onRefused: (refusal) => {
      refusals.note(refusal);
      // Who the physician is the guest learns from the cabin: without the one call there is not the other.
      if (refusal.call === 'guest-patient') router.refuse('guest-physician', refusal.code);
    },
    onProven: refusals.clear,
    onDetail: options.onRefused,
  });
  const router = createSideRouter({
    newId: options.newId,
    deliver: guards.pass,
    onRelayRefused: options.onRelayRefused,
  });
  const equipped = (message: Extract<SideMessage, { readonly type: 'open' }>): SideMessage => {
    const { claim } = keeper.visit();
    return {
      ...message,
      iceServers: [...options.iceServers()],
      ...(message.call === 'guest-patient' && claim && { physicianId: claim.physicianId }),
    };
  };
  /** To the cabin's own end of every call that is on. */
  const tellWindows = (toMessage: (call: SideCallName) => SideMessage): void => {
    for (const call of router.held()) {
      const { offers } = SIDE_CALLS[call];
      if (offers !== 'physician') options.toWindow(offers, toMessage(call));
    }
  };
  /** Who is to be at the other end comes before the call is on, and goes with it. */
  const set = (call: SideCallName, on: boolean): void => {
    router.set(call, on);
    if (!on) refusals.clear(call);
  };
  const setCalls = (): void => {
    const visit = keeper.visit();
    const guest = guestInCall(visit);
    guard(visit, guest);
    set('assistant-physician', assistantTakesPart(visit));
    // Whoever has closed the page is not waited for: nobody goes on sending to them.
    const isThere = guest !== undefined && guests.isThere();
    set('guest-patient', isThere);
    set('guest-physician', isThere);
  };
  const guard = (visit: Visit, guest: Guest | undefined): void => {
    const { ticket, claim } = visit;
    guards.guard(
      'assistant-physician',
      ticket && claim && assistantTakesPart(visit)
        ? { occasion: ticket.ticketId, other: { role: 'physician', physicianId: claim.physicianId } }
        : undefined,
    );
    guards.guard(
      'guest-patient',
      guest && {
        occasion: guest.guestId,
        other: { role: 'guest', siteId: site.id, cabinId: site.cabinId, guestId: guest.guestId },
      },
    );
  };
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
        name: invitedBy === 'physician' ? (claim?.card.name ?? '') : assistantName(),
      },
      siteName: site.name,
    }),
    gateway: options.gateway,
    toGuest: options.toGuest,
    onSide: (message) => router.receive('guest', message),
    onPage: (there) => {
      const wasOn = router.held().includes('guest-patient');
      setCalls();
      if (!there) router.gone('guest');
      // A call that begins is told to both ends; one that was on is told to the new page.
      else if (wasOn) router.opened('guest');
    },
    onChange: options.onChange,
  });

  return {
    refresh: () => {
      setCalls();
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
    guestAway: guests.away,
    fromGuest: guests.receive,
    signalling: guests.signalling,
    iceServers: () =>
      tellWindows((call) => ({ type: 'ice-servers', call, iceServers: [...options.iceServers()] })),
    networkChanged: () => tellWindows((call) => ({ type: 'network-changed', call })),
    link: guests.link,
    board: presence.board,
    close: () => {
      guests.close();
      refusals.close();
      presence.close();
    },
  };
};
