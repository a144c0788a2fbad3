import { expect, test } from 'vitest';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createSimulator } from './simulator.ts';

const patient = createFakePatient();

const createBench = () => {
  const clock = createFakeClock();
  const sent: Uint8Array[] = [];
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient,
    previousPatient: createFakePatient({ weight: 99 }),
    send: (bytes) => sent.push(bytes),
  });
  return { clock, sent, simulator };
};

test('the weight swings, settles, and is sent once', async () => {
  const { clock, sent, simulator } = createBench();
  simulator.control.byItself(false);
  simulator.control.stepOn();
  const shown: number[] = [];
  for (let step = 0; step < 39; step += 1) {
    await clock.advance(100);
    shown.push(simulator.control.display());
  }
  expect(new Set(shown.slice(0, 10)).size).toBeGreaterThan(5);
  expect(Math.abs((shown.at(-1) ?? 0) - patient.weight)).toBeLessThan(0.2);
  expect(sent).toEqual([]);
  await clock.advance(60_000);
  expect(readingsOf(createDecoder, sent)).toMatchObject([
    { status: 'valid', values: { weight: { value: 70.4, unit: 'kg' } } },
  ]);
});

test('a patient whom nobody tells steps on again and again', async () => {
  const { clock, sent } = createBench();
  await clock.advance(60_000);
  expect(sent.length).toBeGreaterThanOrEqual(3);
});
