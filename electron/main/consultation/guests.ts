import {
  type FromGuest,
  INVITATION_SECONDS,
  type Invitation,
  type InvitationView,
  type ToGuest,
} from '#core/contract/guests.ts';
import type { SideMessage } from '#core/contract/side-calls.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { assertNever } from '#core/result.ts';
import { type Clock, type Milliseconds, toInstant } from '#core/time.ts';
import { type Guest, type GuestLinkView, openGuest } from '#core/visit/company/company.ts';
import { guestInCall } from '#core/visit/company/decide-company.ts';
import type { Visit } from '#core/visit/visit.ts';
import type { VisitKeeper } from '../visit/keeper.ts';

/** Makes links, lets guests in as the visit says, and tells them how they stand. */
export interface Guests {
  /** The visit has changed. */
  refresh(): void;
  /** The gateway let somebody in with a link. */
  arrived(guestId: string, name: string): void;
  receive(guestId: string, letter: FromGuest): void;
  /** To the present guest, over the broker. */
  send(message: SideMessage): void;
  /** This load of the guest's page is closed; another one may follow at once. */
  away(guestId: string, page: string): void;
  /** A page of the guest is there, or is only silent. */
  isThere(): boolean;
  /** Something else than a letter shows that the guest is there. */
  seen(): void;
  /** The cabin's own link to the broker came or went. */
  signalling(works: boolean): void;
  /** While nobody has used it. */
  link(): GuestLinkView | undefined;
  close(): void;
}

interface GuestsOptions {
  readonly keeper: Pick<VisitKeeper, 'visit' | 'bring'>;
  readonly clock: Clock;
  /** A code that cannot be guessed, and its hash. */
  readonly newCode: () => { readonly code: string; readonly hash: string };
  readonly linkOf: (code: string) => string;
  readonly viewOf: (guest: Guest, visit: Visit) => InvitationView;
  readonly gateway: {
    readonly invite: (invitation: Invitation) => void;
    readonly endGuest: (guestId: string) => void;
  };
  readonly toGuest: (guestId: string, letter: ToGuest) => void;
  /** A message of the guest's side calls. */
  readonly onSide: (message: SideMessage) => void;
  /** The guest's page is there, for the first time or again; or it is gone. */
  readonly onPage: (there: boolean) => void;
  /** The link has changed. */
  readonly onChange: () => void;
}

/** A guest's page says every five seconds that it is there. */
const SILENCE_MS: Milliseconds = 45_000;
/** The broker has lost the page: what comes over its calls shows that it is there, or nothing does. */
const LOST_MS: Milliseconds = 10_000;
/** A page that is loaded again says hello within this time, over a phone's line too; a closed one never does. */
const RETURN_MS: Milliseconds = 10_000;
/** The last letter must arrive before the connection is closed. */
const FAREWELL_MS: Milliseconds = 1_000;

const PATIENCE_MS = { no: SILENCE_MS, lost: LOST_MS, away: RETURN_MS } as const;

type Standing = Extract<ToGuest, { type: 'standing' }>['standing'];

export const createGuests = (options: GuestsOptions): Guests => {
  const { keeper, clock, gateway, toGuest } = options;
  let known: Guest | undefined;
  let link: GuestLinkView | undefined;
  let page: string | undefined;
  let standing: Standing | undefined;
  let works = false;
  let missing: 'no' | 'lost' | 'away' = 'no';
  let cancelExpiry = (): void => {};
  let cancelSilence = (): void => {};

  const heard = (): void => {
    cancelSilence();
    const { guestId } = known ?? {};
    if (guestId === undefined || page === undefined || !works) return;
    cancelSilence = clock.after(
      PATIENCE_MS[missing],
      () => void keeper.bring({ type: 'note-guest-left', guestId }),
    );
  };

  const invite = (guest: Guest, visit: Visit): void => {
    const { guestId } = guest;
    const { code, hash } = options.newCode();
    const expiresAtMs = Date.parse(clock.now()) + INVITATION_SECONDS * 1_000;
    link = { guestId, link: options.linkOf(code), expiresAt: toInstant(new Date(expiresAtMs)) };
    gateway.invite({
      guestId,
      ticketId: visit.ticket?.ticketId ?? '',
      codeHash: hash,
      expiresAtMs,
      used: false,
      view: options.viewOf(guest, visit),
    });
    cancelExpiry = clock.after(INVITATION_SECONDS * 1_000, () => {
      keeper.bring({ type: 'expire-guest', guestId });
    });
  };

  /** The link, the page and the connection of a guest who is over are forgotten; what became of them is said first. */
  const forget = (guest: Guest, visit: Visit): void => {
    const { guestId } = guest;
    const last = visit.company.guests.find((one) => one.guestId === guestId)?.state;
    const ending = last?.state === 'over' ? last.ending : 'ended';
    cancelExpiry();
    cancelSilence();
    link = undefined;
    if (page === undefined) gateway.endGuest(guestId);
    else {
      toGuest(guestId, { type: 'over', page, ending });
      clock.after(FAREWELL_MS, () => gateway.endGuest(guestId));
      options.onPage(false);
    }
    page = undefined;
    missing = 'no';
    standing = undefined;
  };

  const standingOf = (guest: Guest, visit: Visit): Standing => {
    if (guest.state.state !== 'present') return 'asked';
    if (visit.paused) return 'paused';
    return guestInCall(visit) === undefined ? 'accepted' : 'in-call';
  };
  const tellStanding = (guest: Guest, visit: Visit): void => {
    const next = standingOf(guest, visit);
    if (page === undefined || next === standing) return;
    standing = next;
    toGuest(guest.guestId, { type: 'standing', page, standing: next });
  };

  const refresh = (): void => {
    const visit = keeper.visit();
    const guest = openGuest(visit.company);
    const changed = guest?.guestId !== known?.guestId;
    const before = link;
    if (changed && known !== undefined) forget(known, visit);
    known = guest;
    if (changed && guest?.state.state === 'invited') invite(guest, visit);
    if (guest !== undefined && guest.state.state !== 'invited') {
      cancelExpiry();
      link = undefined;
      tellStanding(guest, visit);
    }
    if (link !== before) options.onChange();
  };

  const hello = (guestId: string, from: string, protocolVersion: number): void => {
    if (protocolVersion !== PROTOCOL_VERSION) {
      toGuest(guestId, { type: 'standing', page: from, standing: 'version' });
      return;
    }
    if (page !== undefined && page !== from)
      toGuest(guestId, { type: 'standing', page, standing: 'replaced' });
    page = from;
    missing = 'no';
    standing = undefined;
    heard();
    refresh();
    options.onPage(true);
  };

  return {
    refresh,
    arrived: (guestId, name) => {
      // The visit may be over by the time that the guest has typed their name.
      const noted = keeper.bring({ type: 'note-guest-arrived', guestId, name });
      if (!noted.ok) gateway.endGuest(guestId);
    },
    receive: (guestId, letter) => {
      if (known?.guestId !== guestId || known.state.state === 'invited') return;
      if (letter.type === 'hello') return hello(guestId, letter.page, letter.protocolVersion);
      // Of a page that is closed the last letters may come late.
      if (letter.page !== page || missing === 'away') return;
      missing = letter.type === 'lost' ? 'lost' : 'no';
      heard();
      switch (letter.type) {
        case 'here':
        case 'lost':
          break;
        case 'bye':
          keeper.bring({ type: 'note-guest-left', guestId });
          break;
        case 'side':
          options.onSide(letter.message);
          break;
        default:
          assertNever(letter);
      }
    },
    send: (message) => {
      if (known !== undefined && page !== undefined) toGuest(known.guestId, { type: 'side', page, message });
    },
    away: (guestId, from) => {
      if (known?.guestId !== guestId || page !== from || missing === 'away') return;
      missing = 'away';
      heard();
      options.onPage(false);
    },
    isThere: () => page !== undefined && missing !== 'away',
    seen: () => {
      if (missing !== 'away') heard();
    },
    signalling: (next) => {
      works = next;
      heard();
    },
    link: () => link,
    close: () => {
      cancelExpiry();
      cancelSilence();
    },
  };
};
