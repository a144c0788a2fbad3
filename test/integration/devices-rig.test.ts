import { afterEach, describe, expect, test } from 'vitest';
import { type FromDeviceHost, fromDeviceHostSchema } from '#core/contract/device-host.ts';
import type { DriverId } from '#core/contract/devices.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import { systemClock } from '#devices/kit/clock.ts';
import { hasSocat } from '#devices/simulation/pty-wire.ts';
import { type Rig, startRig, type WireKind } from '#devices/simulation/rig.ts';
import { obeyTester } from '#devices/simulation/tester.ts';
import { systemPorts } from '#devices/transports/ports.ts';
import { createDeviceHost, type DeviceHost } from '#electron/device-host/host.ts';
import type { PagePort } from '#electron/device-host/ports.ts';

/** Cuff and scale go so much faster; the oximeter's stream stays real. */
const CLOCK_RATE = 20;
const EPOCH = 1;

type Expectation<T> = {
  readonly matches: (message: FromDeviceHost) => T | undefined;
  resolve(value: T): void;
};

/** A device host on real lines, with simulators at the other end. */
const startBench = async (wire: WireKind) => {
  const rig = await startRig({ seed: 5, clockRate: CLOCK_RATE, clock: systemClock, wire });
  const seen: FromDeviceHost[] = [];
  const live: LiveMessage[] = [];
  const expectations = new Set<Expectation<unknown>>();
  let tell = (_message: unknown, _ports: readonly PagePort[]): void => undefined;
  const host = createDeviceHost({
    clock: systemClock,
    ports: systemPorts,
    port: {
      post: (message) => {
        const checked = fromDeviceHostSchema.parse(message);
        seen.push(checked);
        for (const expectation of expectations) {
          const value = expectation.matches(checked);
          if (value === undefined) continue;
          expectations.delete(expectation);
          expectation.resolve(value);
        }
      },
      onMessage: (listener) => {
        tell = listener;
      },
    },
  });
  /** The first message from now on of which `matches` makes something. */
  const next = <T>(matches: (message: FromDeviceHost) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      expectations.add({ matches, resolve: resolve as (value: unknown) => void });
    });
  const reaches = (id: DriverId, wanted: string): Promise<true> =>
    next((message) => {
      const state = message.type === 'devices' && message.devices.find((device) => device.id === id)?.state;
      return state && (state.state === 'fault' ? state.code : state.state) === wanted ? true : undefined;
    });
  const outcome = (captureId: string) =>
    next((message) =>
      (message.type === 'capture-reading' || message.type === 'capture-failed') &&
      message.captureId === captureId
        ? message
        : undefined,
    );
  const ready = Promise.all(rig.file.devices.map(({ driver }) => reaches(driver, 'ready')));
  const page: PagePort = {
    post: (message) => live.push(message),
    onClose: () => undefined,
    close: () => undefined,
  };
  tell({ type: 'configure', bindings: rig.file.devices, clockRate: CLOCK_RATE }, []);
  tell({ type: 'page-port', page: 'patient' }, [page]);
  tell({ type: 'begin-visit', epoch: EPOCH }, []);
  await ready;
  const capture = (measure: string, captureId = measure) => {
    const ended = outcome(captureId);
    tell({ type: 'start-capture', captureId, epoch: EPOCH, measure }, []);
    return ended;
  };
  return { rig, host, live, capture, reaches };
};

let running: { rig: Rig; host: DeviceHost } | undefined;
afterEach(async () => {
  await running?.host.close();
  await running?.rig.close();
  running = undefined;
});

describe.each<WireKind>(['pty', 'tcp'])('over %s', (wire) => {
  test.skipIf(wire === 'pty' && !hasSocat())(
    'three devices measure one patient',
    { timeout: 40_000 },
    async () => {
      const bench = await startBench(wire);
      running = bench;
      const { patient } = bench.rig;

      const [oximetry, pressure, weight] = await Promise.all([
        bench.capture('oximetry'),
        bench.capture('blood-pressure'),
        bench.capture('body-weight'),
      ]);

      const { systolic, diastolic } = patient.bloodPressure(0);
      expect(pressure).toMatchObject({
        origin: 'simulator',
        reading: { values: { systolic: { value: systolic }, diastolic: { value: diastolic } } },
      });
      expect(weight).toMatchObject({
        reading: { values: { weight: { value: patient.weight, unit: 'kg' } } },
      });
      expect(oximetry).toMatchObject({ signal: 4, reading: { status: 'valid' } });
      const rates = [oximetry, pressure].map((message) =>
        message.type === 'capture-reading' ? message.reading.values['pulse-rate']?.value : undefined,
      );
      // One heart: both instruments count the same pulse.
      expect(Math.abs((rates[0] ?? 0) - (rates[1] ?? 999))).toBeLessThanOrEqual(6);
      const samples = bench.live.flatMap((message) => (message.type === 'wave' ? message.samples : []));
      expect(samples.length).toBeGreaterThan(8 * 58);
    },
  );

  test.skipIf(wire === 'pty' && !hasSocat())(
    'a plug pulled in mid-measure fails the capture, and the device comes back by itself',
    { timeout: 40_000 },
    async () => {
      const bench = await startBench(wire);
      running = bench;
      const measuring = bench.reaches('and-tm2657', 'measuring');
      const ended = bench.capture('blood-pressure');
      await measuring;
      const unplugged = bench.reaches('and-tm2657', 'DEVICE_UNPLUGGED');
      await obeyTester(bench.rig, 'unplug and-tm2657');
      await unplugged;
      expect(await ended).toMatchObject({ type: 'capture-failed', failure: { code: 'DEVICE_UNPLUGGED' } });
      const back = bench.reaches('and-tm2657', 'ready');
      await obeyTester(bench.rig, 'replug and-tm2657');
      await back;
      expect(await bench.capture('blood-pressure', 'again')).toMatchObject({ type: 'capture-reading' });
    },
  );

  test.skipIf(wire === 'pty' && !hasSocat())(
    'an idle device that is unplugged is noticed, and a second program finds the port busy',
    { timeout: 20_000 },
    async () => {
      const bench = await startBench(wire);
      running = bench;
      const connection = bench.rig.device('tanita-scale')?.wire.connection;
      if (wire === 'pty' && connection !== undefined) {
        const line = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
        const second = await systemPorts.ofConnection(connection, { transport: 'serial', line }).open({
          onBytes: () => undefined,
          onClosed: () => undefined,
        });
        expect(second).toMatchObject({ ok: false, failure: { code: 'PORT_BUSY' } });
      }
      const began = performance.now();
      const unplugged = bench.reaches('tanita-scale', 'DEVICE_UNPLUGGED');
      await obeyTester(bench.rig, 'unplug tanita-scale');
      await unplugged;
      expect(performance.now() - began).toBeLessThan(3_000);
    },
  );
});
