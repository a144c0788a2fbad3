import { describe, expect, test } from 'vitest';
import { concatBytes, toLatin1 } from '../../kit/bytes.ts';
import type { SessionEvent } from '../../kit/driver.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { wasMeasured } from '../../kit/measured.ts';
import { createSession } from './session.ts';
import { createSimulator } from './simulator.ts';

const createBench = (damage: (report: Uint8Array, index: number) => Uint8Array[] = (report) => [report]) => {
  const clock = createFakeClock();
  const events: SessionEvent[] = [];
  const written: Uint8Array[] = [];
  let sent = 0;
  const patientWith = (systolic: number) =>
    createFakePatient({
      bloodPressure: (measurement) => ({ systolic: systolic + measurement, mean: 90, diastolic: 75 }),
    });
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: patientWith(120),
    previousPatient: patientWith(160),
    send: (report) => {
      sent += 1;
      for (const arriving of damage(report, sent)) session.receive(arriving);
    },
  });
  simulator.control.byItself(false);
  const session = createSession({
    clock,
    visitClock: clock,
    visitBeganAt: () => new Date(clock.now()),
    delivered: new Set(),
    write: (report) => {
      written.push(report);
      simulator.receive(report);
    },
    writeFeature: (bytes) => simulator.receiveFeature?.(bytes),
    emit: (event) => events.push(event),
  });
  return {
    clock,
    session,
    simulator,
    written,
    of: <Type extends SessionEvent['type']>(type: Type) =>
      events.filter((event): event is Extract<SessionEvent, { type: Type }> => event.type === type),
  };
};

test('identifies the device by version and serial', async () => {
  const { clock, session, of } = createBench();
  session.start();
  await clock.advance(3_000);
  expect(of('identified')).toMatchObject([
    { identity: { maker: 'Omron', model: 'HEM-790IT', firmware: 'M7080IT 207', serial: '06000000000000' } },
  ]);
});

test("never asks for the user's profile", async () => {
  const { clock, session, written } = createBench();
  session.start();
  await clock.advance(3_000);
  session.startCapture('blood-pressure');
  await clock.advance(20_000);
  expect(toLatin1(concatBytes(written))).not.toContain('PRF');
});

describe('a capture', () => {
  const capture = async (bench = createBench()) => {
    bench.session.start();
    await bench.clock.advance(3_000);
    bench.session.startCapture('blood-pressure');
    await bench.clock.advance(12_000);
    return bench;
  };

  test('takes nothing that was in the memory, and the record that comes', async () => {
    const { clock, simulator, of } = await capture();
    expect(of('reading')).toEqual([]);
    simulator.control.measure();
    await clock.advance(12_000);
    expect(of('reading')).toMatchObject([
      { reading: { frames: 2, flags: ['stored'], device: { serial: '06000000000000' } } },
    ]);
    expect(wasMeasured(of('reading')[0]?.reading.values ?? {}, simulator.measured())).toBe(true);
  });

  test('looks into the bank of the second user too', async () => {
    const { clock, simulator, of } = await capture();
    simulator.control.measure(1);
    await clock.advance(12_000);
    expect(of('reading')).toHaveLength(1);
  });

  test('takes the first of a triple, and none of it twice', async () => {
    const { clock, session, simulator, of } = await capture();
    simulator.control.truRead();
    await clock.advance(12_000);
    expect(of('reading').map(({ reading }) => reading.values)).toEqual(simulator.measured().slice(0, 1));
    session.startCapture('blood-pressure');
    await clock.advance(30_000);
    expect(of('reading')).toHaveLength(1);
  });

  test('flags a clock that is a day behind', async () => {
    const { clock, simulator, of } = await capture();
    simulator.faults['clock-off']?.(true);
    simulator.control.measure();
    await clock.advance(12_000);
    expect(of('reading')).toMatchObject([{ reading: { flags: ['stored', 'clock-off'] } }]);
  });

  test('ends as timed out when nothing but old records is there', async () => {
    const { clock, of } = await capture();
    await clock.advance(180_000);
    expect(of('failed')).toMatchObject([{ failure: { code: 'CAPTURE_TIMEOUT' } }]);
    expect(of('reading')).toEqual([]);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index * 97))(
    'takes a record that comes %d ms into a look, and no old one for it',
    async (at) => {
      const { clock, simulator, of } = await capture();
      await clock.advance(at);
      simulator.control.measure();
      await clock.advance(20_000);
      expect(of('reading').map(({ reading }) => reading.values)).toEqual(simulator.measured());
    },
  );

  test('does not take older records for new ones when some are deleted', async () => {
    const { clock, simulator, of } = await capture();
    simulator.control.clear();
    await clock.advance(20_000);
    expect(of('reading')).toEqual([]);
    expect(of('fault')).toMatchObject([
      { failure: { code: 'DEVICE_GARBLED', detail: 'records were deleted' } },
    ]);
  });

  test('begins while the last look of the one before goes on', async () => {
    const { clock, session, simulator, of } = createBench();
    session.start();
    await clock.advance(3_000);
    session.startCapture('blood-pressure');
    await clock.advance(700);
    session.stopCapture();
    session.startCapture('blood-pressure');
    await clock.advance(15_000);
    simulator.control.measure();
    await clock.advance(12_000);
    expect(of('reading')).toHaveLength(1);
    expect(of('fault')).toEqual([]);
  });

  test('tells the device to go off when it is closed in the middle of a look', async () => {
    const { clock, session, written } = createBench();
    session.start();
    await clock.advance(3_000);
    session.startCapture('blood-pressure');
    await clock.advance(800);
    const before = written.length;
    session.close();
    expect(written.slice(before).map(toLatin1)).toEqual([expect.stringContaining('END')]);
  });
});

describe('damage', () => {
  test('of a reply ends the look; three in a row are a fault', async () => {
    const { clock, session, simulator, of } = createBench();
    session.start();
    await clock.advance(3_000);
    simulator.faults['bad-checksum']?.(true);
    session.startCapture('blood-pressure');
    await clock.advance(20_000);
    expect(of('fault')).toMatchObject([{ failure: { code: 'DEVICE_GARBLED' } }]);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index))(
    'one report lost, the %dth, makes no old record a new one',
    async (lost) => {
      const skip = 12 + lost;
      const { clock, session, simulator, of } = createBench((report, index) =>
        index === skip ? [] : [report],
      );
      session.start();
      await clock.advance(3_000);
      session.startCapture('blood-pressure');
      await clock.advance(40_000);
      expect(of('reading')).toEqual([]);
      simulator.control.measure();
      await clock.advance(20_000);
      expect(of('reading').map(({ reading }) => wasMeasured(reading.values, simulator.measured()))).toEqual([
        true,
      ]);
    },
  );

  test('a record that cannot be read the same way twice is not known, and not taken', async () => {
    // Two bits of the same place, in every second transmission of a record: the XOR does not see them.
    let records = 0;
    const { clock, session, of } = createBench((report) => {
      const isTail = report[0] === 7 && report[3] === 0 && report[4] === 0 && (report[5] ?? 0) > 100;
      if (!isTail) return [report];
      records += 1;
      if (records % 2 === 0) return [report];
      return [report.map((byte, at) => (at === 5 || at === 6 ? byte ^ 1 : byte))];
    });
    session.start();
    await clock.advance(3_000);
    session.startCapture('blood-pressure');
    await clock.advance(60_000);
    expect(of('reading')).toEqual([]);
    expect(of('fault')).toMatchObject([{ failure: { code: 'DEVICE_GARBLED' } }]);
  });
});
