import { describe, expect, test } from 'vitest';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { toHex } from '../kit/bytes.ts';
import type { DriverSession, SessionContext } from '../kit/driver.ts';
import { createFakeClock } from '../kit/fake-clock.ts';
import type { Fault } from '../kit/faults.ts';
import type { Transport } from '../kit/transport.ts';
import { DRIVERS } from '../registry.ts';
import { createSimulatedDevice } from '../simulation/device.ts';
import { createSimulatedMemoryWire } from '../simulation/memory-wire.ts';
import { createPatient } from '../simulation/patient.ts';
import { formatHtmlReport, formatJsonReport } from './report-html.ts';
import { runSelfTest, type TestedDevice } from './self-test.ts';
import { BENCH_LANGUAGES, BENCH_WORDS } from './words.ts';

const createBench = async (id: DriverId) => {
  const clock = createFakeClock();
  let transport: Transport | undefined;
  const sent: string[] = [];
  const device = await createSimulatedDevice(id, {
    patient: createPatient(1),
    previousPatient: createPatient(2),
    clock,
    bodyClock: clock,
    seed: 1,
    openWire: async (received) => {
      const wire = createSimulatedMemoryWire(`/memory/${id}`, (bytes, kind) => {
        sent.push(toHex(bytes));
        received(bytes, kind);
      });
      transport = wire.transport;
      return wire;
    },
  });
  if (transport === undefined) throw new Error('the wire was not opened');
  const tested: TestedDevice = {
    id: `the ${id}`,
    driver: DRIVERS[id],
    transport,
    port: `/memory/${id}`,
    simulated: true,
  };
  const run = async (changes: Partial<TestedDevice> = {}, measure = false) => {
    const testing = runSelfTest({ ...tested, ...changes }, { clock, measure });
    await clock.advance(300_000);
    return testing;
  };
  const outcomes = async (changes: Partial<TestedDevice> = {}, measure = false) =>
    Object.fromEntries(
      (await run(changes, measure)).steps.map(({ step, outcome, code }) => [step, code ?? outcome]),
    );
  return { device, sent, run, outcomes };
};

describe.each(DRIVER_IDS)('%s', (id) => {
  test('a device that is well passes, and nothing is measured', async () => {
    const { run, device } = await createBench(id);
    const report = await run();
    expect(report.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report.passed).toBe(true);
    expect(report.steps.find(({ step }) => step === 'measures')?.outcome).toBe('not-tried');
    expect(report.steps.find(({ step }) => step === 'closes')?.outcome).toBe('passed');
    await device.close();
  });

  test('a measure is made when it is asked for, and no value is in the report', async () => {
    const { run, device } = await createBench(id);
    const report = await run({}, true);
    expect(report.steps.find(({ step }) => step === 'measures')).toMatchObject({ outcome: 'passed' });
    expect(JSON.stringify(report)).not.toContain('"values"');
    await device.close();
  });
});

describe('what is wrong is found at its step', () => {
  test.each<[Fault, Record<string, string>]>([
    ['port-busy', { opens: 'PORT_BUSY', identifies: 'not-tried', closes: 'not-tried' }],
    ['permission-denied', { opens: 'PORT_PERMISSION' }],
    ['unplug', { opens: 'PORT_MISSING' }],
    ['silence', { opens: 'passed', identifies: 'DEVICE_SILENT', idle: 'not-tried', closes: 'passed' }],
    ['wrong-device', { opens: 'passed', identifies: 'DEVICE_UNKNOWN', closes: 'passed' }],
  ])('%s', async (fault, expected) => {
    const { device, outcomes } = await createBench('contec-cms50');
    await device.fault(fault, true);
    expect(await outcomes()).toMatchObject(expected);
    await device.close();
  });

  test('a cuff is not started', async () => {
    const { sent, run, device } = await createBench('and-tm2657');
    await run();
    expect(sent).not.toContain('16 16 01 30 20 02 53 54 03 07');
    await device.close();
  });

  test('a low battery and a clock that is off by a day', async () => {
    const { device, outcomes } = await createBench('contec-cms50');
    const real = DRIVERS['contec-cms50'];
    const createSession = (context: SessionContext): DriverSession => {
      const session = real.createSession(context);
      return {
        ...session,
        start: () => {
          context.emit({ type: 'battery', battery: 'low' });
          context.emit({ type: 'clock', deviceTime: '2026-03-01T09:00:00' });
          session.start();
        },
      };
    };
    expect(await outcomes({ driver: { ...real, createSession } })).toMatchObject({
      battery: 'DEVICE_BATTERY',
      clock: 'failed',
      idle: 'passed',
    });
    await device.close();
  });
});

test.each(BENCH_LANGUAGES)(
  'the %s page is whole, stands alone, and escapes what devices say',
  async (language) => {
    const { run, device } = await createBench('contec-cms50');
    const report = await run();
    const page = formatHtmlReport(
      [{ ...report, identity: { maker: '<b>', model: '&"' } }],
      BENCH_WORDS[language],
    );
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('&lt;b&gt; &amp;&quot;');
    expect(page).not.toMatch(/<script|https?:|src=|undefined/);
    for (const word of Object.values(BENCH_WORDS[language].steps)) expect(page).toContain(word);
    await device.close();
  },
);

test('the JSON report is the same as data', async () => {
  const { run, device } = await createBench('tanita-scale');
  const report = await run();
  expect(JSON.parse(formatJsonReport([report]))).toEqual({
    passed: true,
    reports: [JSON.parse(JSON.stringify(report))],
  });
  expect(JSON.parse(formatJsonReport([]))).toEqual({ passed: true, reports: [] });
  await device.close();
});
