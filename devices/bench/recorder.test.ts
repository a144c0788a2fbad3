import { expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { createConformanceBench } from '../conformance/bench.ts';
import { concatBytes, fromLatin1, toLatin1 } from '../kit/bytes.ts';
import { parseCaptureFile } from '../kit/capture-file.ts';
import { decodeCapture } from '../kit/decode.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import type { Driver } from '../kit/driver.ts';
import { createFakeClock } from '../kit/fake-clock.ts';
import { DRIVERS } from '../registry.ts';
import { createRecorder } from './recorder.ts';

const parsed = (text: string) => {
  const file = parseCaptureFile(text);
  if (!file.ok) throw new Error(`line ${file.failure.line}: ${file.failure.message}`);
  return file.value;
};

test('the header says what, when, and who recorded', () => {
  const recorder = createRecorder(DRIVERS['contec-cms50'], createFakeClock());
  recorder.note('to-device', Uint8Array.of(1, 2));
  expect(recorder.bytes()).toBe(2);
  const text = recorder.finish({ identity: { maker: 'Contec', model: 'CMS50F', serial: '7' } });
  expect(text).toBe('# recorded: Contec CMS50F, 2026-03-02, by Cabine\n# driver: contec-cms50\n@0 > 01 02\n');
  recorder.note('to-device', Uint8Array.of(3));
  expect(recorder.finish()).not.toContain('> 03');
});

test('a recording of a simulator says that it is constructed', () => {
  const recorder = createRecorder(DRIVERS['tanita-scale'], createFakeClock());
  recorder.note('from-device', fromLatin1('x'));
  const text = recorder.finish({ simulated: true });
  expect(text.split('\n')[0]).toBe('# constructed: Tanita scale, from its simulator, 2026-03-02, by Cabine');
  expect(text).toContain('# masked: patient identifiers');
  expect(parsed(text).provenance).toBe('constructed');
});

test('what a mask holds back is put into the chunk that it came in, at its time', async () => {
  const clock = createFakeClock();
  const held: Uint8Array[] = [];
  // Lets nothing go before a line feed, and masks digits.
  const release = (): Uint8Array => {
    const line = toLatin1(concatBytes(held)).replace(/\d/g, '0');
    held.length = 0;
    return fromLatin1(line);
  };
  const driver: Driver = {
    ...DRIVERS['tanita-scale'],
    createMask: () => ({
      push: (bytes) => {
        held.push(bytes);
        return bytes.includes(10) ? release() : new Uint8Array();
      },
      end: release,
    }),
  };
  const recorder = createRecorder(driver, clock);
  recorder.note('from-device', fromLatin1('ID12'));
  await clock.advance(40);
  recorder.note('to-device', fromLatin1('9'));
  await clock.advance(10);
  recorder.note('from-device', fromLatin1('34\n5'));
  await clock.advance(30);
  recorder.note('from-device', fromLatin1('6'));
  const { chunks } = parsed(recorder.finish());
  expect(chunks.map(({ at, direction, bytes }) => [at, direction, toLatin1(bytes)])).toEqual([
    [0, 'from-device', 'ID00'],
    [40, 'to-device', '9'],
    [50, 'from-device', '00\n0'],
    [80, 'from-device', '0'],
  ]);
});

test.each(DRIVER_IDS)('%s: a recording decodes to what was decoded live', async (id) => {
  const bench = await createConformanceBench(id);
  const recorder = createRecorder(DRIVERS[id], bench.clock);
  bench.supervisor.start();
  await bench.until(() => bench.supervisor.state().state === 'ready', 20_000);
  bench.supervisor.startCapture(DRIVERS[id].manifest.measures[0]);
  await bench.clock.advance(60_000);
  for (const bytes of bench.traffic) recorder.note('from-device', bytes);
  await bench.close();
  const decodedOf = (chunks: readonly Uint8Array[]): string[] =>
    decodeCapture(DRIVERS[id], {
      comments: [],
      provenance: undefined,
      chunks: chunks.map((bytes) => ({ direction: 'from-device', bytes })),
    }).map(formatDecoded);
  const live = decodedOf(bench.traffic);
  const file = parsed(recorder.finish());
  expect(live.length).toBeGreaterThan(0);
  expect(file.chunks.map(({ bytes }) => bytes.length)).toEqual(bench.traffic.map(({ length }) => length));
  // A scanner's codes are what a mask takes out.
  const readings = (lines: readonly string[]): string[] =>
    lines.filter((line) => !line.includes('identity-code'));
  expect(readings(decodedOf(file.chunks.map(({ bytes }) => bytes)))).toEqual(readings(live));
});
