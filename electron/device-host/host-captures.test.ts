import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createBench, EPOCH, failureOf, PATIENT } from './host-bench.ts';

describe('blood pressure', () => {
  test('ends with a result that two transmissions agree on, with the hash of its bytes', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(30_000);
    expect(bench.monitor.control.cuffPressure()).toBeGreaterThan(50);
    await bench.clock.advance(6_000);
    const { systolic, mean, diastolic } = PATIENT.bloodPressure(0);
    expect(bench.outcomes()).toMatchObject([
      {
        type: 'capture-reading',
        origin: 'device',
        rawHash: createHash('sha256')
          .update(bench.monitor.sent.at(-1) ?? '')
          .digest('hex'),
        reading: {
          frames: 2,
          values: {
            systolic: { value: systolic, unit: 'mm[Hg]' },
            diastolic: { value: diastolic, unit: 'mm[Hg]' },
            mean: { value: mean, unit: 'mm[Hg]' },
          },
        },
      },
    ]);
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'ready' });
  });

  test('a device that does not push is asked', async () => {
    const bench = await createBench();
    bench.monitor.control.push(false);
    bench.start('blood-pressure');
    await bench.clock.advance(39_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(3_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading' }]);
  });

  test('the stored result of an earlier patient is never taken for this one', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(40_000);
    const earlier = bench.monitor.sent.at(-1) ?? new Uint8Array();
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    bench.tell({ type: 'begin-visit', epoch: EPOCH + 1 });
    bench.start('blood-pressure', 'second', EPOCH + 1);
    await bench.clock.advance(5_000);
    bench.monitor.wire.send(earlier);
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toHaveLength(1);
    await bench.clock.advance(30_000);
    expect(bench.outcomes()).toMatchObject([{}, { captureId: 'second', epoch: EPOCH + 1 }]);
  });

  test.each([
    ['E44', 'CAPTURE_MOVED'],
    ['E43', 'CAPTURE_NO_PULSE'],
    ['E12', 'CAPTURE_CUFF'],
    ['E24', 'CAPTURE_TIMEOUT'],
    ['E63', 'CAPTURE_OUT_OF_RANGE'],
    ['E99', 'DEVICE_REFUSED'],
  ])('device error %s is %s', async (error, code) => {
    const bench = await createBench();
    bench.monitor.control.fail(error);
    bench.start('blood-pressure');
    await bench.clock.advance(36_000);
    expect(failureOf(bench)).toEqual([code]);
  });

  test('a damaged result is asked for again', async () => {
    const bench = await createBench();
    bench.monitor.control.wrongChecksum(1);
    bench.start('blood-pressure');
    await bench.clock.advance(40_000);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading', reading: { frames: 2 } }]);
  });

  test('a line that keeps damaging results gives none', async () => {
    const bench = await createBench();
    bench.monitor.control.wrongChecksum(1_000);
    bench.start('blood-pressure');
    await bench.clock.advance(150_000);
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED']);
  });

  test('stop releases the cuff at once', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(12_000);
    expect(bench.monitor.control.cuffPressure()).toBeGreaterThan(100);
    bench.tell({ type: 'stop-capture', captureId: 'blood-pressure', epoch: EPOCH });
    await bench.clock.advance(1_600);
    expect(bench.monitor.control.cuffPressure()).toBe(0);
    expect(failureOf(bench)).toEqual(['CAPTURE_STOPPED']);
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'ready' });
  });

  test('the end of the application releases the cuff before it is told that everything is closed', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(12_000);
    bench.tell({ type: 'shut-down' });
    await bench.clock.advance(0);
    expect(bench.shutDowns()).toBe(1);
    await bench.clock.advance(1_600);
    expect(bench.monitor.control.cuffPressure()).toBe(0);
    expect(bench.outcomes()).toEqual([]);
  });

  test('the end of the visit releases the cuff, and nothing of it comes out any more', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(12_000);
    bench.tell({ type: 'end-visit', epoch: EPOCH });
    await bench.clock.advance(60_000);
    expect(bench.monitor.control.cuffPressure()).toBe(0);
    expect(bench.outcomes()).toEqual([]);
  });

  test('unplugged in the middle, it fails, and works again once plugged in', async () => {
    const bench = await createBench();
    bench.start('blood-pressure');
    await bench.clock.advance(5_000);
    bench.monitor.wire.unplug('quietly');
    await bench.clock.advance(2_000);
    expect(failureOf(bench)).toEqual(['DEVICE_UNPLUGGED']);
    bench.start('blood-pressure', 'again');
    expect(failureOf(bench)).toEqual(['DEVICE_UNPLUGGED', 'DEVICE_UNPLUGGED']);
    bench.monitor.wire.replug();
    await bench.clock.advance(45_000);
    bench.start('blood-pressure', 'third');
    await bench.clock.advance(40_000);
    expect(bench.outcomes().at(-1)).toMatchObject({ type: 'capture-reading', captureId: 'third' });
  });

  test('a device that answers neither RB nor ST is silent, and told to stop all the same', async () => {
    const bench = await createBench();
    bench.monitor.silence(true);
    bench.start('blood-pressure');
    await bench.clock.advance(4_000);
    expect(failureOf(bench)).toEqual(['DEVICE_SILENT']);
  });

  test('another device on the port is not taken for this one', async () => {
    const bench = await createBench();
    bench.monitor.silence(true);
    bench.monitor.wire.unplug('announced');
    bench.monitor.wire.replug();
    for (let step = 0; step < 30; step += 1) {
      bench.monitor.wire.send(Uint8Array.from('{0,16,~0,1,MO,"SC-240"', (letter) => letter.charCodeAt(0)));
      await bench.clock.advance(250);
    }
    expect(bench.stateOf('and-tm2657')).toEqual({ state: 'fault', code: 'DEVICE_UNKNOWN' });
  });
});

describe('body weight', () => {
  test('is the line of whoever steps on during the capture', async () => {
    const bench = await createBench();
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    bench.start('body-weight');
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toEqual([]);
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toMatchObject([
      {
        type: 'capture-reading',
        reading: { values: { weight: { value: PATIENT.weight, unit: 'kg' } }, device: { model: 'SC-240' } },
      },
    ]);
    expect(bench.outcomes()[0]).not.toHaveProperty('signal');
  });

  test('a line that began before the capture is not taken', async () => {
    const bench = await createBench();
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    const line = bench.scale.sent.at(-1) ?? new Uint8Array();
    bench.scale.wire.send(line.slice(0, 40));
    await bench.clock.advance(0);
    bench.start('body-weight');
    bench.scale.wire.send(line.slice(40));
    await bench.clock.advance(3_000);
    expect(bench.outcomes()).toEqual([]);
  });

  test('a damaged line fails the capture, and the next one succeeds', async () => {
    const bench = await createBench();
    bench.scale.control.wrongChecksum(1);
    bench.start('body-weight');
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    bench.start('body-weight', 'again');
    bench.scale.control.stepOn();
    await bench.clock.advance(5_000);
    expect(failureOf(bench)).toEqual(['DEVICE_GARBLED', 'capture-reading']);
  });

  test('nobody steps on: the capture ends after two minutes', async () => {
    const bench = await createBench();
    bench.start('body-weight');
    await bench.clock.advance(121_000);
    expect(failureOf(bench)).toEqual(['CAPTURE_TIMEOUT']);
  });

  test('a weighing that the scale dates before the visit is never delivered', async () => {
    const bench = await createBench();
    bench.start('body-weight');
    const covered = '{0,16,~0,1,MO,"MC-980",DT,"01/01/2020",Ti,"10:00:00",Wk,61.9,';
    const sum = Array.from(covered).reduce((total, letter) => total + letter.charCodeAt(0), 0) & 0xff;
    const line = `${covered}CS,${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`;
    bench.scale.wire.send(Uint8Array.from(line, (letter) => letter.charCodeAt(0)));
    await bench.clock.advance(5_000);
    expect(bench.outcomes()).toEqual([]);
    await bench.clock.advance(116_000);
    expect(bench.outcomes()).toMatchObject([{ failure: { code: 'DEVICE_STORED_ONLY' } }]);
  });
});
