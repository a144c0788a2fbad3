import { describe, expect, test } from 'vitest';
import type { DeviceState } from '#core/contract/devices.ts';
import { ok } from '#core/result.ts';
import { createMemoryWire, type MemoryWire } from '../transports/memory.ts';
import type { Driver, DriverSession, SessionContext } from './driver.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { type CaptureEvent, createSupervisor, SUPERVISION, type Supervisor } from './supervisor.ts';
import type { Transport } from './transport.ts';

const HELLO = Uint8Array.of(1);
const GARBAGE = Uint8Array.of(0xff);
const IDENTIFY_WITHIN_MS = 2_000;
const IDENTITY = { maker: 'Maker', model: 'Model' };

/** A device that is known by a byte 1, and whose session hands its reins to the test. */
const createTestDriver = (): { driver: Driver; sessions: { context: SessionContext; closed: boolean }[] } => {
  const sessions: { context: SessionContext; closed: boolean }[] = [];
  const createSession = (context: SessionContext): DriverSession => {
    const mine = { context, closed: false };
    sessions.push(mine);
    return {
      start: () => context.write(HELLO),
      receive: (bytes) => {
        if (bytes[0] === HELLO[0]) context.emit({ type: 'identified', identity: IDENTITY });
      },
      startCapture: () => undefined,
      stopCapture: () => context.emit({ type: 'idle' }),
      close: () => {
        mine.closed = true;
      },
    };
  };
  return {
    sessions,
    driver: {
      manifest: {
        id: 'tanita-scale',
        title: 'A device for tests',
        identity: IDENTITY,
        measures: ['body-weight'],
        port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
        usb: [],
        proof: 'handshake',
        evidence: 'unverified',
        identifyWithinMs: IDENTIFY_WITHIN_MS,
        protection: 'checksum',
      },
      createDecoder: () => ({ push: () => [], end: () => [] }),
      createSession,
      createFrameView: () => ({ fromDevice: () => [], toDevice: () => [] }),
    },
  };
};

interface Bench {
  readonly clock: FakeClock;
  readonly wire: MemoryWire;
  readonly supervisor: Supervisor;
  readonly sessions: { context: SessionContext; closed: boolean }[];
  /** Every state passed, as `state` or `fault CODE`. */
  readonly states: string[];
  readonly captured: CaptureEvent[];
}

const nameOf = (state: DeviceState): string =>
  state.state === 'fault' ? `fault ${state.code}` : state.state;

const createBench = (transportOf = (wire: MemoryWire): Transport => wire.transport): Bench => {
  const clock = createFakeClock();
  const wire = createMemoryWire();
  const { driver, sessions } = createTestDriver();
  const states: string[] = [];
  const captured: CaptureEvent[] = [];
  const supervisor = createSupervisor({
    driver,
    transport: transportOf(wire),
    clock,
    visitClock: clock,
    visitBeganAt: () => undefined,
    onChange: () => {
      const name = nameOf(supervisor.state());
      if (states.at(-1) !== name) states.push(name);
    },
    onCapture: (event) => captured.push(event),
  });
  return { clock, wire, supervisor, sessions, states, captured };
};

/** A bench whose device answers. */
const createReadyBench = async (): Promise<Bench> => {
  const bench = createBench();
  bench.wire.onReceived(() => bench.wire.send(HELLO));
  bench.supervisor.start();
  await bench.clock.advance(0);
  expect(bench.states).toEqual(['found', 'identifying', 'ready']);
  bench.states.length = 0;
  return bench;
};

describe('finding a device', () => {
  test('goes from absent to ready', async () => {
    const { supervisor } = createBench();
    expect(supervisor.state()).toEqual({ state: 'absent' });
    const bench = await createReadyBench();
    expect(bench.supervisor.identity()).toEqual(IDENTITY);
  });

  test.each(['PORT_MISSING', 'PORT_BUSY', 'PORT_PERMISSION', 'PORT_FAILED'] as const)(
    '%s is named, tried again with longer and longer pauses, and mends by itself',
    async (code) => {
      const { wire, supervisor, clock, states } = createBench();
      wire.onReceived(() => wire.send(HELLO));
      wire.refuse(code);
      supervisor.start();
      await clock.advance(20_000);
      expect(states).toEqual([`fault ${code}`]);
      wire.refuse(undefined);
      await clock.advance(Math.max(...SUPERVISION.reopen));
      expect(states.at(-1)).toBe('ready');
    },
  );

  test('a silent device and a talking stranger are told apart', async () => {
    const silent = createBench();
    silent.supervisor.start();
    await silent.clock.advance(IDENTIFY_WITHIN_MS);
    expect(silent.states.at(-1)).toBe('fault DEVICE_SILENT');

    const stranger = createBench();
    stranger.wire.onReceived(() => stranger.wire.send(GARBAGE));
    stranger.supervisor.start();
    await stranger.clock.advance(IDENTIFY_WITHIN_MS);
    expect(stranger.states.at(-1)).toBe('fault DEVICE_UNKNOWN');
  });

  test('an opening that hangs is given up, and closed when it succeeds after all', async () => {
    let finish: (() => void) | undefined;
    let closed = false;
    const hanging: Transport = {
      open: () =>
        new Promise((resolve) => {
          finish = () =>
            resolve(
              ok({
                write: () => undefined,
                check: async () => ok(undefined),
                close: async () => {
                  closed = true;
                },
              }),
            );
        }),
    };
    const { supervisor, clock, states } = createBench(() => hanging);
    supervisor.start();
    await clock.advance(SUPERVISION.open);
    expect(states).toEqual(['fault PORT_FAILED']);
    finish?.();
    await clock.advance(0);
    expect(closed).toBe(true);
  });
});

describe('losing a device', () => {
  test('an idle unplug that nobody announces is noticed within two checks', async () => {
    const { wire, clock, states } = await createReadyBench();
    wire.unplug('quietly');
    await clock.advance(2 * SUPERVISION.check);
    expect(states).toEqual(['fault DEVICE_UNPLUGGED']);
  });

  test('it stays unplugged while reopening fails, and comes back without a restart', async () => {
    const { wire, clock, states, sessions } = await createReadyBench();
    wire.unplug('announced');
    await clock.advance(60_000);
    expect(states).toEqual(['fault DEVICE_UNPLUGGED']);
    wire.replug();
    await clock.advance(Math.max(...SUPERVISION.reopen));
    expect(states).toEqual(['fault DEVICE_UNPLUGGED', 'found', 'identifying', 'ready']);
    expect(sessions.map(({ closed }) => closed)).toEqual([true, false]);
  });

  test('while measuring, the capture fails with the reason', async () => {
    const { wire, supervisor, clock, states, captured } = await createReadyBench();
    supervisor.startCapture('body-weight');
    wire.unplug('announced');
    await clock.advance(0);
    expect(states).toEqual(['measuring', 'fault DEVICE_UNPLUGGED']);
    expect(captured).toEqual([{ type: 'failed', failure: { code: 'DEVICE_UNPLUGGED' } }, { type: 'idle' }]);
  });

  test('a session that died is heard no more', async () => {
    const { wire, sessions, clock, captured, states } = await createReadyBench();
    wire.unplug('announced');
    await clock.advance(0);
    sessions[0]?.context.emit({ type: 'failed', failure: { code: 'DEVICE_GARBLED' } });
    sessions[0]?.context.emit({ type: 'identified', identity: IDENTITY });
    expect(captured).toEqual([]);
    expect(states).toEqual(['fault DEVICE_UNPLUGGED']);
  });

  test('a fault of the session closes the port and opens it again', async () => {
    const { wire, sessions, clock, states } = await createReadyBench();
    sessions[0]?.context.emit({ type: 'fault', failure: { code: 'DEVICE_GARBLED' } });
    await clock.advance(SUPERVISION.reopen[0]);
    // What was wrong stays on show until the device has proved itself again.
    expect(states).toEqual(['fault DEVICE_GARBLED', 'ready']);
    expect(wire.openings()).toBe(2);
  });
});

describe('the end', () => {
  test('closing stops every retry', async () => {
    const { wire, supervisor, clock } = await createReadyBench();
    wire.unplug('announced');
    await supervisor.close();
    wire.replug();
    await clock.advance(60_000);
    expect(wire.openings()).toBe(1);
  });
});
