import { describe, expect, test } from 'vitest';
import { toHex } from '../../kit/bytes.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { wasMeasured } from '../../kit/measured.ts';
import { createSessionBench } from '../../kit/session-bench.ts';
import { readingsOf } from '../../kit/test-kit.ts';
import { command } from './commands.ts';
import { driver } from './driver.ts';
import { createFrameView } from './frame-view.ts';
import { createSimulator } from './simulator.ts';

const BEAT_MS = 800;
const PATIENT = createFakePatient({
  pleth: (at) => (at % BEAT_MS) / BEAT_MS,
  pulseRate: (at) => 75 + Math.round(2 * Math.sin(at / 2_500)),
});
const PREVIOUS = createFakePatient({ pulseRate: () => 110, oxygenSaturation: () => 86 });
const bench = () =>
  createSessionBench({ driver, createSimulator, patient: PATIENT, previousPatient: PREVIOUS });
type Bench = ReturnType<typeof bench>;

const expectOneTrueReading = (made: Bench): void => {
  const [event, ...others] = made.of('reading');
  expect(others).toEqual([]);
  expect(event?.reading.flags).toEqual([]);
  expect(event && wasMeasured(event.reading.values, made.simulator.measured())).toBe(true);
};
const codes = (made: Bench): string[] =>
  [...made.of('failed'), ...made.of('fault')].map(({ failure }) => failure.code);

describe('a capture', () => {
  test('gives one true reading', async () => {
    const made = bench();
    made.session.start();
    await made.clock.advance(1_000);
    expect(made.of('identified')[0]?.identity).toEqual({ maker: 'Contec', model: 'CMS50 (5-byte)' });
    made.session.startCapture('oximetry');
    await made.clock.advance(15_000);
    expectOneTrueReading(made);
    expect(codes(made)).toEqual([]);
  });

  test('passes over the recording of whoever came before', async () => {
    const made = bench();
    made.session.start();
    made.simulator.faults['stored-reading']?.(true);
    await made.clock.advance(1_000);
    made.session.startCapture('oximetry');
    made.simulator.faults['stored-reading']?.(true);
    await made.clock.advance(15_000);
    expectOneTrueReading(made);
  });

  test('brings a unit back that was left in its recording', async () => {
    const made = bench();
    made.simulator.receive(command('recording'));
    made.session.start();
    await made.clock.advance(1_000);
    made.session.startCapture('oximetry');
    await made.clock.advance(15_000);
    expectOneTrueReading(made);
  });

  test.each([
    ['stuck-value', 'DEVICE_FROZEN', 10_000],
    ['sensor-off', 'CAPTURE_TIMEOUT', 125_000],
    ['motion', 'CAPTURE_SIGNAL_LOST', 125_000],
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
});

test('the recording that the simulator sends is a recording', async () => {
  const made = bench();
  const sent: Uint8Array[] = [];
  const simulator = createSimulator({
    clock: made.clock,
    bodyClock: made.clock,
    patient: PATIENT,
    previousPatient: PREVIOUS,
    send: (bytes) => sent.push(bytes),
  });
  simulator.receive(command('recording'));
  await made.clock.advance(1_000);
  expect(readingsOf(driver.createDecoder, sent)).toMatchObject([
    { status: 'invalid', reason: 'no-value', flags: ['stored'], frames: 5 },
    {
      status: 'valid',
      values: { spo2: { value: 86 }, 'pulse-rate': { value: 110 } },
      flags: ['stored'],
      frames: 85,
    },
  ]);
});

test('the frame view names packets, the recording and what the host says', () => {
  const view = createFrameView();
  const shown = view
    .fromDevice(Uint8Array.of(0xc7, 50, 0x26, 72, 97, 0x87, 0, 0x10, 0x7f, 0x7f, 0x12, 0x87, 0, 0, 72, 97))
    .map(({ name, fields }) => [name, ...fields.map(([field, value]) => `${field}=${value}`)].join(' '));
  expect(shown).toEqual([
    'live data SpO2=97 pulse=72 signal=7 wave=50 bar=6 status=searching, beep',
    'live data SpO2=- pulse=127 signal=7 wave=0 bar=0 status=probe error',
    'damage',
    'live data SpO2=97 pulse=72 signal=7 wave=0 bar=0',
  ]);
  const said = view.toDevice(Uint8Array.of(0xf5, 0xf5, 0x01, 0xf6, 0xf6, 0xf6));
  expect(said.map(({ name, raw }) => `${name}: ${toHex(raw)}`)).toEqual([
    'recording?: F5 F5',
    'other bytes: 01',
    'live data: F6 F6 F6',
  ]);
});
