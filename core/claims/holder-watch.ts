import type { PhysicianPresence } from '../contract/signalling.ts';
import type { Milliseconds } from '../time.ts';
import { ABSENCE_ASKED_AFTER_MS, CALL_GRACE_MS, CLAIM_GRACE_MS, TELEPHONE_GRACE_MS } from './arbitration.ts';

/** The physician who holds the claim, as far as the broker tells. */
export interface Holder {
  readonly physicianId: string;
  /** `unknown`: our own link to the broker came back, and nothing was heard of them since. */
  readonly presence: 'present' | 'absent' | 'unknown';
  /** When the claim ends unless they come back; monotonic. Undefined while they are here, or may be for all that is known. */
  readonly endsAtMs: Milliseconds | undefined;
  /** When patient and assistant are asked what to do about it; monotonic. Undefined while nobody is missed, and once they were asked. */
  readonly asksAtMs: Milliseconds | undefined;
}

/** What decides how long a claim outlives its owner's page. */
export interface HolderWatch {
  readonly holder: Holder | undefined;
  /** The peer connection lives: then the broker's word about presence ends nothing. */
  readonly callAlive: boolean;
  /** Patient and physician were in consultation: it is not given to another within seconds. */
  readonly inCall: boolean;
  /** Our own link to the broker: while it is down nobody can be heard, so nobody is declared gone. */
  readonly linked: boolean;
  /** Pages that said they are online, by physician: the last will of an older page says nothing about the newer. */
  readonly pages: ReadonlyMap<string, string | undefined>;
}

export const NO_HOLDER: HolderWatch = {
  holder: undefined,
  callAlive: false,
  inCall: false,
  linked: false,
  pages: new Map(),
};

export type HolderNews =
  /** Who holds the claim now, as the visit says. */
  | { readonly type: 'holder'; readonly physicianId: string | undefined }
  | { readonly type: 'presence'; readonly physicianId: string; readonly presence: PhysicianPresence }
  /** A message about the call or the claim came from this physician. */
  | { readonly type: 'heard'; readonly physicianId: string }
  /** The consultation has begun, or is over. */
  | { readonly type: 'consultation'; readonly inCall: boolean }
  /** They go on by telephone. */
  | { readonly type: 'telephone' }
  | { readonly type: 'link'; readonly up: boolean }
  | { readonly type: 'call'; readonly alive: boolean }
  | { readonly type: 'time-passed' };

/** `away` and `back` are for the screens, `missed` says that it has lasted; `gone` ends the claim. */
export type HolderOutcome = 'away' | 'back' | 'missed' | 'gone';

export interface Watched {
  readonly watch: HolderWatch;
  readonly outcome: HolderOutcome | undefined;
}

/** Nobody hears them any more: while the call lives they are here, whatever the broker says. */
const isUnreachable = ({ holder, callAlive }: HolderWatch): boolean =>
  holder?.presence === 'absent' && !callAlive;

/** Starts or stops the grace as what is known of the holder asks for, and says what has changed. */
const settled = (before: HolderWatch, after: HolderWatch, nowMs: Milliseconds): Watched => {
  const { holder } = after;
  if (!holder) return { watch: after, outcome: undefined };
  const counting = after.linked && holder.presence !== 'present' && !after.callAlive;
  const endsAtMs = counting
    ? (holder.endsAtMs ?? nowMs + (after.inCall ? CALL_GRACE_MS : CLAIM_GRACE_MS))
    : undefined;
  const isMissed = counting && after.inCall && isUnreachable(after);
  const wasMissed =
    before.holder?.physicianId === holder.physicianId &&
    before.linked &&
    before.inCall &&
    isUnreachable(before);
  const asksAtMs = !isMissed ? undefined : wasMissed ? holder.asksAtMs : nowMs + ABSENCE_ASKED_AFTER_MS;
  const wasAway = before.holder?.physicianId === holder.physicianId && isUnreachable(before);
  const isAway = isUnreachable(after);
  return {
    watch: { ...after, holder: { ...holder, endsAtMs, asksAtMs } },
    outcome: wasAway === isAway ? undefined : isAway ? 'away' : 'back',
  };
};

const withPresence = (watch: HolderWatch, presence: Holder['presence']): HolderWatch =>
  watch.holder ? { ...watch, holder: { ...watch.holder, presence } } : watch;

const hearPresence = (
  watch: HolderWatch,
  { physicianId, presence }: Extract<HolderNews, { readonly type: 'presence' }>,
): HolderWatch => {
  const known = watch.pages.get(physicianId);
  const ofOlderPage = presence.page !== undefined && known !== undefined && presence.page !== known;
  if (presence.state === 'offline' && ofOlderPage) return watch;
  const pages = new Map(watch.pages);
  if (presence.state === 'online') pages.set(physicianId, presence.page);
  else pages.delete(physicianId);
  const next = { ...watch, pages };
  if (watch.holder?.physicianId !== physicianId) return next;
  return withPresence(next, presence.state === 'online' ? 'present' : 'absent');
};

const hearLink = (watch: HolderWatch, up: boolean): HolderWatch => {
  if (up === watch.linked) return watch;
  if (!up) return { ...watch, linked: up };
  // What the broker kept is told again after each connection; one that restarted has forgotten it.
  const next = { ...watch, linked: up, pages: new Map() };
  return watch.holder?.presence === 'present' ? withPresence(next, 'unknown') : next;
};

const hearHolder = (watch: HolderWatch, physicianId: string | undefined): HolderWatch => {
  if (physicianId === watch.holder?.physicianId) return watch;
  const holder: Holder | undefined =
    physicianId === undefined
      ? undefined
      : { physicianId, presence: 'present', endsAtMs: undefined, asksAtMs: undefined };
  return { ...watch, holder, callAlive: false, inCall: false };
};

/**
 * Follows the page of the physician who holds the claim. Pure: `nowMs` is the caller's monotonic clock, real and not the visit's;
 * `time-passed` is to be told at `nextLookMs`.
 */
export const watchHolder = (watch: HolderWatch, news: HolderNews, nowMs: Milliseconds): Watched => {
  switch (news.type) {
    case 'holder':
      return settled(watch, hearHolder(watch, news.physicianId), nowMs);
    case 'presence':
      return settled(watch, hearPresence(watch, news), nowMs);
    case 'heard':
      return watch.holder?.physicianId === news.physicianId
        ? settled(watch, withPresence(watch, 'present'), nowMs)
        : { watch, outcome: undefined };
    case 'consultation':
      return settled(watch, { ...watch, inCall: news.inCall }, nowMs);
    case 'telephone': {
      const { holder } = watch;
      if (holder?.endsAtMs === undefined) return { watch, outcome: undefined };
      const endsAtMs = nowMs + TELEPHONE_GRACE_MS;
      return { watch: { ...watch, holder: { ...holder, endsAtMs } }, outcome: undefined };
    }
    case 'link':
      return settled(watch, hearLink(watch, news.up), nowMs);
    case 'call':
      return settled(watch, { ...watch, callAlive: news.alive }, nowMs);
    case 'time-passed': {
      const { holder } = watch;
      if (holder?.endsAtMs !== undefined && nowMs >= holder.endsAtMs)
        return { watch: { ...watch, holder: undefined, callAlive: false }, outcome: 'gone' };
      return holder?.asksAtMs !== undefined && nowMs >= holder.asksAtMs
        ? { watch: { ...watch, holder: { ...holder, asksAtMs: undefined } }, outcome: 'missed' }
        : { watch, outcome: undefined };
    }
  }
};

/** When time itself is news of the holder; undefined while nothing is waited for. */
export const nextLookMs = ({ holder }: HolderWatch): Milliseconds | undefined =>
  holder === undefined || (holder.asksAtMs === undefined && holder.endsAtMs === undefined)
    ? undefined
    : Math.min(holder.asksAtMs ?? Infinity, holder.endsAtMs ?? Infinity);
