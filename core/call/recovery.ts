import type { Milliseconds } from '../time.ts';

/**
 * How a call mends itself, as a pure machine stepped four times a second. Times from measurements on cut, slow and changing links: the
 * browser alone reports a loss only after 6 s and gives up after 16 s.
 */
export const RECOVERY_TIMES = {
  tickMs: 250,
  /** Nothing came in for this long: the link is stalled. Each side sends something twice a second. */
  stallMs: 1_500,
  /** Plus two round trips: ICE often heals by itself meanwhile. */
  healMs: 300,
  /**
   * Plus two round trips: a restart is given this long before the next. A browser looks for new addresses every 2 s, and a restart made
   * before that finds the old ones only.
   */
  restartMs: 2_500,
  restarts: 5,
  /** Between two ticks this far apart the page itself stood still, and knows nothing about the link. */
  sleepMs: 2_000,
} as const;

/**
 * Waits that differ by role, so that both sides do not ask for a new attempt at the same moment. The cabin comes first: it alone
 * opens attempts.
 */
export interface RoleTimes {
  /** An attempt that has not joined in this time is given up: without usable candidates ICE never fails by itself. */
  readonly joinMs: Milliseconds;
  /** After the other side closed: it may be reloading, and then asks by itself. */
  readonly goneMs: Milliseconds;
  /** Between two requests for a new attempt. */
  readonly askMs: Milliseconds;
}
export const CABIN_TIMES: RoleTimes = { joinMs: 12_000, goneMs: 2_500, askMs: 5_000 };
export const PHYSICIAN_TIMES: RoleTimes = { joinMs: 15_000, goneMs: 5_000, askMs: 7_000 };

export type Link =
  | { readonly phase: 'joining'; readonly sinceMs: Milliseconds }
  /** `moved`: the machine's addresses have changed, and ICE is to be restarted although packets may still come. */
  | { readonly phase: 'up'; readonly heardMs: Milliseconds; readonly moved: boolean }
  /** The next restart is made at `dueAtMs`, or as soon after it as signalling carries an offer. */
  | {
      readonly phase: 'stalled';
      readonly sinceMs: Milliseconds;
      readonly restarts: number;
      readonly dueAtMs: Milliseconds;
    }
  /** Without a peer; the next request for a new attempt is made at `askAtMs`. `joined` tells a lost call from one never joined. */
  | { readonly phase: 'lost'; readonly joined: boolean; readonly askAtMs: Milliseconds };

/** `probe`: find out whether signalling is alive. `restart`: restart ICE, or ask for it. `rebuild`: ask for a new attempt. */
export type RecoveryAction = 'probe' | 'restart' | 'rebuild';
export interface Step {
  readonly link: Link;
  readonly actions: readonly RecoveryAction[];
}

export interface Observation {
  readonly nowMs: Milliseconds;
  /** When something last came in over this peer connection. */
  readonly heardMs: Milliseconds;
  readonly roundTripMs: Milliseconds;
  /** Whether an offer, or a request, can leave now: nothing is signalled later, so nothing is begun while it cannot. */
  readonly signalling: boolean;
}

const up = (heardMs: Milliseconds): Link => ({ phase: 'up', heardMs, moved: false });
const rebuild = (joined: boolean, nowMs: Milliseconds, times: RoleTimes): Step => ({
  link: { phase: 'lost', joined, askAtMs: nowMs + times.askMs },
  actions: ['rebuild'],
});

const stepUp = (link: Extract<Link, { phase: 'up' }>, seen: Observation): Step => {
  const { nowMs, heardMs, roundTripMs } = seen;
  if (nowMs - heardMs >= RECOVERY_TIMES.stallMs) {
    const dueAtMs = link.moved ? nowMs : nowMs + RECOVERY_TIMES.healMs + 2 * roundTripMs;
    return { link: { phase: 'stalled', sinceMs: nowMs, restarts: 0, dueAtMs }, actions: ['probe'] };
  }
  if (link.moved && seen.signalling) return { link: up(heardMs), actions: ['restart'] };
  return { link: { ...link, heardMs }, actions: [] };
};

const stepStalled = (
  link: Extract<Link, { phase: 'stalled' }>,
  seen: Observation,
  times: RoleTimes,
): Step => {
  const { nowMs, heardMs, roundTripMs } = seen;
  if (heardMs > link.sinceMs) return { link: up(heardMs), actions: [] };
  if (nowMs < link.dueAtMs || !seen.signalling) return { link, actions: [] };
  if (link.restarts >= RECOVERY_TIMES.restarts) return rebuild(true, nowMs, times);
  const dueAtMs = nowMs + RECOVERY_TIMES.restartMs + 2 * roundTripMs;
  return { link: { ...link, restarts: link.restarts + 1, dueAtMs }, actions: ['restart'] };
};

/** One step of a link; nothing changes while all is well. */
export const step = (link: Link, seen: Observation, times: RoleTimes): Step => {
  const { nowMs } = seen;
  switch (link.phase) {
    case 'joining':
      return nowMs - link.sinceMs < times.joinMs ? { link, actions: [] } : rebuild(false, nowMs, times);
    case 'up':
      return stepUp(link, seen);
    case 'stalled':
      return stepStalled(link, seen, times);
    case 'lost':
      return nowMs < link.askAtMs || !seen.signalling
        ? { link, actions: [] }
        : rebuild(link.joined, nowMs, times);
  }
};

/** The other side closed, or the peer broke: a new attempt is asked for, unless one comes first. */
export const gone = (link: Link, nowMs: Milliseconds, times: RoleTimes): Link => ({
  phase: 'lost',
  joined: link.phase === 'lost' ? link.joined : link.phase !== 'joining',
  askAtMs: nowMs + times.goneMs,
});

/** The operating system tells of other network addresses: the path in use may be dead, and a restart finds the new one. */
export const moved = (link: Link, nowMs: Milliseconds): Link => {
  switch (link.phase) {
    case 'up':
      return { ...link, moved: true };
    case 'stalled':
      return { ...link, restarts: 0, dueAtMs: nowMs };
    case 'lost':
      return { ...link, askAtMs: nowMs };
    case 'joining':
      return link;
  }
};

/** Signalling carries messages again: what was sent over the link that died has not arrived, so that the next restart is due at once. */
export const signallingBack = (link: Link, nowMs: Milliseconds): Link =>
  link.phase === 'stalled' ? { ...link, dueAtMs: nowMs } : link;

/** The browser has given up the path: no healing is to be waited for. */
export const failed = (link: Link, nowMs: Milliseconds): Link =>
  link.phase === 'up' ? { phase: 'stalled', sinceMs: nowMs, restarts: 0, dueAtMs: nowMs } : link;
