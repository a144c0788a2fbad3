import { describe, expect, test } from 'vitest';
import type { FromDeviceHost } from '#core/contract/device-host.ts';
import { parseCaptureFile } from '#devices/kit/capture-file.ts';
import { decodeCapture } from '#devices/kit/decode.ts';
import { DRIVERS } from '#devices/registry.ts';
import { type Bench, binding, createBench, EPOCH } from '../host-bench.ts';

type Answer<Type extends FromDeviceHost['type']> = Extract<FromDeviceHost, { type: Type }>;
const answers = <Type extends FromDeviceHost['type']>(bench: Bench, type: Type): Answer<Type>[] =>
  bench.messages.filter((message): message is Answer<Type> => message.type === type);
const framesOf = (bench: Bench) => answers(bench, 'frames').flatMap(({ frames }) => frames);

/** A line of a scale with somebody's identification in it. */
const IDENTIFIED = '{0,16,~0,1,~1,2,MO,"SC-240",ID,"4711",Wk,70.5,CS,';
const withChecksum = (text: string): Uint8Array => {
  const sum = [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0) & 0xff;
  return Uint8Array.from(`${text}${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`, (letter) =>
    letter.charCodeAt(0),
  );
};
const hexOf = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).toUpperCase()).join(' ');

describe('what is known of the devices', () => {
  test('is told twice a second while a technician is there, and not otherwise', async () => {
    const bench = await createBench();
    await bench.clock.advance(2_000);
    expect(answers(bench, 'bench-facts')).toEqual([]);
    bench.tell({ type: 'bench', on: true });
    await bench.clock.advance(2_000);
    expect(answers(bench, 'bench-facts')).toHaveLength(5);
    bench.tell({ type: 'bench', on: false });
    await bench.clock.advance(2_000);
    expect(answers(bench, 'bench-facts')).toHaveLength(5);
  });

  test('counts bytes, readings and errors, and the age of the last byte', async () => {
    const bench = await createBench();
    bench.tell({ type: 'bench', on: true });
    bench.start('oximetry');
    await bench.clock.advance(14_000);
    bench.monitor.control.fail('E44');
    bench.start('blood-pressure');
    await bench.clock.advance(40_000);
    bench.oximeter.wire.unplug('quietly');
    await bench.clock.advance(60_000);
    const facts = answers(bench, 'bench-facts').at(-1)?.devices ?? [];
    expect(facts.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['contec-cms50', 'recorded'],
      ['and-tm2657', 'recorded'],
      ['tanita-scale', 'recorded'],
    ]);
    const [oximeter, monitor, scale] = facts.map(({ counts }) => counts);
    // Looked for again and again, but unplugged once.
    expect(oximeter).toMatchObject({ readings: 1, errors: { DEVICE_UNPLUGGED: 1 } });
    expect(oximeter?.lastByteAgoMs).toBeGreaterThan(58_000);
    expect(monitor).toMatchObject({ readings: 0, errors: { CAPTURE_MOVED: 1 } });
    expect(scale).toEqual({ bytesIn: 0, bytesOut: 0, readings: 0, errors: {} });
  });
});

describe('the frames of the device that is watched', () => {
  test('come at most ten times a second, thinned, with every rare one', async () => {
    const bench = await createBench();
    bench.tell({ type: 'watch', deviceId: 'contec-cms50' });
    bench.start('oximetry');
    await bench.clock.advance(10_000);
    const batches = answers(bench, 'frames');
    expect(batches.length).toBeLessThanOrEqual(100);
    expect(batches.at(-1)?.deviceId).toBe('contec-cms50');
    // The feedback of the device is asked for besides.
    expect(batches.at(-1)?.perSecond).toBeOneOf([60, 61]);
    expect(batches.at(-1)?.oneOf).toBeGreaterThanOrEqual(15);
    const frames = framesOf(bench);
    expect(frames.length).toBeLessThan(120);
    expect(
      frames.some(({ name, direction }) => name === 'start real time' && direction === 'to-device'),
    ).toBe(true);
    const last = frames.findLast(({ name }) => name === 'real-time data');
    expect(last?.hex).toMatch(/^([0-9A-F]{2} ){8}[0-9A-F]{2}$/);
    expect(last?.fields.map(([name]) => name)).toContain('SpO2');
    expect(last?.number).toBeGreaterThan(400);
  });

  test('are those of one device only, and of none once nobody watches', async () => {
    const bench = await createBench();
    bench.tell({ type: 'watch', deviceId: 'and-tm2657' });
    bench.start('oximetry');
    await bench.clock.advance(5_000);
    expect(framesOf(bench)).toEqual([]);
    bench.tell({ type: 'watch', deviceId: 'contec-cms50' });
    await bench.clock.advance(1_000);
    expect(framesOf(bench).length).toBeGreaterThan(0);
    bench.tell({ type: 'watch' });
    const before = answers(bench, 'frames').length;
    await bench.clock.advance(5_000);
    expect(answers(bench, 'frames')).toHaveLength(before);
  });

  test('show no identifier of a patient, not even when the watch begins in the middle of a line', async () => {
    const bench = await createBench();
    const line = withChecksum(IDENTIFIED);
    bench.scale.wire.send(line.slice(0, 30));
    await bench.clock.advance(10);
    bench.tell({ type: 'watch', deviceId: 'tanita-scale' });
    bench.tell({ type: 'record', deviceId: 'tanita-scale' });
    bench.scale.wire.send(line.slice(30));
    await bench.clock.advance(1_000);
    expect(framesOf(bench)).toEqual([]);
    bench.scale.wire.send(line);
    await bench.clock.advance(1_000);
    bench.tell({ type: 'record' });
    expect(framesOf(bench)).toHaveLength(1);
    expect(framesOf(bench)[0]?.hex).toContain(hexOf('ID,"0000"'));
    const said = JSON.stringify(bench.messages);
    expect(said).not.toContain(hexOf('4711'));
    expect(answers(bench, 'recorded')[0]?.text).toContain(hexOf('ID,"0000"'));
  });
});

describe('a recording', () => {
  test('is a capture file that decodes to what was measured', async () => {
    const bench = await createBench();
    bench.tell({ type: 'bench', on: true });
    bench.tell({ type: 'record', deviceId: 'and-tm2657' });
    bench.start('blood-pressure');
    await bench.clock.advance(45_000);
    expect(answers(bench, 'bench-facts').at(-1)?.recording).toMatchObject({ deviceId: 'and-tm2657' });
    bench.tell({ type: 'record' });
    const [recorded] = answers(bench, 'recorded');
    const file = parseCaptureFile(recorded?.text ?? '');
    if (!file.ok) throw new Error(file.failure.message);
    expect(file.value.provenance).toBe('recorded');
    const readings = decodeCapture(DRIVERS['and-tm2657'], file.value);
    const delivered = bench.outcomes().find(({ type }) => type === 'capture-reading');
    expect(readings).toContainEqual(
      expect.objectContaining({
        reading: expect.objectContaining({
          values: delivered?.type === 'capture-reading' ? delivered.reading.values : undefined,
        }),
      }),
    );
    await bench.clock.advance(1_000);
    expect(answers(bench, 'bench-facts').at(-1)).not.toHaveProperty('recording');
  });

  test('ends when the technician goes', async () => {
    const bench = await createBench();
    bench.tell({ type: 'bench', on: true });
    bench.tell({ type: 'record', deviceId: 'contec-cms50' });
    bench.tell({ type: 'bench', on: false });
    expect(answers(bench, 'recorded')).toHaveLength(1);
  });
});

describe('a self-test', () => {
  test('lets every device go, tests it, tells each report, and opens it again', async () => {
    const bench = await createBench();
    bench.scale.wire.refuse('PORT_BUSY');
    bench.tell({ type: 'self-test', language: 'fr' });
    await bench.clock.advance(500);
    bench.start('oximetry');
    await bench.clock.advance(30_000);
    const told = answers(bench, 'self-test');
    expect(told.map(({ reports }) => reports.length)).toEqual([1, 2, 3, 3]);
    const last = told.at(-1);
    expect(last?.reports.map(({ device, passed }) => [device, passed])).toEqual([
      ['contec-cms50', true],
      ['and-tm2657', true],
      ['tanita-scale', false],
    ]);
    expect(last?.pages?.html).toContain('Autotest des appareils');
    expect(JSON.parse(last?.pages?.json ?? '{}')).toMatchObject({ passed: false });
    // A measure that was asked for meanwhile is refused with a reason, and can be asked for again.
    expect(bench.outcomes()).toMatchObject([{ failure: { code: 'DEVICE_HOST_RESTARTED' } }]);
    expect(bench.stateOf('contec-cms50')).toEqual({ state: 'ready' });
    bench.start('oximetry', 'again');
    await bench.clock.advance(14_000);
    expect(bench.outcomes().at(-1)).toMatchObject({ type: 'capture-reading', captureId: 'again' });
  });
});

describe('another configuration', () => {
  test('leaves the devices alone that stay as they were', async () => {
    const bench = await createBench();
    bench.start('oximetry');
    await bench.clock.advance(5_000);
    const opened = bench.oximeter.wire.openings();
    bench.tell({
      type: 'configure',
      bindings: [binding('contec-cms50'), binding('tanita-scale', false)],
      clockRate: 1,
    });
    await bench.clock.advance(8_000);
    expect(bench.oximeter.wire.openings()).toBe(opened);
    expect(bench.outcomes()).toMatchObject([{ type: 'capture-reading', epoch: EPOCH }]);
    expect(bench.stateOf('and-tm2657')).toBeUndefined();
    expect(bench.stateOf('tanita-scale')).toEqual({ state: 'ready' });
  });
});
