import { describe, expect, test } from 'vitest';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { wasMeasured } from '../../kit/measured.ts';
import { createSessionBench } from '../../kit/session-bench.ts';
import { driver } from './driver.ts';
import { PUBLISHED } from './published.ts';
import type { Specialization } from './simulator/agents.ts';
import type { ReportStyle } from './simulator/reports.ts';
import { createSimulator } from './simulator.ts';

const { H241 } = PUBLISHED;
const patient = createFakePatient();
const previousPatient = createFakePatient({
  weight: 91.5,
  glucose: () => 240,
  oxygenSaturation: () => 88,
  temperature: () => 39.5,
  bloodPressure: () => ({ systolic: 190, mean: 150, diastolic: 110 }),
});

const createBench = (
  specialization: Specialization = 'oximeter',
  form: 'known' | 'extended' = 'extended',
) => {
  const bench = createSessionBench({ driver, createSimulator, patient, previousPatient });
  const { control } = bench.simulator;
  if (specialization !== 'oximeter') control.specialization(specialization);
  if (form === 'known') control.configuration(form);
  return bench;
};

const startBench = async (...kind: Parameters<typeof createBench>) => {
  const bench = createBench(...kind);
  bench.session.start();
  await bench.clock.advance(3_000);
  return bench;
};

const EPISODES: readonly [Specialization, ReadingKind, object][] = [
  ['blood-pressure', 'blood-pressure', { systolic: { value: 120, unit: 'mm[Hg]' } }],
  ['scale', 'body-weight', { weight: { value: 70.4, unit: 'kg' } }],
  ['thermometer', 'temperature', { temperature: { value: 36.8, unit: 'Cel' } }],
  ['glucose', 'blood-glucose', { glucose: { value: 98, unit: 'mg/dL' } }],
];
const ALL: readonly [Specialization, ReadingKind, object][] = [
  ['oximeter', 'oximetry', { spo2: { value: 97, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } }],
  ...EPISODES,
];

describe.each(['known', 'extended'] as const)('an agent with a %s configuration', (form) => {
  test.each(ALL)('%s says who it is and is measured with', async (specialization, kind, values) => {
    const { of, session, simulator, clock } = await startBench(specialization, form);
    expect(of('identified')).toMatchObject([
      { identity: { maker: 'Simulated', serial: 'SN-0001', firmware: '1.0' }, measures: [kind] },
    ]);
    session.startCapture(kind);
    await clock.advance(40_000);
    expect(of('failed')).toEqual([]);
    expect(of('fault')).toEqual([]);
    expect(of('identified')).toHaveLength(1);
    expect(of('reading')).toHaveLength(1);
    const [event] = of('reading');
    expect(event?.reading).toMatchObject({ kind, status: 'valid', values });
    expect(event?.reading.device.maker).toBe('Simulated');
    expect(wasMeasured(event?.reading.values ?? {}, simulator.measured())).toBe(true);
  });
});

const FORMS = [
  { form: 'var', sender: 'system' },
  { form: 'fixed', sender: 'system' },
  { form: 'fixed', sender: 'unbuffered' },
  { form: 'var', sender: 'unbuffered' },
  { form: 'grouped', sender: 'unbuffered' },
  { form: 'fixed', sender: 'buffered' },
  { form: 'var', sender: 'buffered' },
  { form: 'grouped', sender: 'buffered' },
] as const satisfies readonly ReportStyle[];

describe('an oximeter', () => {
  test.each(FORMS)('that reports %j is measured with', async (style) => {
    const { of, session, simulator, clock } = createBench();
    simulator.control.scanner(style.sender !== 'system');
    simulator.control.report(style);
    session.start();
    await clock.advance(3_000);
    session.startCapture('oximetry');
    await clock.advance(15_000);
    expect(of('reading')).toHaveLength(1);
    expect(of('reading')[0]?.reading.flags).toEqual([]);
    expect(of('reading')[0]?.reading.frames).toBeGreaterThanOrEqual(8);
  });

  test('has its scanner switched on for each capture', async () => {
    const { of, session, simulator, clock } = createBench();
    const style = { form: 'grouped', sender: 'unbuffered' } as const;
    simulator.control.scanner(true);
    simulator.control.report(style);
    session.start();
    await clock.advance(3_000);
    session.startCapture('oximetry');
    await clock.advance(2_000);
    session.stopCapture();
    await clock.advance(1_000);
    session.startCapture('oximetry');
    await clock.advance(12_000);
    expect(of('reading')).toHaveLength(1);
  });

  test('shows its value live, and takes it once it has been steady for eight seconds', async () => {
    const { of, session, clock } = await startBench();
    session.startCapture('oximetry');
    await clock.advance(7_000);
    expect(of('reading')).toEqual([]);
    expect(of('feedback').at(-1)?.feedback).toMatchObject({
      measure: 'oximetry',
      state: 'steady',
      values: { spo2: { value: 97 } },
    });
    await clock.advance(4_000);
    expect(of('reading')).toHaveLength(1);
  });

  test('whose reports come damaged now and then is measured all the same, but not from them', async () => {
    const { of, session, simulator, clock } = await startBench();
    session.startCapture('oximetry');
    for (let second = 0; second < 14; second += 1) {
      await clock.advance(1_000);
      if (second % 5 === 2) session.receive(H241.slice(0, -3));
    }
    expect(of('fault')).toEqual([]);
    expect(of('reading')).toHaveLength(1);
    expect(wasMeasured(of('reading')[0]?.reading.values ?? {}, simulator.measured())).toBe(true);
  });

  test('whose every report comes damaged is no instrument', async () => {
    const { of, session, simulator, clock } = await startBench();
    simulator.close();
    session.startCapture('oximetry');
    for (let second = 0; second < 8; second += 1) {
      session.receive(H241.slice(0, -3));
      await clock.advance(1_000);
    }
    expect(of('reading')).toEqual([]);
    expect(of('fault').map(({ failure }) => failure.code)).toContain('DEVICE_GARBLED');
  });

  test('is given up when its association ends and does not come back', async () => {
    const { of, session, simulator, clock } = await startBench();
    session.startCapture('oximetry');
    await clock.advance(2_000);
    simulator.close();
    await clock.advance(5_000);
    expect(of('fault')).toMatchObject([{ failure: { code: 'DEVICE_SILENT' } }]);
  });
});

describe('a person that the agent names', () => {
  test.each(ALL)(
    'does not keep a %s from being read when the date is of this capture',
    async (specialization, kind) => {
      const { of, session, simulator, clock } = await startBench(specialization);
      simulator.control.report({ form: 'fixed', sender: 'system', person: 2 });
      session.startCapture(kind);
      await clock.advance(40_000);
      expect(of('reading')).toHaveLength(1);
    },
  );

  test('keeps a number without a date from being read: it may be of anybody', async () => {
    const { of, session, simulator, clock } = await startBench('oximeter', 'known');
    simulator.control.report({ form: 'fixed', sender: 'system', person: 2 });
    session.startCapture('oximetry');
    await clock.advance(20_000);
    expect(of('reading')).toEqual([]);
    expect(of('failed')).toMatchObject([{ failure: { code: 'DEVICE_STORED_ONLY' } }]);
  });
});

describe.each(EPISODES)('a %s', (specialization, kind) => {
  test.each(['known', 'extended'] as const)(
    'measured before the capture began is not this capture (%s)',
    async (form) => {
      const { of, session, clock } = await startBench(specialization, form);
      // The agent measures every 15 s: the first one is over.
      await clock.advance(17_000);
      session.startCapture(kind);
      await clock.advance(9_000);
      expect(of('reading')).toEqual([]);
      await clock.advance(10_000);
      expect(of('reading')).toHaveLength(1);
    },
  );

  test('of whoever came before is passed over, and the capture goes on', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    session.startCapture(kind);
    await clock.advance(1_000);
    simulator.faults['stored-reading']?.(true);
    await clock.advance(35_000);
    expect(of('reading')).toHaveLength(1);
    expect(wasMeasured(of('reading')[0]?.reading.values ?? {}, simulator.measured())).toBe(true);
  });

  test('is never taken twice, over two captures', async () => {
    const { of, session, clock } = await startBench(specialization);
    for (let capture = 0; capture < 3; capture += 1) {
      session.startCapture(kind);
      await clock.advance(30_000);
    }
    const times = of('reading').map(({ reading }) => reading.deviceTime);
    expect(times).toHaveLength(3);
    expect(new Set(times).size).toBe(3);
  });

  test('of an agent that has released its association comes with the next one', async () => {
    const { of, session, simulator, clock } = await startBench(specialization, 'known');
    simulator.control.release();
    session.startCapture(kind);
    simulator.control.measure();
    await clock.advance(20_000);
    expect(of('reading')).toHaveLength(1);
  });

  test('of an agent that aborts is not lost', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    session.startCapture(kind);
    await clock.advance(5_000);
    simulator.control.abort();
    await clock.advance(35_000);
    expect(of('reading')).toHaveLength(1);
    expect(of('fault')).toEqual([]);
  });

  test('that the agent calls an error ends the capture with it', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    simulator.faults['error-code']?.(true);
    session.startCapture(kind);
    await clock.advance(40_000);
    expect(of('reading')).toEqual([]);
    expect(of('failed')).toMatchObject([{ failure: { code: 'DEVICE_REFUSED' } }]);
  });

  test('that the agent repeats is not a new one', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    await clock.advance(16_000);
    simulator.faults['stuck-value']?.(true);
    session.startCapture(kind);
    await clock.advance(200_000);
    expect(of('reading')).toEqual([]);
    expect(of('failed')).toHaveLength(1);
    expect(['DEVICE_STORED_ONLY', 'CAPTURE_TIMEOUT']).toContain(of('failed')[0]?.failure.code);
  });

  test('that nobody makes times out, and the agent is at rest', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    simulator.faults['sensor-off']?.(true);
    session.startCapture(kind);
    await clock.advance(200_000);
    expect(of('failed')).toMatchObject([{ failure: { code: 'CAPTURE_TIMEOUT' } }]);
    expect(of('idle')).toHaveLength(1);
  });

  test('that the agent itself doubts is not taken, and was the movement', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    simulator.faults.motion?.(true);
    session.startCapture(kind);
    await clock.advance(200_000);
    expect(of('reading')).toEqual([]);
    expect(of('failed')).toMatchObject([{ failure: { code: 'CAPTURE_MOVED' } }]);
  });

  test('with a clock a day behind is of now all the same, and says so', async () => {
    const { of, session, simulator, clock } = createBench(specialization);
    simulator.faults['clock-off']?.(true);
    session.start();
    await clock.advance(3_000);
    session.startCapture(kind);
    await clock.advance(40_000);
    expect(of('reading')).toHaveLength(1);
    expect(of('reading')[0]?.reading.flags).toContain('clock-off');
    expect(of('reading')[0]?.reading.deviceTime?.slice(0, 10)).toBe('2026-03-01');
  });

  test('with an empty battery says so', async () => {
    const { of, session, simulator, clock } = await startBench(specialization);
    simulator.faults['low-battery']?.(true);
    session.startCapture(kind);
    await clock.advance(40_000);
    expect(of('battery').at(-1)).toEqual({ type: 'battery', battery: 'low' });
    expect(of('reading')[0]?.reading.flags).toContain('low-battery');
  });

  test('is not asked of an agent that does not measure it', async () => {
    const { of, session, clock } = await startBench(specialization);
    session.startCapture('oximetry');
    await clock.advance(1_000);
    expect(of('failed')).toMatchObject([{ failure: { code: 'DEVICE_REFUSED' } }]);
    expect(of('idle')).toHaveLength(1);
  });

  test('stops at once, and what comes later is not taken', async () => {
    const { of, session, clock } = await startBench(specialization);
    session.startCapture(kind);
    await clock.advance(5_000);
    session.stopCapture();
    expect(of('idle')).toHaveLength(1);
    await clock.advance(60_000);
    expect(of('reading')).toEqual([]);
    expect(of('feedback').length).toBeLessThan(25);
  });
});

describe('a meter with a memory', () => {
  test('has its old records passed over, its control solution left alone, and its new record marked as stored', async () => {
    const { of, session, simulator, clock } = await startBench('glucose');
    session.startCapture('blood-glucose');
    await clock.advance(5_000);
    expect(of('reading')).toEqual([]);
    await clock.advance(30_000);
    expect(of('reading')).toMatchObject([
      { reading: { values: { glucose: { value: 98 } }, flags: ['stored', 'unprotected'] } },
    ]);
    expect(simulator.measured().length).toBeGreaterThan(0);
  });
});
