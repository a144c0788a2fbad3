import { describe, expect, test } from 'vitest';
import { binding, createBench, EPOCH, failureOf, PATIENT } from './host-bench.ts';

describe('the host', () => {
  test('says that it is ready, reports its devices, answers a ping and beats every second', async () => {
    const bench = await createBench();
    expect(bench.messages[0]).toEqual({ type: 'ready' });
    for (const id of ['contec-cms50', 'and-tm2657', 'tanita-scale'])
      expect(bench.stateOf(id)).toEqual({ state: 'ready' });
    bench.tell({ type: 'ping', number: 7 });
    expect(bench.messages.at(-1)).toEqual({ type: 'pong', number: 7 });
    await bench.clock.advance(3_000);
    expect(bench.live.filter(({ type }) => type === 'beat').length).toBeGreaterThanOrEqual(4);
  });

  test('ignores and counts what is no message of the contract', async () => {
    const bench = await createBench();
    const before = bench.messages.length;
    for (const message of [
      undefined,
      'x',
      { type: 'nope' },
      { type: 'ping' },
      { type: 'ping', number: 1, more: 1 },
    ])
      bench.tell(message);
    expect(bench.host.ignored()).toBe(5);
    expect(bench.messages).toHaveLength(before);
  });

  test('refuses a capture outside a visit, of another visit, and of a measure without device', async () => {
    const bench = await createBench();
    bench.start('oximetry', 'a', EPOCH + 1);
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    bench.start('oximetry', 'b');
    bench.tell({ type: 'begin-visit', epoch: 9 });
    bench.tell({ type: 'configure', bindings: [binding('tanita-scale')], clockRate: 1 });
    await bench.clock.advance(0);
    bench.start('oximetry', 'c', 9);
    expect(failureOf(bench)).toEqual(['NO_VISIT', 'NO_VISIT', 'DEVICE_NOT_CONFIGURED']);
  });
});

describe('oximetry', () => {
  test('goes from finger out over searching to a reading after eight steady seconds', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(10_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(1_500);
    const [reading] = bench.outcomes();
    expect(reading).toMatchObject({
      type: 'capture-reading',
      captureId: 'oximetry',
      epoch: EPOCH,
      origin: 'simulator',
      signal: 4,
      reading: {
        status: 'valid',
        values: {
          spo2: { value: expect.closeTo(PATIENT.oxygenSaturation(bench.clock.monotonic()), -1), unit: '%' },
          'pulse-rate': {
            value: expect.closeTo(PATIENT.pulseRate(bench.clock.monotonic()), -1),
            unit: '/min',
          },
        },
      },
    });
    const states = bench.feedback().map((feedback) => feedback.measure === 'oximetry' && feedback.state);
    expect([...new Set(states)]).toEqual(['sensor-off', 'searching', 'steady']);
    const before = bench
      .feedback()
      .filter((feedback) => feedback.measure === 'oximetry' && feedback.state !== 'steady');
    expect(before.every((feedback) => !('values' in feedback))).toBe(true);
  });

  test('draws sixty numbered samples a second, and null while the finger is out', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(4_000);
    const waves = bench.live.flatMap((message) => (message.type === 'wave' ? [message] : []));
    const samples = waves.flatMap((wave) => wave.samples);
    expect(samples.length).toBeGreaterThanOrEqual(239);
    expect(waves.reduce((next, wave) => (wave.sequence === next ? next + wave.samples.length : -1), 0)).toBe(
      samples.length,
    );
    expect(samples[0]).toBeNull();
    expect(Math.max(...samples.map((sample) => sample ?? 0))).toBeGreaterThan(0.7);
  });

  test('drops the live value when the stream stalls, and calls the device silent', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(6_000);
    expect(bench.feedback().at(-1)).toHaveProperty('values');
    bench.oximeter.silence(true);
    await bench.clock.advance(3_250);
    expect(failureOf(bench)).toEqual(['DEVICE_SILENT']);
    const last = bench.live.filter(({ type }) => type === 'feedback').at(-1);
    expect(last?.type === 'feedback' && bench.clock.monotonic() - last.arrivedAtMs).toBeLessThan(500);
    bench.oximeter.silence(false);
    await bench.clock.advance(5_000);
    expect(bench.stateOf('contec-cms50')).toEqual({ state: 'ready' });
  });

  test('a finger that goes out takes the value with it and the count starts again', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(8_000);
    bench.oximeter.control.finger('out');
    await bench.clock.advance(1_000);
    expect(bench.feedback().at(-1)).toMatchObject({ state: 'sensor-off', steadyForMs: 0 });
    expect(bench.feedback().at(-1)).not.toHaveProperty('values');
    bench.oximeter.control.finger('in');
    await bench.clock.advance(9_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(1_500);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });

  test('a weak signal never makes a reading', async () => {
    const bench = await createBench();
    bench.oximeter.control.finger('weak');
    bench.start('oximetry');
    await bench.clock.advance(60_000);
    expect(bench.feedback().at(-1)).toMatchObject({ state: 'weak-signal', steadyForMs: 0 });
    await bench.clock.advance(61_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_SIGNAL_LOST']);
  });

  test('nobody puts a finger in: the capture ends after two minutes', async () => {
    const bench = await createBench();
    bench.oximeter.control.finger('out');
    bench.start('oximetry');
    await bench.clock.advance(121_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_TIMEOUT']);
  });

  test('garbage on the port is named', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(4_000);
    bench.oximeter.silence(true);
    for (let second = 0; second < 16; second += 1) {
      bench.oximeter.wire.send(Uint8Array.of(0x33, 0x44, 0x55, 0x20));
      await bench.clock.advance(250);
    }
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED']);
  });

  test('a unit that first wants both transfers stopped starts all the same', async () => {
    const bench = await createBench();
    bench.oximeter.control.needStopFirst(true);
    bench.start('oximetry');
    await bench.clock.advance(14_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });
});

test('a finger left in after its reading stays live, but does not talk over the next measure', async () => {
  const bench = await createBench();
  bench.start('oximetry');
  await bench.clock.advance(12_000);
  expect(bench.outcomes()).toHaveLength(1);
  const talk = async () => {
    bench.live.length = 0;
    await bench.clock.advance(1_000);
    return {
      waves: bench.live.some(({ type }) => type === 'wave'),
      measures: [...new Set(bench.feedback().map(({ measure }) => measure))],
    };
  };
  expect(await talk()).toEqual({ waves: true, measures: ['oximetry'] });
  bench.start('blood-pressure');
  expect(await talk()).toEqual({ waves: true, measures: ['blood-pressure'] });
  await bench.clock.advance(40_000);
  expect(await talk()).toEqual({ waves: true, measures: ['oximetry'] });
  bench.oximeter.control.finger('out');
  await bench.clock.advance(4_000);
  expect(await talk()).toEqual({ waves: false, measures: [] });
  expect(bench.stateOf('contec-cms50')).toEqual({ state: 'ready' });
});
