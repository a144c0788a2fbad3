import { expect, test } from 'vitest';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { wasMeasured } from '../../kit/measured.ts';
import { readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createSimulator } from './simulator.ts';

const patientWith = (systolic: number) =>
  createFakePatient({
    bloodPressure: (measurement) => ({ systolic: systolic + measurement, mean: 90, diastolic: 75 }),
  });

const createBench = () => {
  const clock = createFakeClock();
  const sent: Uint8Array[] = [];
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: patientWith(120),
    previousPatient: patientWith(160),
    send: (bytes) => sent.push(bytes),
  });
  const readings = () => readingsOf(createDecoder, sent);
  return { clock, simulator, readings };
};

test.each(['format-1', 'format-2', 'format-3', 'format-5', 'mode-5', 'stx'] as const)(
  'what it measures is what is read, in %s',
  (form) => {
    const { simulator, readings } = createBench();
    simulator.control.form(form);
    simulator.control.measure();
    simulator.control.measure();
    const truths = readings().map(
      (reading) => reading.status === 'valid' && wasMeasured(reading.values, simulator.measured()),
    );
    expect(truths).toEqual([true, true]);
  },
);

test('a person whom nobody tells measures again and again', async () => {
  const { clock, readings } = createBench();
  await clock.advance(65_000);
  expect(readings().filter(({ status }) => status === 'valid')).toHaveLength(4);
});

test('its faults', async () => {
  const { clock, simulator, readings } = createBench();
  const last = async () => {
    await clock.advance(15_000);
    return readings().at(-1);
  };
  await clock.advance(3_000);
  simulator.faults.motion?.(true);
  expect(await last()).toMatchObject({ status: 'valid', flags: ['motion', 'unprotected'] });
  simulator.faults['error-code']?.(true);
  expect(await last()).toMatchObject({ status: 'invalid', reason: 'device-error', detail: '2' });
  simulator.faults['error-code']?.(false);
  simulator.faults['stored-reading']?.(true);
  expect((await last())?.status).toBe('valid');
  expect(readings().at(-2)).toMatchObject({ values: { systolic: { value: 162 } } });
});
