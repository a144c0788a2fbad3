import type { DeviceState } from '#core/contract/devices.ts';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { withinDeadline } from './deadline.ts';
import type { Driver, DriverSession, SessionEvent } from './driver.ts';
import type { Link, Transport } from './transport.ts';

/** Deadlines and pauses of the supervision, in milliseconds. */
export const SUPERVISION = {
  open: 3_000,
  /** A port that does not close is left to the system: the next opening says whether it is free. */
  close: 2_000,
  /** An unplugged idle port is noticed within two of these. */
  check: 1_000,
  /** Pauses before the first, second, ... reopening; the last one repeats. */
  reopen: [500, 1_000, 2_000, 3_000],
} as const;

/** Faults that are over as soon as the port opens. */
const PORT_FAULTS: ReadonlySet<ErrorCode> = new Set([
  'PORT_MISSING',
  'PORT_BUSY',
  'PORT_PERMISSION',
  'PORT_FAILED',
  'DEVICE_UNPLUGGED',
]);

/** What a capture yields; the supervisor's owner knows for whom. */
export type CaptureEvent = Extract<
  SessionEvent,
  { type: 'wave' | 'feedback' | 'reading' | 'scan' | 'failed' | 'idle' }
>;

export interface SupervisorOptions {
  readonly driver: Driver;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly visitClock: Clock;
  readonly visitBeganAt: () => Date | undefined;
  /** Looked for among what is plugged in: nothing there means absent, which is no fault. */
  readonly soughtFor?: boolean;
  onChange(): void;
  onCapture(event: CaptureEvent): void;
  /** Everything that goes over the line, for counters, the technician's view and recordings. */
  onTraffic?(direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
  onFault?(failure: Failure): void;
}

/** Keeps one device alive: opens, identifies, watches, reopens. */
export interface Supervisor {
  state(): DeviceState;
  identity(): DeviceIdentity;
  measures(): readonly ReadingKind[];
  battery(): 'low' | 'good' | undefined;
  start(): void;
  /** Only in state `ready`. */
  startCapture(measure: ReadingKind | undefined): void;
  stopCapture(): void;
  close(): Promise<void>;
}

interface Connection {
  readonly link: Link;
  readonly session: DriverSession;
  heard: boolean;
  identified: boolean;
  cancels: (() => void)[];
}

/** A supervisor at rest; `start` sets it going. */
export const createSupervisor = (options: SupervisorOptions): Supervisor => {
  const { driver, clock } = options;
  let state: DeviceState = { state: 'absent' };
  let { identity, measures } = driver.manifest;
  let battery: 'low' | 'good' | undefined;
  const delivered = new Set<string>();
  let connection: Connection | undefined;
  let attempts = 0;
  let cancelReopen = (): void => undefined;
  let closed = false;

  const become = (next: DeviceState): void => {
    state = next;
    options.onChange();
  };

  /** What is wrong with a device stays on show until it has proved itself again; a port that opens is progress at once. */
  const approach = (next: DeviceState): void => {
    if (state.state !== 'fault' || PORT_FAULTS.has(state.code)) become(next);
  };

  const disconnect = async (): Promise<void> => {
    const ending = connection;
    connection = undefined;
    if (ending === undefined) return;
    for (const cancel of ending.cancels) cancel();
    ending.session.close();
    await withinDeadline(clock, SUPERVISION.close, ending.link.close());
  };

  const pause = (): Milliseconds =>
    SUPERVISION.reopen[Math.min(attempts, SUPERVISION.reopen.length - 1)] ?? SUPERVISION.check;

  /** An unplugged device stays unplugged until its port is back, whatever the vain attempts to open it say. */
  const nameOf = (cause: Failure): Failure => {
    if (cause.code !== 'PORT_MISSING' || state.state !== 'fault') return cause;
    return state.code === 'DEVICE_UNPLUGGED' ? failure('DEVICE_UNPLUGGED') : cause;
  };

  const breakDown = (cause: Failure): void => {
    if (closed) return;
    const wasMeasuring = state.state === 'measuring';
    const named = nameOf(cause);
    const closing = disconnect();
    const isAbsent = named.code === 'PORT_MISSING' && options.soughtFor === true;
    become(isAbsent ? { state: 'absent' } : { state: 'fault', code: named.code });
    if (!isAbsent) options.onFault?.(named);
    if (wasMeasuring) {
      options.onCapture({ type: 'failed', failure: named });
      options.onCapture({ type: 'idle' });
    }
    const delay = pause();
    attempts += 1;
    // The next opening waits for this closing, or the port would be busy with ourselves.
    void closing.finally(() => {
      if (!closed) cancelReopen = clock.after(delay, () => void open());
    });
  };

  const watch = (mine: Connection): void => {
    const check = async (): Promise<void> => {
      const found = await withinDeadline(clock, SUPERVISION.check, mine.link.check());
      if (connection !== mine) return;
      if (found === undefined) breakDown(failure('PORT_FAILED', 'the port does not answer'));
      else if (!found.ok) breakDown(found.failure);
      else mine.cancels[0] = clock.after(SUPERVISION.check, () => void check());
    };
    mine.cancels[0] = clock.after(SUPERVISION.check, () => void check());
  };

  const takeIdentity = (said: Extract<SessionEvent, { type: 'identified' }>): void => {
    const isNew =
      JSON.stringify([said.identity, said.measures ?? measures]) !== JSON.stringify([identity, measures]);
    identity = said.identity;
    measures = said.measures ?? measures;
    if (connection !== undefined && !connection.identified) {
      connection.identified = true;
      attempts = 0;
      become({ state: 'ready' });
    } else if (isNew) options.onChange();
  };

  const take = (event: SessionEvent): void => {
    switch (event.type) {
      case 'identified':
        takeIdentity(event);
        return;
      case 'battery':
        if (battery !== event.battery) {
          battery = event.battery;
          options.onChange();
        }
        return;
      case 'clock':
        // Who judges it asks the session: nothing is done about a clock here.
        return;
      case 'fault':
        breakDown(event.failure);
        return;
      case 'idle':
        if (state.state === 'measuring') become({ state: 'ready' });
        options.onCapture(event);
        return;
      default:
        options.onCapture(event);
    }
  };

  const identify = (mine: Connection): void => {
    approach({ state: 'identifying' });
    const late = clock.after(driver.manifest.identifyWithinMs, () => {
      if (connection !== mine || mine.identified) return;
      breakDown(failure(mine.heard ? 'DEVICE_UNKNOWN' : 'DEVICE_SILENT'));
    });
    mine.cancels.push(late);
    mine.session.start();
  };

  const connect = (result: Result<Link, Failure>, attach: (mine: Connection) => void): void => {
    if (!result.ok) {
      breakDown(result.failure);
      return;
    }
    const link = result.value;
    const session = driver.createSession({
      clock,
      visitClock: options.visitClock,
      visitBeganAt: options.visitBeganAt,
      delivered,
      write: (bytes) => {
        options.onTraffic?.('to-device', bytes);
        link.write(bytes);
      },
      writeFeature: (bytes) => {
        options.onTraffic?.('to-device', bytes);
        link.writeFeature?.(bytes);
      },
      emit: (event) => {
        if (connection === mine) take(event);
      },
    });
    const mine: Connection = { link, session, heard: false, identified: false, cancels: [] };
    connection = mine;
    attach(mine);
    approach({ state: 'found' });
    watch(mine);
    identify(mine);
  };

  const open = async (): Promise<void> => {
    let mine: Connection | undefined;
    const opening = options.transport.open({
      onBytes: (bytes) => {
        if (mine === undefined || connection !== mine) return;
        mine.heard = true;
        options.onTraffic?.('from-device', bytes);
        mine.session.receive(bytes);
      },
      onClosed: (cause) => {
        if (mine !== undefined && connection === mine) breakDown(cause);
      },
    });
    const closeLate = (late: Result<Link, Failure>): void => {
      if (late.ok) void late.value.close();
    };
    const result = await withinDeadline(clock, SUPERVISION.open, opening, closeLate);
    if (closed) {
      if (result !== undefined) closeLate(result);
      return;
    }
    if (result === undefined) breakDown(failure('PORT_FAILED', 'opening takes too long'));
    else
      connect(result, (attached) => {
        mine = attached;
      });
  };

  return {
    state: () => state,
    identity: () => identity,
    measures: () => measures,
    battery: () => battery,
    start: () => void open(),
    startCapture: (measure) => {
      if (state.state !== 'ready' || connection === undefined) return;
      become({ state: 'measuring' });
      connection.session.startCapture(measure);
    },
    stopCapture: () => connection?.session.stopCapture(),
    close: async () => {
      closed = true;
      cancelReopen();
      await disconnect();
    },
  };
};
