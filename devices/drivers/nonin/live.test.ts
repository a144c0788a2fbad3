import { describe, expect, test } from 'vitest';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { wasMeasured } from '../../kit/measured.ts';
import { createSessionBench } from '../../kit/session-bench.ts';
import { driver } from './driver.ts';
import { createSimulator } from './simulator.ts';

/** A beat every 800 ms, and a rate and a saturation that drift. */
const BEAT_MS = 800;
const PATIENT = createFakePatient({
  pleth: (at) => (at % BEAT_MS) / BEAT_MS,
  beatBetween: (from, to) => Math.floor(from / BEAT_MS) !== Math.floor(to / BEAT_MS),
  pulseRate: (at) => 75 + Math.round(2 * Math.sin(at / 2_500)),
  oxygenSaturation: (at) => 97 + Math.round(Math.sin(at / 9_000)),
});
const PREVIOUS = createFakePatient({ pulseRate: () => 110, oxygenSaturation: () => 86 });
const bench = () =>
  createSessionBench({ driver, createSimulator, patient: PATIENT, previousPatient: PREVIOUS });
type Bench = ReturnType<typeof bench>;

const capture = async (made: Bench, milliseconds: number): Promise<void> => {
  made.session.start();
  await made.clock.advance(5_000);
  made.session.startCapture('oximetry');
  await made.clock.advance(milliseconds);
};
const onlyReading = (made: Bench) => {
  const readings = made.of('reading');
  expect(readings).toHaveLength(1);
  const [{ reading, signal } = { reading: undefined, signal: undefined }] = readings;
  expect(reading && wasMeasured(reading.values, made.simulator.measured())).toBe(true);
  return { reading, signal };
};
const codes = (made: Bench): string[] =>
  [...made.of('failed'), ...made.of('fault')].map(({ failure }) => failure.code);

describe('a capture', () => {
  test('identifies by the stream, learns the firmware, and gives one true reading', async () => {
    const made = bench();
    await capture(made, 15_000);
    expect(made.of('identified').at(-1)?.identity).toEqual({
      maker: 'Nonin',
      model: 'oximeter',
      firmware: '48',
    });
    const { reading, signal } = onlyReading(made);
    expect(reading).toMatchObject({ flags: [], device: { firmware: '48' } });
    expect(signal).toBe(4);
    expect(codes(made)).toEqual([]);
  });

  test('shows a wave of 75 samples a second as they come', async () => {
    const made = bench();
    await capture(made, 10_000);
    const samples = made.of('wave').reduce((sum, { wave }) => sum + wave.samples.length, 0);
    expect(samples).toBeGreaterThanOrEqual(749);
    expect(samples).toBeLessThanOrEqual(751);
    expect(made.of('wave')[0]?.wave).toMatchObject({ sampleRateHz: 75, fullScale: 255 });
  });

  test.each([7, 8] as const)('works in format %d with a device that does not obey', async (format) => {
    const made = bench();
    made.simulator.control.format(format);
    made.simulator.control.obeys(false);
    await made.clock.advance(1_000);
    await capture(made, 110_000);
    expect(onlyReading(made).reading?.flags).toEqual(format === 8 ? ['unprotected'] : []);
    expect(codes(made)).toEqual([]);
    expect(made.of('wave')[0]?.wave.fullScale).toBe(format === 7 ? 65_535 : undefined);
  });

  test('asks a device in format 13 for format 2', async () => {
    const made = bench();
    made.simulator.control.format(13);
    await made.clock.advance(1_000);
    await capture(made, 15_000);
    onlyReading(made);
  });

  test('never takes a spot check, of the memory or not', async () => {
    const made = bench();
    made.simulator.control.format(13);
    made.simulator.control.obeys(false);
    made.simulator.faults['stored-reading']?.(true);
    await capture(made, 60_000);
    expect(made.of('reading')).toEqual([]);
  });
});

describe('a fault of the device', () => {
  test.each([
    ['stuck-value', 'DEVICE_FROZEN', 10_000],
    ['sensor-off', 'CAPTURE_TIMEOUT', 125_000],
    ['motion', 'CAPTURE_SIGNAL_LOST', 125_000],
    ['bad-checksum', 'DEVICE_GARBLED', 10_000],
  ] as const)('%s ends as %s', async (fault, code, within) => {
    const made = bench();
    made.session.start();
    await made.clock.advance(3_000);
    made.simulator.faults[fault]?.(true);
    made.session.startCapture('oximetry');
    await made.clock.advance(within);
    expect(made.of('reading')).toEqual([]);
    expect(codes(made)[0]).toBe(code);
  });

  test('a low battery is told and flagged', async () => {
    const made = bench();
    made.simulator.faults['low-battery']?.(true);
    await capture(made, 15_000);
    expect(made.of('battery').at(-1)?.battery).toBe('low');
    expect(onlyReading(made).reading?.flags).toEqual(['low-battery']);
  });

  test('readings of whoever came before are passed over', async () => {
    const made = bench();
    made.simulator.faults['stored-reading']?.(true);
    await capture(made, 15_000);
    onlyReading(made);
  });
});

test('a weak finger is no reading, and held numbers are none once it has left', async () => {
  const made = bench();
  made.session.start();
  made.simulator.control.finger('weak');
  await made.clock.advance(3_000);
  made.session.startCapture('oximetry');
  await made.clock.advance(20_000);
  expect(made.of('reading')).toEqual([]);
  expect(made.of('feedback').at(-1)?.feedback).toMatchObject({ state: 'weak-signal', signal: 1 });
  made.simulator.control.finger('in');
  await made.clock.advance(6_000);
  made.simulator.control.finger('out');
  await made.clock.advance(1_000);
  const feedback = made.of('feedback').at(-1)?.feedback;
  expect(feedback).toMatchObject({ state: 'sensor-off' });
  expect(feedback).not.toHaveProperty('values');
  await made.clock.advance(8_000);
  expect(made.of('reading')).toEqual([]);
});
