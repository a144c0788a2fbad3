import { describe, expect, test } from 'vitest';
import { concatBytes, toLatin1 } from '../../kit/bytes.ts';
import { createFakeClock } from '../../kit/fake-clock.ts';
import { createFakePatient } from '../../kit/fake-patient.ts';
import { flipBits } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { createSimulator } from './simulator.ts';

const createBench = (sex: 'female' | 'male' = 'female') => {
  const clock = createFakeClock();
  const sent: Uint8Array[] = [];
  const simulator = createSimulator({
    clock,
    bodyClock: clock,
    patient: createFakePatient({ sex }),
    previousPatient: createFakePatient(),
    send: (bytes) => sent.push(bytes),
  });
  return { clock, sent, ...simulator };
};
const scansIn = (chunks: readonly Uint8Array[]) => {
  const decoder = createDecoder();
  return [...chunks.flatMap((chunk) => [...decoder.push(chunk)]), ...decoder.end()].flatMap((item) =>
    item.type === 'scan' ? [item.scan] : [],
  );
};

describe('left alone', () => {
  test.each(['female', 'male'] as const)('it shows the code of a made-up %s again and again', async (sex) => {
    const bench = createBench(sex);
    await bench.clock.advance(60_000);
    const scans = scansIn(bench.sent);
    expect(scans.length).toBeGreaterThanOrEqual(3);
    expect(scans[0]).toMatchObject({ status: 'valid', ins: { oid: '1.2.250.1.213.1.4.11', sex } });
  });
});

describe('a tester', () => {
  test.each(['text', 'hid-pos'] as const)('has it speak in %s, with or without separators', (form) => {
    const bench = createBench();
    bench.control.form(form);
    bench.control.scan();
    bench.control.separators(false);
    bench.control.scan();
    expect(scansIn(bench.sent)).toMatchObject([{ separators: true }, { separators: false }]);
  });

  test('can make the key wrong', () => {
    const bench = createBench();
    bench.faults['bad-checksum']?.(true);
    bench.control.scan();
    expect(scansIn(bench.sent)).toMatchObject([{ status: 'invalid', reason: 'key', detail: 'S1' }]);
  });
});

test('a technician sees of which form and length a code is, and nothing of the person', () => {
  const bench = createBench();
  bench.control.scan();
  bench.control.form('hid-pos');
  bench.control.scan();
  bench.control.scanOther('3400930000120');
  const view = createFrameView();
  const lines = bench.sent.flatMap((bytes) => view.fromDevice(bytes));
  expect(lines.map(({ name, fields }) => [name, ...fields.flat()].join(' '))).toEqual([
    'Datamatrix INS form text characters 123 authority 1.2.250.1.213.1.4.11 separators present',
    'Datamatrix INS form hid-pos symbology ]d1 characters 123 authority 1.2.250.1.213.1.4.11 separators present',
    'other code form hid-pos symbology ]d1 characters 13',
  ]);
  expect(toLatin1(concatBytes(lines.map(({ raw }) => raw)))).not.toMatch(/DEMO|EXEMPLE|28002|1980|34009/);
});

describe('damage to one line', () => {
  const bench = createBench();
  bench.control.scan();
  const line = concatBytes(bench.sent);
  const [truth] = scansIn([line]);
  const outcome = (bytes: Uint8Array): 'refused' | 'same' | 'wrong' => {
    const valid = scansIn([bytes]).filter((scan) => scan.code === 'ins' && scan.status === 'valid');
    if (valid.length === 0) return 'refused';
    return JSON.stringify(valid) === JSON.stringify([truth]) ? 'same' : 'wrong';
  };

  test('a matricule is never read wrong: its key sees every single bit', () => {
    const from = toLatin1(line).indexOf('S1') + 2;
    for (let bit = from * 8; bit < (from + 15) * 8; bit += 1) {
      expect(outcome(flipBits(line, [bit]))).toBe('refused');
    }
  });

  test('names, sex, date and place have no check: the matricule and a document are to be compared', () => {
    const outcomes = Array.from({ length: line.length * 8 }, (_, bit) => outcome(flipBits(line, [bit])));
    const wrong = outcomes.filter((each) => each === 'wrong').length;
    // Measured, and told in docs/devices/barcode-scanner.md.
    expect(wrong / outcomes.length).toBeLessThan(0.16);
  });

  test('a cut line is refused', () => {
    for (let length = 0; length < line.length; length += 1) {
      expect(outcome(line.slice(0, length))).toBe('refused');
    }
  });
});
