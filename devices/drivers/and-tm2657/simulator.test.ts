import { describe, expect, test } from 'vitest';
import { toHex } from '../../kit/bytes.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { acknowledgement, commandFrame } from './frames.ts';
import { createSimulator } from './simulator.ts';

const patient = createFakePatient({
  bloodPressure: (measurement) => ({ systolic: 120 + measurement, mean: 90, diastolic: 75 }),
});

const createBench = () => {
  const clock = createFakeClock();
  const sent: string[] = [];
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient,
    previousPatient: createFakePatient({ weight: 99 }),
    send: (bytes) => sent.push(toHex(bytes)),
  });
  return {
    clock,
    sent,
    simulator,
    say: (command: 'ST' | 'SP' | 'RB') => simulator.receive(commandFrame(command)),
  };
};

const [ACK, NAK] = [toHex(acknowledgement(true)), toHex(acknowledgement(false))];

describe('the cuff', () => {
  test('inflates above systolic, deflates below diastolic and empties, in about 35 seconds', async () => {
    const { clock, say, simulator } = createBench();
    const pressures: number[] = [];
    say('ST');
    for (let second = 0; second < 36; second += 1) {
      pressures.push(simulator.control.cuffPressure());
      await clock.advance(1_000);
    }
    const peak = pressures.indexOf(Math.max(...pressures));
    expect(pressures[0]).toBe(0);
    expect(Math.max(...pressures)).toBeGreaterThan(140);
    expect(peak).toBeGreaterThanOrEqual(6);
    expect(peak).toBeLessThanOrEqual(9);
    expect(
      pressures.slice(peak).every((pressure, index, falling) => pressure <= (falling[index - 1] ?? 999)),
    ).toBe(true);
    expect(pressures[31]).toBeLessThan(75);
    expect(pressures.at(-1)).toBe(0);
  });

  test('empties within two seconds of SP', async () => {
    const { clock, say, simulator } = createBench();
    say('ST');
    await clock.advance(10_000);
    say('SP');
    await clock.advance(1_500);
    expect(simulator.control.cuffPressure()).toBe(0);
  });
});

test('a second ST does not start a second measurement', async () => {
  const { clock, say, sent } = createBench();
  say('ST');
  await clock.advance(20_000);
  say('ST');
  await clock.advance(60_000);
  expect(sent.filter((bytes) => bytes !== ACK)).toHaveLength(1);
});

test('RB before any result is refused, RP takes both published endings, and a damaged command is refused', () => {
  const { say, sent, simulator } = createBench();
  say('RB');
  simulator.receive(Uint8Array.of(0x16, 0x16, 0x01, 0x30, 0x30, 0x02, 0x52, 0x50, 0x03, 0x02));
  simulator.receive(Uint8Array.of(0x16, 0x16, 0x01, 0x30, 0x30, 0x02, 0x52, 0x50, 0x03, 0x10));
  simulator.receive(Uint8Array.of(0x16, 0x16, 0x01, 0x30, 0x20, 0x02, 0x53, 0x54, 0x03, 0x08));
  expect(sent).toEqual([NAK, NAK, NAK, NAK]);
});
