import { describe, expect, test } from 'vitest';
import { toLatin1 } from '../../kit/bytes.ts';
import { createRecordBench } from '../../kit/sessions/record-bench.ts';
import { driver } from './driver.ts';
import { createSimulator } from './simulator.ts';

const HOUR = 3_600_000;
const createBench = () =>
  createRecordBench(driver, createSimulator, {
    patient: { glucose: (drop) => 101 + drop },
    previous: { glucose: (drop) => 201 + drop },
  });
type Bench = ReturnType<typeof createBench>;

const identified = async (): Promise<Bench> => {
  const bench = createBench();
  bench.session.start();
  await bench.clock.advance(100);
  return bench;
};

const beginVisitNow = (bench: Bench): void => bench.beginVisit(new Date(bench.clock.now()));
const valuesOf = ({ events }: Bench) =>
  events.flatMap((event) => (event.type === 'reading' ? [event.reading.values.glucose?.value] : []));
const commandsOf = ({ sent }: Bench): string[] =>
  sent.map((bytes) => toLatin1(bytes).replace('\x11\r', '').trim());

test('the meter proves itself by its serial number', async () => {
  const bench = await identified();
  expect(commandsOf(bench)).toEqual(['DM?', 'DM@', 'DMSU?', 'DMF']);
  expect(toLatin1(bench.sent[0] ?? new Uint8Array())).toBe('\x11\rDM?\r');
  expect(bench.events).toEqual([
    {
      type: 'identified',
      identity: {
        maker: 'LifeScan',
        model: 'OneTouch Ultra2',
        serial: 'CBN00001Y',
        firmware: 'P02.00.00 30/08/06',
      },
    },
  ]);
});

test.each([
  ['another model', (bench: Bench) => bench.simulator.control.serial('CBN0001XT'), 'DEVICE_UNKNOWN'],
  ['a unit that nobody knows', (bench: Bench) => bench.simulator.control.unit('MG/ML '), 'DEVICE_REFUSED'],
  ['wrong sums', (bench: Bench) => bench.simulator.faults['bad-checksum']?.(true), 'DEVICE_GARBLED'],
])('%s is no meter to be used', async (_name, change, code) => {
  const bench = createBench();
  change(bench);
  bench.session.start();
  await bench.clock.advance(6_000);
  expect(bench.events).toMatchObject([{ type: 'fault', failure: { code } }]);
});

describe('a capture', () => {
  test('delivers the record that was not there before', async () => {
    const bench = await identified();
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(50_000);
    expect(bench.events.slice(1)).toMatchObject([
      {
        type: 'reading',
        reading: {
          values: { glucose: { value: 101, unit: 'mg/dL' } },
          deviceTime: '2026-03-02T09:00:45',
          flags: ['stored'],
          frames: 2,
          device: { serial: 'CBN00001Y' },
        },
      },
      { type: 'idle' },
    ]);
  });

  test('delivers what was measured without the cable during the visit, and nothing older', async () => {
    const bench = await identified();
    await bench.clock.advance(HOUR);
    bench.simulator.faults['stuck-value']?.(true);
    beginVisitNow(bench);
    await bench.clock.advance(30_000);
    bench.simulator.faults['stuck-value']?.(false);
    bench.simulator.control.value(133);
    bench.simulator.control.measure();
    bench.simulator.faults['stuck-value']?.(true);
    await bench.clock.advance(5_000);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(5_000);
    expect(valuesOf(bench)).toEqual([133]);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(200_000);
    expect(valuesOf(bench)).toEqual([133]);
    expect(bench.events.at(-2)).toMatchObject({ failure: { code: 'CAPTURE_TIMEOUT' } });
  });

  test('sets dates right by what the clock shows, whenever it was set', async () => {
    const bench = await identified();
    bench.simulator.faults['clock-off']?.(true);
    beginVisitNow(bench);
    bench.simulator.control.measure();
    await bench.clock.advance(3_000);
    bench.simulator.control.measure();
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(5_000);
    expect(bench.events[1]).toMatchObject({
      type: 'reading',
      reading: {
        values: { glucose: { value: 102 } },
        deviceTime: '2026-03-01T09:00:03',
        flags: ['stored', 'clock-off'],
      },
    });
  });

  test.each([
    [
      'control solution',
      (bench: Bench) => bench.simulator.control.mark('C'),
      'DEVICE_REFUSED',
      'control-solution',
    ],
    ['a parity error', (bench: Bench) => bench.simulator.control.mark('?'), 'DEVICE_REFUSED', '?'],
    ['LO', (bench: Bench) => bench.simulator.control.value(19), 'CAPTURE_OUT_OF_RANGE', 'LO'],
    ['HI', (bench: Bench) => bench.simulator.control.value(601), 'CAPTURE_OUT_OF_RANGE', 'HI'],
  ])('%s ends it once, and does not stand in the way of the next', async (_name, change, code, detail) => {
    const bench = await identified();
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(1_000);
    change(bench);
    bench.simulator.control.measure();
    await bench.clock.advance(5_000);
    expect(bench.events.slice(1)).toMatchObject([
      { type: 'failed', failure: { code, detail } },
      { type: 'idle' },
    ]);
    bench.simulator.control.mark(undefined);
    bench.simulator.control.value(99);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(45_000);
    expect(valuesOf(bench)).toEqual([99]);
  });

  test('a mark that the owner sets later makes no new record', async () => {
    const bench = await identified();
    bench.simulator.control.measure();
    bench.simulator.faults['stuck-value']?.(true);
    await bench.clock.advance(HOUR);
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(5_000);
    bench.simulator.control.note('A', 11);
    await bench.clock.advance(200_000);
    expect(bench.events.slice(1)).toMatchObject([{ failure: { code: 'CAPTURE_TIMEOUT' } }, { type: 'idle' }]);
  });

  test('a record of somebody else that appears late is not delivered', async () => {
    const bench = await identified();
    bench.simulator.faults['stuck-value']?.(true);
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(5_000);
    bench.simulator.faults['stored-reading']?.(true);
    await bench.clock.advance(200_000);
    expect(valuesOf(bench)).toEqual([]);
  });

  test('another meter on the same cable ends it', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(1_000);
    bench.simulator.control.serial('CBN00002Y');
    await bench.clock.advance(20_000);
    expect(bench.events.slice(1)).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_UNKNOWN' } }]);
  });

  test('a meter without its cable falls silent', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(1_000);
    bench.simulator.control.plugged(false);
    await bench.clock.advance(60_000);
    expect(bench.events.at(-1)).toMatchObject({ type: 'fault', failure: { code: 'DEVICE_SILENT' } });
  });

  test('a damaged dump is asked for again, once it is over', async () => {
    const bench = await identified();
    let damaged = 0;
    bench.throughLine((bytes) => {
      if (damaged > 0 || !toLatin1(bytes).startsWith('P ')) return bytes;
      damaged += 1;
      return bytes.filter((_, index) => index !== 70);
    });
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(50_000);
    expect(damaged).toBe(1);
    expect(valuesOf(bench)).toEqual([101]);
  });
});

test('nothing but questions is ever sent: no erasing, no clock setting', async () => {
  const bench = await identified();
  bench.session.startCapture('blood-glucose');
  await bench.clock.advance(20_000);
  bench.session.stopCapture();
  bench.session.close();
  expect([...new Set(commandsOf(bench))].sort()).toEqual(['DM?', 'DM@', 'DMF', 'DMP', 'DMSU?']);
});
