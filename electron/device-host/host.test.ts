import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type DeviceBinding, type FromDeviceHost, fromDeviceHostSchema } from '#core/contract/devices.ts';
import { type LiveMessage, liveMessageSchema } from '#core/contract/live.ts';
import { createSimulator as createBloodPressureMonitor } from '#devices/drivers/and-tm2657/simulator.ts';
import { createSimulator as createOximeter } from '#devices/drivers/contec-cms50/simulator.ts';
import { createSimulator as createScale } from '#devices/drivers/tanita-scale/simulator.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { Simulator, SimulatorContext } from '#devices/kit/simulator.ts';
import { createPatient } from '#devices/simulation/patient.ts';
import { createMemoryWire, type MemoryWire } from '#devices/transports/memory.ts';
import { createDeviceHost, type DeviceHost } from './host.ts';
import type { PagePort } from './ports.ts';

const PATIENT = createPatient(11);
const EPOCH = 4;

const binding = (driver: DeviceBinding['driver'], simulated = true): DeviceBinding => ({
  id: driver,
  driver,
  connection: { transport: 'serial', path: `/dev/${driver}` },
  simulated,
});

/** A wire with a simulator on it, and what a tester may do to both. */
const simulatorOn = <Control>(
  clock: FakeClock,
  create: (context: SimulatorContext) => Simulator<Control>,
): { wire: MemoryWire; control: Control; silence(silent: boolean): void; sent: Uint8Array[] } => {
  const wire = createMemoryWire();
  const sent: Uint8Array[] = [];
  let silent = false;
  const send = (bytes: Uint8Array): void => {
    if (silent) return;
    sent.push(bytes);
    wire.send(bytes);
  };
  const simulator = create({ clock, bodyClock: clock, patient: PATIENT, send });
  wire.onReceived((bytes) => simulator.receive(bytes));
  return {
    wire,
    control: simulator.control,
    sent,
    silence: (quiet) => {
      silent = quiet;
    },
  };
};

const createBench = async () => {
  const clock = createFakeClock();
  const oximeter = simulatorOn(clock, createOximeter);
  const monitor = simulatorOn(clock, createBloodPressureMonitor);
  const scale = simulatorOn(clock, createScale);
  scale.control.byItself(false);
  const wires: Readonly<Record<string, MemoryWire>> = {
    'contec-cms50': oximeter.wire,
    'and-tm2657': monitor.wire,
    'tanita-scale': scale.wire,
  };
  const messages: FromDeviceHost[] = [];
  const live: LiveMessage[] = [];
  let tell = (_message: unknown, _ports: readonly PagePort[]): void => undefined;
  const host: DeviceHost = createDeviceHost({
    clock,
    connect: ({ driver }) => (wires[driver] ?? createMemoryWire()).transport,
    port: {
      // As the real port does, a message crosses as data and has to hold to the contract.
      post: (message) => messages.push(fromDeviceHostSchema.parse(structuredClone(message))),
      onMessage: (listener) => {
        tell = listener;
      },
    },
  });
  const page: PagePort = {
    post: (message) => live.push(liveMessageSchema.parse(structuredClone(message))),
    onClose: () => undefined,
    close: () => undefined,
  };
  const bindings = [binding('contec-cms50'), binding('and-tm2657', false), binding('tanita-scale')];
  tell({ type: 'configure', bindings, clockRate: 1 }, []);
  tell({ type: 'page-port', page: 'patient' }, [page]);
  tell({ type: 'begin-visit', epoch: EPOCH }, []);
  await clock.advance(500);
  const start = (measure: string, captureId = measure, epoch = EPOCH): void =>
    tell({ type: 'start-capture', captureId, epoch, measure }, []);
  return {
    clock,
    host,
    oximeter,
    monitor,
    scale,
    messages,
    live,
    start,
    tell: (message: unknown) => tell(message, []),
    outcomes: () => messages.filter(({ type }) => type === 'capture-reading' || type === 'capture-failed'),
    stateOf: (id: string) => {
      const devices = messages.findLast((message) => message.type === 'devices')?.devices ?? [];
      return devices.find((device) => device.id === id)?.state;
    },
    feedback: () => live.flatMap((message) => (message.type === 'feedback' ? [message.feedback] : [])),
  };
};

type Bench = Awaited<ReturnType<typeof createBench>>;
const failureOf = (bench: Bench) =>
  bench.outcomes().map((m) => (m.type === 'capture-failed' ? m.failure.code : m.type));

describe('the host', () => {
  test('says that it is ready, reports its devices, answers a ping and beats every second', async () => {
    const bench = await createBench();
    expect(bench.messages[0]).toEqual({ type: 'ready' });
    for (const id of ['contec-cms50', 'and-tm2657', 'tanita-scale'])
      expect(bench.stateOf(id)).toEqual({ state: 'ready' });
    bench.tell({ type: 'ping', number: 7 });
    expect(bench.messages.at(-1)).toEqual({ type: 'pong', number: 7 });
    await bench.clock.advance(3_000);
    expect(bench.live.filter(({ type }) => type === 'beat').length).toBeGreaterThanOrEqual(4);
  });

  test('ignores and counts what is no message of the contract', async () => {
    const bench = await createBench();
    const before = bench.messages.length;
    for (const message of [
      undefined,
      'x',
      { type: 'nope' },
      { type: 'ping' },
      { type: 'ping', number: 1, more: 1 },
    ])
      bench.tell(message);
    expect(bench.host.ignored()).toBe(5);
    expect(bench.messages).toHaveLength(before);
  });

  test('refuses a capture outside a visit, of another visit, and of a measure without device', async () => {
    const bench = await createBench();
    bench.start('oximetry', 'a', EPOCH + 1);
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    bench.start('oximetry', 'b');
    bench.tell({ type: 'begin-visit', epoch: 9 });
    bench.tell({ type: 'configure', bindings: [binding('tanita-scale')], clockRate: 1 });
    await bench.clock.advance(0);
    bench.start('oximetry', 'c', 9);
    expect(failureOf(bench)).toEqual(['NO_VISIT', 'NO_VISIT', 'DEVICE_NOT_CONFIGURED']);
  });
});

describe('oximetry', () => {
  test('goes from finger out over searching to a reading after eight steady seconds', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(10_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(1_500);
    const [reading] = bench.outcomes();
    expect(reading).toMatchObject({
      type: 'capture-reading',
      captureId: 'oximetry',
      epoch: EPOCH,
      origin: 'simulator',
      signal: 4,
      reading: {
        status: 'valid',
        values: {
          spo2: { value: expect.closeTo(PATIENT.oxygenSaturation(bench.clock.monotonic()), -1), unit: '%' },
          'pulse-rate': {
            value: expect.closeTo(PATIENT.pulseRate(bench.clock.monotonic()), -1),
            unit: '/min',
          },
        },
      },
    });
    const states = bench.feedback().map((feedback) => feedback.measure === 'oximetry' && feedback.state);
    expect([...new Set(states)]).toEqual(['sensor-off', 'searching', 'steady']);
    const before = bench
      .feedback()
      .filter((feedback) => feedback.measure === 'oximetry' && feedback.state !== 'steady');
    expect(before.every((feedback) => !('values' in feedback))).toBe(true);
  });

  test('draws sixty numbered samples a second, and null while the finger is out', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(4_000);
    const waves = bench.live.flatMap((message) => (message.type === 'wave' ? [message] : []));
    const samples = waves.flatMap((wave) => wave.samples);
    expect(samples.length).toBeGreaterThanOrEqual(239);
    expect(waves.reduce((next, wave) => (wave.sequence === next ? next + wave.samples.length : -1), 0)).toBe(
      samples.length,
    );
    expect(samples[0]).toBeNull();
    expect(Math.max(...samples.map((sample) => sample ?? 0))).toBeGreaterThan(0.7);
  });

  test('drops the live value when the stream stalls, and calls the device silent', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(6_000);
    expect(bench.feedback().at(-1)).toHaveProperty('values');
    bench.oximeter.silence(true);
    await bench.clock.advance(3_250);
    expect(failureOf(bench)).toEqual(['DEVICE_SILENT']);
    const last = bench.live.filter(({ type }) => type === 'feedback').at(-1);
    expect(last?.type === 'feedback' && bench.clock.monotonic() - last.arrivedAtMs).toBeLessThan(500);
    bench.oximeter.silence(false);
    await bench.clock.advance(5_000);
    expect(bench.stateOf('contec-cms50')).toEqual({ state: 'ready' });
  });

  test('a finger that goes out takes the value with it and the count starts again', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(8_000);
    bench.oximeter.control.finger('out');
    await bench.clock.advance(1_000);
    expect(bench.feedback().at(-1)).toMatchObject({ state: 'sensor-off', steadyForMs: 0 });
    expect(bench.feedback().at(-1)).not.toHaveProperty('values');
    bench.oximeter.control.finger('in');
    await bench.clock.advance(9_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(1_500);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });

  test('a weak signal never makes a reading', async () => {
    const bench = await createBench();
    bench.oximeter.control.finger('weak');
    bench.start('oximetry');
    await bench.clock.advance(60_000);
    expect(bench.feedback().at(-1)).toMatchObject({ state: 'weak-signal', steadyForMs: 0 });
    await bench.clock.advance(61_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_SIGNAL_LOST']);
  });

  test('nobody puts a finger in: the capture ends after two minutes', async () => {
    const bench = await createBench();
    bench.oximeter.control.finger('out');
    bench.start('oximetry');
    await bench.clock.advance(121_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_TIMEOUT']);
  });

  test('garbage on the port is named', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(4_000);
    bench.oximeter.silence(true);
    for (let second = 0; second < 16; second += 1) {
      bench.oximeter.wire.send(Uint8Array.of(0x33, 0x44, 0x55, 0x20));
      await bench.clock.advance(250);
    }
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED']);
  });

  test('a unit that first wants both transfers stopped starts all the same', async () => {
    const bench = await createBench();
    bench.oximeter.control.needStopFirst(true);
    bench.start('oximetry');
    await bench.clock.advance(14_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });
});

test('a finger left in after its reading stays live, but does not talk over the next measure', async () => {
  const bench = await createBench();
  bench.start('oximetry');
  await bench.clock.advance(12_000);
  expect(bench.outcomes()).toHaveLength(1);
  const talk = async () => {
    bench.live.length = 0;
    await bench.clock.advance(1_000);
    return {
      waves: bench.live.some(({ type }) => type === 'wave'),
      measures: [...new Set(bench.feedback().map(({ measure }) => measure))],
    };
  };
  expect(await talk()).toEqual({ waves: true, measures: ['oximetry'] });
  bench.start('blood-pressure');
  expect(await talk()).toEqual({ waves: true, measures: ['blood-pressure'] });
  await bench.clock.advance(40_000);
  expect(await talk()).toEqual({ waves: true, measures: ['oximetry'] });
  bench.oximeter.control.finger('out');
  await bench.clock.advance(4_000);
  expect(await talk()).toEqual({ waves: false, measures: [] });
  expect(bench.stateOf('contec-cms50')).toEqual({ state: 'ready' });
});

describe('blood pressure', () => {
  test('ends with a result that two transmissions agree on, with the hash of its bytes', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(30_000);
    expect(bench.monitor.control.cuffPressure()).toBeGreaterThan(50);
    await bench.clock.advance(6_000);
    const { systolic, mean, diastolic } = PATIENT.bloodPressure(0);
    expect(bench.outcomes()).toMatchObject([
      {
        type: 'capture-reading',
        origin: 'device',
        rawHash: createHash('sha256')
          .update(bench.monitor.sent.at(-1) ?? '')
          .digest('hex'),
        reading: {
          frames: 2,
          values: {
            systolic: { value: systolic, unit: 'mm[Hg]' },
            diastolic: { value: diastolic, unit: 'mm[Hg]' },
            mean: { value: mean, unit: 'mm[Hg]' },
          },
        },
      },
    ]);
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'ready' });
  });

  test('a device that does not push is asked', async () => {
    const bench = await createBench();
    bench.monitor.control.push(false);
    bench.start('blood-pressure');
    await bench.clock.advance(39_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(3_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });

  test('the stored result of an earlier patient is never taken for this one', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(40_000);
    const earlier = bench.monitor.sent.at(-1) ?? new Uint8Array();
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    bench.tell({ type: 'begin-visit', epoch: EPOCH + 1 });
    bench.start('blood-pressure', 'second', EPOCH + 1);
    await bench.clock.advance(5_000);
    bench.monitor.wire.send(earlier);
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toHaveLength(1);
    await bench.clock.advance(30_000);
    expect(bench.outcomes()).toMatchObject([{}, { captureId: 'second', epoch: EPOCH + 1 }]);
  });

  test.each([
    ['E44', 'CAPTURE_MOVED'],
    ['E43', 'CAPTURE_NO_PULSE'],
    ['E12', 'CAPTURE_CUFF'],
    ['E24', 'CAPTURE_TIMEOUT'],
    ['E63', 'CAPTURE_OUT_OF_RANGE'],
    ['E99', 'DEVICE_REFUSED'],
  ])('device error %s is %s', async (error, code) => {
    const bench = await createBench();
    bench.monitor.control.fail(error);
    bench.start('blood-pressure');
    await bench.clock.advance(36_000);
    expect(failureOf(bench)).toEqual([code]);
  });

  test('a damaged result is asked for again', async () => {
    const bench = await createBench();
    bench.monitor.control.wrongChecksum(1);
    bench.start('blood-pressure');
    await bench.clock.advance(40_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading', reading: { frames: 2 } }]);
  });

  test('a line that keeps damaging results gives none', async () => {
    const bench = await createBench();
    bench.monitor.control.wrongChecksum(1_000);
    bench.start('blood-pressure');
    await bench.clock.advance(150_000);
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED']);
  });

  test('stop releases the cuff at once', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(12_000);
    expect(bench.monitor.control.cuffPressure()).toBeGreaterThan(100);
    bench.tell({ type: 'stop-capture', captureId: 'blood-pressure', epoch: EPOCH });
    await bench.clock.advance(1_600);
    expect(bench.monitor.control.cuffPressure()).toBe(0);
    expect(failureOf(bench)).toEqual(['CAPTURE_STOPPED']);
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'ready' });
  });

  test('the end of the visit releases the cuff, and nothing of it comes out any more', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(12_000);
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    await bench.clock.advance(60_000);
    expect(bench.monitor.control.cuffPressure()).toBe(0);
    expect(bench.outcomes()).toEqual([]);
  });

  test('unplugged in the middle, it fails, and works again once plugged in', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(5_000);
    bench.monitor.wire.unplug('quietly');
    await bench.clock.advance(2_000);
    expect(failureOf(bench)).toEqual(['DEVICE_UNPLUGGED']);
    bench.start('blood-pressure', 'again');
    expect(failureOf(bench)).toEqual(['DEVICE_UNPLUGGED', 'DEVICE_UNPLUGGED']);
    bench.monitor.wire.replug();
    await bench.clock.advance(45_000);
    bench.start('blood-pressure', 'third');
    await bench.clock.advance(40_000);
    expect(bench.outcomes().at(-1)).toMatchObject({ type: 'capture-reading', captureId: 'third' });
  });

  test('a device that answers neither RB nor ST is silent, and told to stop all the same', async () => {
    const bench = await createBench();
    bench.monitor.silence(true);
    bench.start('blood-pressure');
    await bench.clock.advance(4_000);
    expect(failureOf(bench)).toEqual(['DEVICE_SILENT']);
  });

  test('another device on the port is not taken for this one', async () => {
    const bench = await createBench();
    bench.monitor.silence(true);
    bench.monitor.wire.unplug('announced');
    bench.monitor.wire.replug();
    for (let step = 0; step < 30; step += 1) {
      bench.monitor.wire.send(Uint8Array.from('{0,16,~0,1,MO,"SC-240"', (letter) => letter.charCodeAt(0)));
      await bench.clock.advance(250);
    }
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'fault', code: 'DEVICE_UNKNOWN' });
  });
});

describe('body weight', () => {
  test('is the line of whoever steps on during the capture', async () => {
    const bench = await createBench();
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    bench.start('body-weight');
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toEqual([]);
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toMatchObject([
      {
        type: 'capture-reading',
        reading: { values: { weight: { value: PATIENT.weight, unit: 'kg' } }, device: { model: 'SC-240' } },
      },
    ]);
    expect(bench.outcomes()[0]).not.toHaveProperty('signal');
  });

  test('a line that began before the capture is not taken', async () => {
    const bench = await createBench();
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    const line = bench.scale.sent.at(-1) ?? new Uint8Array();
    bench.scale.wire.send(line.slice(0, 40));
    await bench.clock.advance(0);
    bench.start('body-weight');
    bench.scale.wire.send(line.slice(40));
    await bench.clock.advance(3_000);
    expect(bench.outcomes()).toEqual([]);
  });

  test('a damaged line fails the capture, and the next one succeeds', async () => {
    const bench = await createBench();
    bench.scale.control.wrongChecksum(1);
    bench.start('body-weight');
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    bench.start('body-weight', 'again');
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED', 'capture-reading']);
  });

  test('nobody steps on: the capture ends after two minutes', async () => {
    const bench = await createBench();
    bench.start('body-weight');
    await bench.clock.advance(121_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_TIMEOUT']);
  });

  test('a weighing that the scale dates before the visit is never delivered', async () => {
    const bench = await createBench();
    bench.start('body-weight');
    const covered = '{0,16,~0,1,MO,"MC-980",DT,"01/01/2020",Ti,"10:00:00",Wk,61.9,';
    const sum = Array.from(covered).reduce((total, letter) => total + letter.charCodeAt(0), 0) & 0xff;
    const line = `${covered}CS,${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`;
    bench.scale.wire.send(Uint8Array.from(line, (letter) => letter.charCodeAt(0)));
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toEqual([]);
  });
});
