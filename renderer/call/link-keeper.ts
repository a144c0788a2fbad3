import {
  CABIN_TIMES,
  failed,
  gone,
  type Link,
  moved,
  PHYSICIAN_TIMES,
  RECOVERY_TIMES,
  type RecoveryAction,
  signallingBack,
  step,
} from '#core/call/recovery.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Each side sends something this often, in milliseconds, media or not. */
const BEAT_MS = 500;

/** Steps the link of one call at its pace, over all attempts; between two calls there is none. */
export interface LinkKeeper {
  /** The link has this phase at present; undefined outside of a call. */
  phase(): Link['phase'] | undefined;
  /** A call is to be held: the first attempt is waited for, and asked for again when none comes. */
  expect(): void;
  /** A new attempt begins to join. */
  join(): void;
  /** Something came in. */
  hear(): void;
  /** The attempt has joined. */
  joined(): void;
  /** The browser has given the present path up. */
  failed(): void;
  /** The other side closed, or the peer broke for good. */
  gone(): void;
  /** The other end is not who it should be, or did not prove it; true unless this end is joined already, which a stranger cannot undo. */
  refused(): boolean;
  /** The machine's addresses have changed. */
  moved(): void;
  /** Signalling carries messages, or not. */
  signalling(works: boolean): void;
  /** The call is over. */
  end(): void;
}

export interface LinkKeeperOptions {
  readonly role: 'cabin' | 'physician';
  readonly clock: Clock;
  readonly roundTripMs: () => Milliseconds;
  /** The link has another phase. */
  readonly changed: (link: Link) => void;
  readonly act: (action: RecoveryAction) => void;
  /** Time for a sign of life, so that the other side hears that this one is there, media or not. */
  readonly beat: () => void;
  /** Four times a second, before the link's own step. */
  readonly tick: () => void;
}

/** No link yet; see `LinkKeeper`. */
export const createLinkKeeper = (options: LinkKeeperOptions): LinkKeeper => {
  const { clock } = options;
  const times = options.role === 'cabin' ? CABIN_TIMES : PHYSICIAN_TIMES;
  let link: Link | undefined;
  let heardMs: Milliseconds = 0;
  let signalling = true;
  let beatMs: Milliseconds = 0;
  let tickedMs: Milliseconds = 0;
  let cancelTick = (): void => {};

  const now = (): Milliseconds => clock.monotonic();
  const hear = (): void => {
    heardMs = now();
  };
  const follow = (next: Link): void => {
    link = next;
    options.changed(next);
  };

  const advance = (): void => {
    if (!link) return;
    const seen = { nowMs: now(), heardMs, roundTripMs: options.roundTripMs(), signalling };
    const next = step(link, seen, times);
    if (next.link.phase !== link.phase || next.actions.length > 0) follow(next.link);
    else link = next.link;
    for (const action of next.actions) options.act(action);
  };
  /** Something was told from outside: the link takes its next step at once. */
  const nudge = (next: Link): void => {
    follow(next);
    advance();
  };

  const tick = (): void => {
    cancelTick = clock.after(RECOVERY_TIMES.tickMs, tick);
    const slept = now() - tickedMs > RECOVERY_TIMES.sleepMs;
    tickedMs = now();
    if (slept) hear();
    if ((link?.phase === 'up' || link?.phase === 'stalled') && tickedMs - beatMs >= BEAT_MS) {
      beatMs = tickedMs;
      options.beat();
    }
    options.tick();
    advance();
  };
  const startTicking = (): void => {
    if (link) return;
    tickedMs = now();
    cancelTick();
    cancelTick = clock.after(RECOVERY_TIMES.tickMs, tick);
  };

  return {
    phase: () => link?.phase,
    expect: () => {
      startTicking();
      follow({ phase: 'joining', sinceMs: now() - times.joinMs + times.askMs });
    },
    join: () => {
      startTicking();
      follow({ phase: 'joining', sinceMs: now() });
    },
    hear,
    joined: () => {
      hear();
      follow({ phase: 'up', heardMs, moved: false });
    },
    failed: () => {
      if (link) nudge(failed(link, now()));
    },
    gone: () => {
      if (link) follow(gone(link, now(), times));
    },
    refused: () => {
      if (!link || link.phase === 'up' || link.phase === 'stalled') return false;
      if (link.phase === 'joining') follow({ phase: 'lost', joined: false, askAtMs: now() + times.askMs });
      else follow(link);
      return true;
    },
    moved: () => {
      if (link) nudge(moved(link, now()));
    },
    signalling: (works) => {
      const back = works && !signalling;
      signalling = works;
      if (back && link) nudge(signallingBack(link, now()));
    },
    end: () => {
      cancelTick();
      link = undefined;
    },
  };
};
