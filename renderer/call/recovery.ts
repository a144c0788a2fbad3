import type { Milliseconds } from '#core/time.ts';

/**
 * How a call mends itself, as a pure machine stepped twice a second. Times from measurements on cut, slow and changing links: the
 * browser alone reports a loss only after 6 s and gives up after 16 s.
 */
export const RECOVERY_TIMES = {
  tickMs: 500,
  /** Nothing came in for this long: the link is stalled. Each side sends something twice a second. */
  stallMs: 1_500,
  /** Plus two round trips: ICE often heals by itself meanwhile. */
  healMs: 300,
  /** Plus two round trips: a restart is given this long before the next. */
  restartMs: 4_000,
  restarts: 3,
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
  | { readonly phase: 'up'; readonly heardMs: Milliseconds }
  | {
      readonly phase: 'stalled';
      readonly sinceMs: Milliseconds;
      readonly restarts: number;
      readonly restartedMs: Milliseconds | undefined;
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
}

const rebuild = (joined: boolean, nowMs: Milliseconds, times: RoleTimes): Step => ({
  link: { phase: 'lost', joined, askAtMs: nowMs + times.askMs },
  actions: ['rebuild'],
});

/** One step of a link; nothing changes while all is well. */
export const step = (link: Link, seen: Observation, times: RoleTimes): Step => {
  const { nowMs, heardMs } = seen;
  switch (link.phase) {
    case 'joining':
      return nowMs - link.sinceMs < times.joinMs ? { link, actions: [] } : rebuild(false, nowMs, times);
    case 'up':
      if (nowMs - heardMs < RECOVERY_TIMES.stallMs) return { link: { phase: 'up', heardMs }, actions: [] };
      return {
        link: { phase: 'stalled', sinceMs: nowMs, restarts: 0, restartedMs: undefined },
        actions: ['probe'],
      };
    case 'stalled': {
      if (heardMs > link.sinceMs) return { link: { phase: 'up', heardMs }, actions: [] };
      const twoTrips = 2 * seen.roundTripMs;
      const due =
        link.restartedMs === undefined
          ? link.sinceMs + RECOVERY_TIMES.healMs + twoTrips
          : link.restartedMs + RECOVERY_TIMES.restartMs + twoTrips;
      if (nowMs < due) return { link, actions: [] };
      if (link.restarts >= RECOVERY_TIMES.restarts) return rebuild(true, nowMs, times);
      return { link: { ...link, restarts: link.restarts + 1, restartedMs: nowMs }, actions: ['restart'] };
    }
    case 'lost':
      return nowMs < link.askAtMs ? { link, actions: [] } : rebuild(link.joined, nowMs, times);
  }
};

/** The other side closed, or the peer broke: a new attempt is asked for, unless one comes first. */
export const gone = (link: Link, nowMs: Milliseconds, times: RoleTimes): Link => ({
  phase: 'lost',
  joined: link.phase === 'lost' ? link.joined : link.phase !== 'joining',
  askAtMs: nowMs + times.goneMs,
});
