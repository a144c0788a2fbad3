import type { Clock, Milliseconds } from '#core/time.ts';

/**
 * A frozen process raises no event at all, so it is asked. It has to be found, killed and started again within a second; measured, an
 * answer takes under 5 ms, a start up to 1.3 s under load.
 */
export const HEARTBEAT = {
  /** Between two questions. */
  ask: 250,
  /** A process that has said nothing for so long is frozen. */
  silent: 700,
  /** Until a process that was started has to be ready. */
  start: 10_000,
  /** A process that is just ready loads its drivers and libraries, and opens its ports. */
  settling: 3_000,
  /** Between two looks at the clock; one that comes later than `punctual` tells how late we ourselves are. */
  look: 50,
  punctual: 25,
} as const;

export interface Heartbeat {
  /** The process was started: it is given time until it is ready. */
  started(): void;
  ready(): void;
  /** The process lives: it answered, or said something else. */
  alive(): void;
  stop(): void;
}

interface HeartbeatOptions {
  readonly clock: Clock;
  ask(): void;
  /** The process does not answer; called once for each start. */
  onSilent(): void;
}

type Phase = 'starting' | 'settling' | 'steady' | 'given-up';

const ALLOWED: Readonly<Record<Phase, Milliseconds>> = {
  starting: HEARTBEAT.start,
  settling: HEARTBEAT.settling,
  steady: HEARTBEAT.silent,
  'given-up': Number.POSITIVE_INFINITY,
};

/**
 * Asks the process four times a second and tells when it has stopped answering. Time by which our own timers are late does not count as
 * its silence: on a loaded machine, or after a sleep, an answer may have arrived that nobody had time to read.
 */
export const createHeartbeat = ({ clock, ask, onSilent }: HeartbeatOptions): Heartbeat => {
  let phase: Phase = 'starting';
  let silentSince = clock.monotonic();
  let settledAt = Number.POSITIVE_INFINITY;
  let askedAt = silentSince;
  let cancel: () => void;

  const enter = (next: Phase): void => {
    phase = next;
    silentSince = clock.monotonic();
  };

  const look = (due: Milliseconds): void => {
    const now = clock.monotonic();
    if (now - due > HEARTBEAT.punctual) silentSince = Math.min(now, silentSince + now - due);
    if (phase === 'settling' && now >= settledAt) phase = 'steady';
    if (now - silentSince >= ALLOWED[phase]) {
      phase = 'given-up';
      onSilent();
    } else if (phase !== 'starting' && now - askedAt >= HEARTBEAT.ask) {
      askedAt = now;
      ask();
    }
    arm();
  };

  const arm = (): void => {
    const due = clock.monotonic() + HEARTBEAT.look;
    cancel = clock.after(HEARTBEAT.look, () => look(due));
  };

  arm();
  return {
    started: () => enter('starting'),
    ready: () => {
      enter('settling');
      settledAt = clock.monotonic() + HEARTBEAT.settling;
    },
    alive: () => {
      silentSince = clock.monotonic();
    },
    stop: () => cancel(),
  };
};
