import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../kit/driver.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import type { SimulatedPatient } from '../../kit/simulator.ts';
import { COMMANDS } from './frames.ts';
import { createSession } from './session.ts';
import { createSimulator } from './simulator.ts';

const PREVIOUS = createFakePatient({
  temperature: () => 39.4,
  glucose: () => 250,
  bloodPressure: () => ({ systolic: 180, mean: 130, diastolic: 100 }),
});

const createBench = (own: Partial<SimulatedPatient> = {}) => {
  const clock = createFakeClock();
  const began = new Date(clock.now());
  const events: SessionEvent[] = [];
  const asked: number[] = [];
  let alter = (bytes: Uint8Array): Uint8Array => bytes;
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: createFakePatient(own),
    previousPatient: PREVIOUS,
    send: (bytes) => queueMicrotask(() => session.receive(alter(bytes))),
  });
  const session = createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => began,
    delivered: new Set(),
    write: (bytes) => {
      asked.push(bytes[1] ?? 0);
      queueMicrotask(() => simulator.receive(bytes));
    },
    writeFeature: () => undefined,
    emit: (event) => events.push(event),
  });
  const of = <Type extends SessionEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<SessionEvent, { type: Type }> => event.type === type);
  return {
    clock,
    simulator,
    session,
    asked,
    of,
    alter: (how: typeof alter) => {
      alter = how;
    },
    identify: async (model?: string) => {
      if (model !== undefined) simulator.control.model(model);
      session.start();
      await clock.advance(100);
    },
  };
};

describe('identification', () => {
  test('says model, serial number and what this instrument measures', async () => {
    const bench = createBench();
    await bench.identify();
    expect(bench.of('identified')).toEqual([
      {
        type: 'identified',
        identity: { maker: 'TaiDoc', model: 'TD-1241', serial: '1000000087654321' },
        measures: ['temperature'],
      },
    ]);
  });

  test('does without serial number and clock when the instrument does not know them', async () => {
    const bench = createBench();
    const unknown: readonly number[] = [COMMANDS.serialLow, COMMANDS.clock];
    bench.alter((bytes) => (unknown.includes(bytes[1] ?? 0) ? new Uint8Array() : bytes));
    await bench.identify();
    await bench.clock.advance(2_500);
    expect(bench.of('identified')).toMatchObject([{ identity: { model: 'TD-1241' } }]);
  });

  test('a model that no source names is another device', async () => {
    const bench = createBench();
    await bench.identify('2555');
    expect(bench.of('fault')).toEqual([
      { type: 'fault', failure: { code: 'DEVICE_UNKNOWN', detail: 'model TD-2555' } },
    ]);
    expect(bench.of('identified')).toEqual([]);
  });
});

describe('a memory', () => {
  test.each([
    ['1241', 'temperature', { temperature: { value: 36.8, unit: 'Cel' } }],
    ['4277', 'blood-glucose', { glucose: { value: 98, unit: 'mg/dL' } }],
    [
      '3140',
      'blood-pressure',
      {
        systolic: { value: 120, unit: 'mm[Hg]' },
        diastolic: { value: 75, unit: 'mm[Hg]' },
        'pulse-rate': { value: 72, unit: '/min' },
      },
    ],
  ] as const)('of a TD-%s gives the %s taken during the capture, read twice', async (model, kind, values) => {
    const bench = createBench();
    await bench.identify(model);
    bench.session.startCapture(kind);
    await bench.clock.advance(14_000);
    expect(bench.of('reading')).toEqual([]);
    expect(bench.of('feedback').at(-1)?.feedback).toMatchObject({ measure: kind, state: 'waiting' });
    await bench.clock.advance(3_000);
    expect(bench.of('reading')).toMatchObject([
      { reading: { kind, status: 'valid', values, frames: 2, flags: ['stored'] } },
    ]);
    expect(bench.of('idle')).toHaveLength(1);
  });

  test('that holds nothing new gives nothing, and never the previous patient’s', async () => {
    const bench = createBench();
    await bench.identify();
    bench.simulator.control.byItself(false);
    bench.session.startCapture('temperature');
    await bench.clock.advance(200_000);
    expect(bench.of('reading')).toEqual([]);
    expect(bench.of('failed')).toMatchObject([{ failure: { code: 'CAPTURE_TIMEOUT' } }]);
  });

  test('tells an equal result of the same minute from the one before', async () => {
    const bench = createBench();
    await bench.identify();
    bench.simulator.control.byItself(false);
    bench.simulator.control.measure();
    bench.session.startCapture('temperature');
    await bench.clock.advance(2_000);
    // The first one was taken within the visit, but in its first minute: it could be anyone's.
    expect(bench.of('reading')).toEqual([]);
    bench.simulator.control.measure();
    await bench.clock.advance(2_000);
    expect(bench.of('reading')).toHaveLength(1);
  });

  test('whose clock is a day off is read, and the reading says so', async () => {
    const bench = createBench();
    bench.simulator.faults['clock-off']?.(true);
    await bench.identify();
    bench.session.startCapture('temperature');
    await bench.clock.advance(17_000);
    expect(bench.of('reading')).toMatchObject([{ reading: { flags: ['stored', 'clock-off'] } }]);
  });

  test('that measured nothing says so', async () => {
    const bench = createBench();
    await bench.identify();
    bench.simulator.faults['sensor-off']?.(true);
    bench.session.startCapture('temperature');
    await bench.clock.advance(17_000);
    expect(bench.of('failed')).toMatchObject([{ failure: { code: 'DEVICE_REFUSED' } }]);
  });
});

describe('damage', () => {
  test('wrong sums end as a fault', async () => {
    const bench = createBench();
    await bench.identify();
    bench.simulator.faults['bad-checksum']?.(true);
    bench.session.startCapture('temperature');
    await bench.clock.advance(20_000);
    expect(bench.of('fault')).toMatchObject([{ failure: { code: 'DEVICE_GARBLED' } }]);
    expect(bench.of('reading')).toEqual([]);
  });

  test('a value that comes back different the second time is not believed', async () => {
    const bench = createBench();
    await bench.identify();
    let replies = 0;
    bench.alter((bytes) => {
      if (bytes[1] !== COMMANDS.recordValue) return bytes;
      replies += 1;
      const altered = bytes.slice();
      // Damage that the sum does not show: one byte up, another one down.
      altered[2] = (altered[2] ?? 0) + replies;
      altered[4] = ((altered[4] ?? 0) - replies) & 0xff;
      return altered;
    });
    bench.session.startCapture('temperature');
    await bench.clock.advance(30_000);
    expect(bench.of('reading')).toEqual([]);
    expect(bench.of('fault')).toMatchObject([{ failure: { code: 'DEVICE_GARBLED' } }]);
  });
});

describe('an oximeter', () => {
  const MOVING = { pulseRate: (at: number) => 70 + (Math.floor(at / 3_000) % 3) };

  test('is asked every second, and its value taken once it is steady', async () => {
    const bench = createBench(MOVING);
    await bench.identify('8255');
    await bench.clock.advance(5_000);
    bench.session.startCapture('oximetry');
    await bench.clock.advance(12_000);
    expect(bench.of('identified')).toMatchObject([{ measures: ['oximetry'] }]);
    expect(bench.of('reading')).toMatchObject([{ reading: { kind: 'oximetry', status: 'valid' } }]);
    expect(bench.of('feedback').at(-1)?.feedback).toMatchObject({ measure: 'oximetry', state: 'steady' });
  });

  test('whose number stands still is not believed', async () => {
    const bench = createBench();
    await bench.identify('8201');
    bench.session.startCapture('oximetry');
    await bench.clock.advance(12_000);
    expect(bench.of('reading')).toEqual([]);
    expect(bench.of('failed')).toMatchObject([{ failure: { code: 'DEVICE_FROZEN' } }]);
  });

  test('without a finger gives nothing', async () => {
    const bench = createBench(MOVING);
    await bench.identify('8201');
    bench.simulator.faults['sensor-off']?.(true);
    bench.session.startCapture('oximetry');
    await bench.clock.advance(130_000);
    expect(bench.of('reading')).toEqual([]);
    expect(bench.of('failed')).toHaveLength(1);
  });
});

test('nothing is said after closing', async () => {
  const bench = createBench();
  await bench.identify();
  bench.session.startCapture('temperature');
  await bench.clock.advance(2_000);
  bench.session.close();
  const { length } = bench.asked;
  await bench.clock.advance(60_000);
  expect(bench.asked).toHaveLength(length);
});
