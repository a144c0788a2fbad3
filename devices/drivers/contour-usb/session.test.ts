import { describe, expect, test } from 'vitest';
import { toLatin1 } from '../../kit/bytes.ts';
import { createRecordBench } from '../../kit/sessions/record-bench.ts';
import { flipBits } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { frameBytes } from './frames.ts';
import { payloadOf, reportsOf } from './packets.ts';
import { createSimulator } from './simulator.ts';

const PEOPLE: Parameters<typeof createRecordBench>[2] = {
  patient: { glucose: (drop) => 101 + drop },
  previous: { glucose: (drop) => 201 + drop },
};
const createBench = () => createRecordBench(driver, createSimulator, PEOPLE);
type Bench = ReturnType<typeof createBench>;

const identified = async (change: (bench: Bench) => void = () => undefined): Promise<Bench> => {
  const bench = createBench();
  change(bench);
  bench.session.start();
  await bench.clock.advance(100);
  return bench;
};

const beginVisitNow = (bench: Bench): void => bench.beginVisit(new Date(bench.clock.now()));
const valuesOf = ({ events }: Bench) =>
  events.flatMap((event) => (event.type === 'reading' ? [event.reading.values.glucose?.value] : []));
const textOf = (report: Uint8Array): string => toLatin1(payloadOf(report) ?? new Uint8Array());

test('the meter proves itself by its header', async () => {
  const bench = await identified();
  expect(bench.sent.map(textOf)).toEqual(['\x04']);
  expect(bench.events).toEqual([
    {
      type: 'identified',
      identity: { maker: 'Bayer', model: 'Bayer7390', serial: '7390-0000001', firmware: '01.24' },
    },
  ]);
});

test('a meter that answers with ENQ alone is asked for its header', async () => {
  const bench = createBench();
  let answers = 0;
  bench.throughLine((report) => {
    const isFirst = textOf(report).startsWith('\x04\x02');
    answers += 1;
    // Reports of the header, up to the one with ENQ at its end.
    if (isFirst || (answers <= 4 && !textOf(report).endsWith('\x05'))) return undefined;
    return answers <= 4 ? report.with(3, 1).with(4, 0x05) : report;
  });
  bench.session.start();
  await bench.clock.advance(1_000);
  expect(bench.sent.map(textOf)).toEqual(['\x04', '\x06']);
  expect(bench.events).toMatchObject([{ type: 'identified', identity: { serial: '7390-0000001' } }]);
});

test('another family is a stranger', async () => {
  const bench = createBench();
  bench.throughLine((report) => {
    const at = toLatin1(report).indexOf('Bayer7390');
    // The sum stays right: one letter up, one down.
    return at < 0 ? report : report.with(at, 0x43).with(at + 1, 0x60);
  });
  bench.session.start();
  await bench.clock.advance(20_000);
  expect(bench.events).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_UNKNOWN' } }]);
});

test('a meter that begins its transmission anew, with another password, is read', async () => {
  const bench = await identified();
  let headers = 0;
  bench.throughLine((report) => {
    if (!textOf(report).startsWith('\x021H')) return report;
    headers += 1;
    const at = toLatin1(report).indexOf('7w3LBL');
    // The sum stays right: two letters change places.
    return report.with(at, 0x77).with(at + 1, 0x37);
  });
  beginVisitNow(bench);
  bench.session.startCapture('blood-glucose');
  await bench.clock.advance(60_000);
  expect(headers).toBeGreaterThan(1);
  expect(valuesOf(bench)).toEqual([101]);
});

test.each([
  ['Bayer7410^01.10^7428-4293200^00000|A=1^U=303|226|||||P|1|20260302090012', 'Bayer', 'Bayer7410'],
  ['Contour7900^02.13^7901H33A1578|A=0^U=0|25|||||P|1|20260302090012|', 'Ascensia', 'Contour7900'],
])('a newer meter is identified: %s', async (said, maker, model) => {
  const bench = createRecordBench(
    driver,
    (context) => ({
      ...createSimulator(context),
      receive: () => {
        const header = frameBytes({ number: 1, text: `H|\\^&||7EyQm2|${said}`, isLast: false });
        for (const part of reportsOf(Uint8Array.of(4, ...header, 5))) context.send(part);
      },
    }),
    PEOPLE,
  );
  bench.session.start();
  await bench.clock.advance(100);
  expect(bench.events).toMatchObject([{ type: 'identified', identity: { maker, model } }]);
});

test('a meter that never stops to begin anew is given up', async () => {
  const bench = createRecordBench(
    driver,
    (context) => {
      const simulator = createSimulator(context);
      let beginnings = 0;
      const header = (): Uint8Array => {
        beginnings += 1;
        const text = `H|\\^&||${beginnings}|Bayer7390^01.24^7390-0000001^7403-|U=0|9||||||1|202603020900`;
        return frameBytes({ number: 1, text, isLast: false });
      };
      return {
        ...simulator,
        receive: (report) => {
          const text = textOf(report);
          if (text === '\x04') simulator.receive(report);
          else for (const part of reportsOf(header())) context.send(part);
        },
      };
    },
    PEOPLE,
  );
  bench.session.start();
  await bench.clock.advance(100);
  bench.session.startCapture('blood-glucose');
  await bench.clock.advance(20_000);
  expect(bench.events.slice(1)).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_GARBLED' } }]);
});

describe('a capture', () => {
  test('delivers the record that was not there before, and shows the conversation', async () => {
    const bench = await identified();
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(bench.events.slice(1)).toMatchObject([
      {
        type: 'reading',
        reading: {
          values: { glucose: { value: 101, unit: 'mg/dL' } },
          deviceTime: '2026-03-02T09:00:00',
          flags: ['stored'],
          frames: 2,
          device: { serial: '7390-0000001' },
        },
      },
      { type: 'idle' },
    ]);
    expect(new Set(bench.sent.map(textOf))).toEqual(new Set(['\x04', '\x06']));
  });

  test('a meter in mmol/L is read in mg/dL', async () => {
    const bench = await identified(({ simulator }) => simulator.control.unit('mmol/L'));
    bench.simulator.control.value(99);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(valuesOf(bench)).toEqual([99]);
    expect(bench.simulator.measured()).toContainEqual({ glucose: { value: 99, unit: 'mg/dL' } });
  });

  test('a full memory that numbers its records anew makes no old one new', async () => {
    const bench = await identified();
    bench.simulator.faults['stuck-value']?.(false);
    for (let drop = 0; drop < 20; drop += 1) {
      bench.simulator.control.value(300 + drop);
      bench.simulator.control.measure();
      await bench.clock.advance(60_000);
    }
    bench.simulator.control.value(150);
    beginVisitNow(bench);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(valuesOf(bench)).toEqual([150]);
  });

  test('a record in the same minute as the beginning of the visit is not proved by its date', async () => {
    const bench = await identified();
    await bench.clock.advance(20_000);
    bench.simulator.control.measure();
    bench.simulator.faults['stuck-value']?.(true);
    await bench.clock.advance(1_000);
    beginVisitNow(bench);
    await bench.clock.advance(30_000);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(200_000);
    expect(valuesOf(bench)).toEqual([]);
  });

  test('what was measured without the port during the visit is delivered', async () => {
    const bench = await identified();
    bench.simulator.faults['stuck-value']?.(true);
    beginVisitNow(bench);
    await bench.clock.advance(130_000);
    bench.simulator.faults['stuck-value']?.(false);
    bench.simulator.control.measure();
    bench.simulator.faults['stuck-value']?.(true);
    await bench.clock.advance(5_000);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(10_000);
    expect(valuesOf(bench)).toEqual([101]);
  });

  test.each([
    ['C', 'DEVICE_REFUSED', 'control-solution'],
    ['<', 'CAPTURE_OUT_OF_RANGE', 'LO'],
    ['>', 'CAPTURE_OUT_OF_RANGE', 'HI'],
    ['Q', 'DEVICE_REFUSED', 'unverified'],
  ])('a result marked %j ends it', async (marks, code, detail) => {
    const bench = await identified();
    bench.simulator.control.marks(marks);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(bench.events.slice(1)).toMatchObject([{ failure: { code, detail } }, { type: 'idle' }]);
  });

  test('a mark that the owner sets later makes no new record', async () => {
    const bench = await identified();
    bench.simulator.control.measure();
    bench.simulator.faults['stuck-value']?.(true);
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(10_000);
    bench.simulator.control.remark('A/X');
    await bench.clock.advance(200_000);
    expect(bench.events.slice(1)).toMatchObject([{ failure: { code: 'CAPTURE_TIMEOUT' } }, { type: 'idle' }]);
  });

  test('a damaged frame is asked for with NAK, and counts once', async () => {
    const bench = await identified();
    let damaged = 0;
    bench.throughLine((report) => {
      if (damaged > 0 || !textOf(report).includes('R|2|')) return report;
      damaged += 1;
      return flipBits(report, [20 * 8]);
    });
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(bench.sent.map(textOf).filter((text) => text === '\x15')).toHaveLength(1);
    expect(valuesOf(bench)).toEqual([101]);
  });

  test('a lost frame is asked for again', async () => {
    const bench = await identified();
    let lost = 0;
    bench.throughLine((report) => {
      if (lost > 0 || !textOf(report).includes('R|2|')) return report;
      lost += 1;
      return undefined;
    });
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(lost).toBe(1);
    expect(valuesOf(bench)).toEqual([101]);
  });

  test('a transmission that ends without its last record is not believed', async () => {
    const bench = await identified();
    bench.throughLine((report) =>
      textOf(report).includes('L|1') ? report.with(3, 1).with(4, 0x04) : report,
    );
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(60_000);
    expect(bench.events.slice(1)).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_GARBLED' } }]);
  });

  test('silence ends in a fault', async () => {
    const bench = await identified();
    bench.session.startCapture('blood-glucose');
    await bench.clock.advance(1_000);
    bench.throughLine(() => undefined);
    await bench.clock.advance(60_000);
    expect(bench.events.slice(1)).toMatchObject([{ type: 'fault', failure: { code: 'DEVICE_SILENT' } }]);
  });
});
