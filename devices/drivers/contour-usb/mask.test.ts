import { expect, test } from 'vitest';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { flipBits } from '../../kit/test-kit.ts';
import { createFrameReader, frameBytes } from './frames.ts';
import { createMask } from './mask.ts';
import { payloadOf, reportsOf } from './packets.ts';

const framesOf = (...texts: readonly string[]): Uint8Array =>
  concatBytes(texts.map((text, index) => frameBytes({ number: index + 1, text, isLast: false })));

const eventsOf = (reports: readonly Uint8Array[]) => {
  const reader = createFrameReader();
  return reports
    .flatMap((report) => reader.push(payloadOf(report) ?? new Uint8Array()))
    .map((event) => (event.type === 'frame' ? event.frame.text : event.type));
};
const masked = (reports: readonly Uint8Array[]): Uint8Array[] => {
  const mask = createMask();
  return reports.map((report) => mask.push(report));
};

const RESULT = 'R|1|^^^Glucose|133|mg/dL^P||B/X||201202052034';
const PATIENT = 'P|1||AB-1234||Dupont^Zo\u00e9||19800101|F';

test('who the patient is becomes neutral, report by report, and the sums are right again', () => {
  const reports = reportsOf(framesOf('P|1', PATIENT, 'O|1|17|S99||||||||Q', RESULT));
  const kept = masked(reports);
  expect(kept.map(({ length }) => length)).toEqual(reports.map(({ length }) => length));
  expect(eventsOf(kept)).toEqual([
    'P|1',
    'P|1||XX-0000||XXXXXX^XXX||00000000|X',
    'O|1|00|X00||||||||Q',
    RESULT,
  ]);
});

test('a recording without the reports is masked too', () => {
  expect(toLatin1(concatBytes(masked([framesOf(PATIENT, RESULT)])))).toContain('P|1||XX-0000||XXXXXX^XXX||');
});

test('a piece of a frame keeps no patient either', () => {
  const [, second = new Uint8Array()] = reportsOf(framesOf(RESULT, PATIENT));
  expect(toLatin1(concatBytes(masked([second])))).not.toMatch(/Dupont|1980/);
});

test('what was damaged stays damaged', () => {
  const [report = new Uint8Array()] = reportsOf(framesOf(PATIENT.slice(0, 40)));
  for (let bit = 4 * 8; bit < 50 * 8; bit += 1) {
    const before = eventsOf([flipBits(report, [bit])]);
    if (before.length === 1 && before[0] === 'checksum') {
      expect(eventsOf(masked([flipBits(report, [bit])]))).toEqual(['checksum']);
    }
  }
});

test('what is no frame, and no report of this meter, is left as it is', () => {
  const controls = reportsOf(fromLatin1('\x04\x05'));
  expect(masked(controls)).toEqual(controls);
  const foreign = fromLatin1('$GPGGA,094105,4800.072,N');
  expect(toLatin1(createMask().push(foreign))).toBe(toLatin1(foreign));
});
