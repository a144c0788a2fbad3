import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../kit/bytes.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { readingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { selectFormat } from './messages.ts';
import { createSimulator } from './simulator.ts';

const createBench = () => {
  const clock = createFakeClock();
  const sent: Uint8Array[] = [];
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: createFakePatient(),
    previousPatient: createFakePatient({ pulseRate: () => 110, oxygenSaturation: () => 86 }),
    send: (bytes) => sent.push(bytes),
  });
  const say = (hex: string): void => simulator.receive(fromHex(hex) ?? new Uint8Array());
  /** What came since the last call. */
  const taken = (): Uint8Array[] => sent.splice(0);
  return { clock, simulator, say, taken };
};
const lines = (chunks: readonly Uint8Array[]): string[] =>
  readingsOf(driver.createDecoder, chunks).map((reading) =>
    reading.status === 'valid'
      ? `${reading.values.spo2?.value}/${reading.values['pulse-rate']?.value}`
      : reading.reason,
  );

test('sends 75 frames a second from the moment it is switched on, and says what it measured', async () => {
  const { clock, simulator, taken } = createBench();
  await clock.advance(10_000);
  const frames = taken();
  expect(frames.length).toBeGreaterThanOrEqual(750);
  expect(frames.length).toBeLessThanOrEqual(751);
  expect(lines(frames)).toEqual(['sensor-off', 'searching', '97/72']);
  expect(simulator.measured()).toEqual([
    { spo2: { value: 97, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } },
  ]);
});

describe('displayed numbers', () => {
  test('are held for ten seconds after the finger has left, the others are missing at once', async () => {
    const { clock, simulator, taken } = createBench();
    await clock.advance(10_000);
    simulator.control.finger('out');
    await clock.advance(1_000);
    taken();
    const floats = async (): Promise<(number | undefined)[]> => {
      await clock.advance(1_000);
      const frames = taken();
      const first = frames.findIndex((frame) => ((frame[1] ?? 0) & 1) !== 0);
      return [2, 8, 20].map((frame) => frames[first + frame]?.[3]);
    };
    expect(await floats()).toEqual([127, 97, 72]);
    await clock.advance(9_000);
    taken();
    expect(await floats()).toEqual([127, 127, 127]);
  });
});

describe('commands', () => {
  test('a known format is acknowledged and taken, another is refused', async () => {
    const { clock, simulator, taken } = createBench();
    await clock.advance(3_000);
    taken();
    simulator.receive(selectFormat(7));
    expect(taken().map(toHex)).toEqual(['06']);
    await clock.advance(1_000);
    expect(
      taken()
        .slice(-50)
        .every((frame) => (frame[0] ?? 0) >= 0x80),
    ).toBe(true);
    simulator.receive(selectFormat(3));
    expect(taken().map(toHex)).toEqual(['15']);
  });

  test('the time is set and told', async () => {
    const { clock, say, taken } = createBench();
    taken();
    say('02 72 00 03');
    expect(taken().map(toHex)).toEqual(['02 F2 06 1A 03 02 09 00 00 03']);
    say('02 72 06 32 0C 1F 0E 1E 0F 03');
    await clock.advance(2_000);
    taken();
    say('02 72 00 03');
    expect(taken().map(toHex)).toEqual(['02 F2 06 32 0C 1F 0E 1E 11 03']);
  });

  test('in format 13 a spot check comes every quarter of a minute, stored ones when its host is there', async () => {
    const { clock, simulator, taken } = createBench();
    simulator.receive(selectFormat(13));
    await clock.advance(1_000);
    taken();
    await clock.advance(31_000);
    expect(lines(taken())).toEqual(['97/72', '97/72']);
    simulator.faults['stored-reading']?.(true);
    expect(lines(taken())).toEqual(['86/110', '86/110']);
  });
});
