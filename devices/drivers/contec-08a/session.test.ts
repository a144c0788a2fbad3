import { describe, expect, test } from 'vitest';
import { createRecordBench } from '../../kit/sessions/record-bench.ts';
import { flipBits } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { COMMANDS } from './reports.ts';
import { createSimulator } from './simulator.ts';

const patient = { bloodPressure: (count: number) => ({ systolic: 131 + count, mean: 101, diastolic: 84 }) };
const previous = { bloodPressure: (count: number) => ({ systolic: 151 + count, mean: 111, diastolic: 91 }) };
const createBench = () => createRecordBench(driver, createSimulator, { patient, previous });
type Bench = ReturnType<typeof createBench>;

const identified = async (): Promise<Bench> => {
  const bench = createBench();
  bench.session.start();
  await bench.clock.advance(100);
  return bench;
};

const typesOf = ({ events }: Bench): string[] => events.map(({ type }) => type);

test('the device proves itself after two pings', async () => {
  const bench = await identified();
  expect(bench.sent).toEqual([COMMANDS.ping, COMMANDS.ping, COMMANDS.identify]);
  expect(bench.events).toEqual([{ type: 'identified', identity: { maker: 'Contec', model: '08A' } }]);
});

test('pings that nobody answers do no harm', async () => {
  const bench = createBench();
  bench.throughLine((report) => (report[0] === 0 ? undefined : report));
  bench.session.start();
  await bench.clock.advance(1_000);
  expect(typesOf(bench)).toEqual(['identified']);
});

test('another device type, and another protocol, are strangers', async () => {
  for (const position of [1, 3]) {
    const bench = createBench();
    bench.throughLine((report) => (report[0] === 0x48 ? flipBits(report, [position * 8]) : report));
    bench.session.start();
    await bench.clock.advance(1_000);
    expect(bench.events).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_UNKNOWN' } }]);
  }
});

describe('a capture', () => {
  test('delivers the first record that was not there before, agreed on by two transmissions', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(20_000);
    expect(bench.events.slice(1)).toMatchObject([
      {
        type: 'reading',
        reading: {
          status: 'valid',
          values: { systolic: { value: 131 }, diastolic: { value: 84 }, mean: { value: 101 } },
          deviceTime: '2026-03-02T09:00:00',
          flags: ['stored'],
          frames: 2,
        },
      },
      { type: 'idle' },
    ]);
  });

  test('does not deliver a record twice, nor what was measured between two captures', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(40_000);
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(15_000);
    const systolics = bench.events.flatMap((event) =>
      event.type === 'reading' ? [event.reading.values.systolic?.value] : [],
    );
    expect(systolics).toEqual([131, 133]);
  });

  test('ends with a refusal when the new record is one that no document explains', async () => {
    const low = createRecordBench(driver, createSimulator, {
      patient: { bloodPressure: () => ({ systolic: 119, mean: 90, diastolic: 75 }) },
    });
    low.simulator.control.systolicAtLeast(undefined);
    low.session.start();
    await low.clock.advance(100);
    low.session.startCapture('blood-pressure');
    await low.clock.advance(20_000);
    expect(low.events.slice(1)).toMatchObject([
      { type: 'failed', failure: { code: 'DEVICE_REFUSED', detail: 'unverified' } },
      { type: 'idle' },
    ]);
  });

  test('a pulse that does not fit into seven bits is refused as well', async () => {
    const bench = createRecordBench(driver, createSimulator, { patient: { pulseRate: () => 151 } });
    bench.simulator.control.othersAtMost(undefined);
    bench.session.start();
    await bench.clock.advance(100);
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(20_000);
    expect(bench.events.slice(1)).toMatchObject([{ failure: { detail: 'unverified' } }, { type: 'idle' }]);
  });

  test('a device that is switched off says so', async () => {
    const bench = await identified();
    bench.simulator.control.power(false);
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(10_000);
    expect(bench.events.slice(1)).toMatchObject([
      { type: 'fault', failure: { code: 'DEVICE_REFUSED', detail: 'the device is switched off' } },
    ]);
  });

  test('a value that one transmission alone says is never delivered', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(14_000);
    let damaged = 0;
    // The lowest bit of SYS, in the first transmission of the new record alone.
    bench.throughLine((report) => {
      const isNew = report[0] === 0x82 && report[2] === 131;
      if (!isNew || damaged > 0) return report;
      damaged += 1;
      return flipBits(report, [2 * 8]);
    });
    await bench.clock.advance(10_000);
    expect(damaged).toBe(1);
    expect(bench.events[1]).toMatchObject({
      type: 'reading',
      reading: { values: { systolic: { value: 131 } } },
    });
  });

  test('a lost record is asked for again, and silence ends in a fault', async () => {
    const bench = await identified();
    let lost = 0;
    bench.throughLine((report) => {
      if (report[0] !== 0x82 || lost > 0) return report;
      lost += 1;
      return undefined;
    });
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(25_000);
    expect(typesOf(bench)).toEqual(['identified', 'reading', 'idle']);
    bench.throughLine(() => undefined);
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(60_000);
    expect(bench.events.at(-1)).toMatchObject({ type: 'fault', failure: { code: 'DEVICE_SILENT' } });
  });
});

test('only published commands are ever sent', async () => {
  const bench = await identified();
  bench.session.startCapture('blood-pressure');
  await bench.clock.advance(20_000);
  expect(new Set(bench.sent.map((report) => report[0]))).toEqual(new Set([0x40, 0x42, 0x43]));
});
