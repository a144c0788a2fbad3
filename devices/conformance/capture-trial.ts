import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import type { ValidReading } from '#core/vitals/decoded.ts';
import { type Fault, type FaultOutcome, LINE_FAULTS } from '../kit/faults.ts';
import { wasMeasured } from '../kit/measured.ts';
import type { CaptureEvent } from '../kit/supervisor.ts';
import { DRIVERS } from '../registry.ts';
import type { ConformanceBench } from './bench.ts';

/** How long a device may take to be ready, and a capture to end: longer than any driver's own deadlines. */
const READY_MS: Milliseconds = 20_000;
const CAPTURE_MS: Milliseconds = 200_000;
/** A fault is switched on so long after the capture began: in its middle. */
const INTO_THE_CAPTURE_MS: Milliseconds = 4_000;

/** What came of one capture. */
export interface CaptureOutcome {
  readonly readings: readonly ValidReading[];
  /** Whether a scanner read an identity. */
  readonly scanned: boolean;
  /** How the capture failed, and the faults that the device showed meanwhile. */
  readonly codes: readonly ErrorCode[];
}

/** A scanner goes on after a code that is no identity. */
const isIdentity = (event: CaptureEvent): boolean =>
  event.type === 'scan' && event.scan.code === 'ins' && event.scan.status === 'valid';

const isEnd = (event: CaptureEvent): boolean =>
  event.type === 'reading' || event.type === 'failed' || event.type === 'idle' || isIdentity(event);

export const isReady = (bench: ConformanceBench): boolean => bench.supervisor.state().state === 'ready';

/** Starts one capture on a ready device and waits for its end. */
const runCapture = async (bench: ConformanceBench, during: () => Promise<void>): Promise<CaptureOutcome> => {
  bench.takeFaults();
  const from = bench.events.length;
  bench.supervisor.startCapture(DRIVERS[bench.driver].manifest.measures[0]);
  await bench.clock.advance(INTO_THE_CAPTURE_MS);
  await during();
  await bench.until(() => bench.events.slice(from).some(isEnd), CAPTURE_MS);
  bench.supervisor.stopCapture();
  await bench.clock.advance(READY_MS);
  const own = bench.events.slice(from);
  return {
    readings: own.flatMap((event) => (event.type === 'reading' ? [event.reading] : [])),
    scanned: own.some(isIdentity),
    codes: [
      ...own.flatMap((event) => (event.type === 'failed' ? [event.failure.code] : [])),
      ...bench.takeFaults(),
    ],
  };
};

/** What is wrong with the readings: one that the device never measured. A single frame without checksum may lie on a damaged line, and is marked. */
const falseReadings = (bench: ConformanceBench, { readings }: CaptureOutcome, damaged: boolean): string[] =>
  readings
    .filter(({ flags }) => !(damaged && flags.includes('unprotected')))
    .filter(({ values }) => !wasMeasured(values, bench.device.measured()))
    .map(({ values }) => `a value that was never measured: ${JSON.stringify(values)}`);

const succeeded = (outcome: CaptureOutcome): boolean => outcome.readings.length > 0 || outcome.scanned;

const judge = (expected: FaultOutcome, outcome: CaptureOutcome): string[] => {
  const seen = outcome.codes.join(', ') || 'no code';
  switch (expected.outcome) {
    case 'reading':
      return succeeded(outcome) ? [] : [`no reading (${seen})`];
    case 'failed':
      if (succeeded(outcome)) return ['a reading, where none may come'];
      return outcome.codes.some((code) => expected.codes.includes(code))
        ? []
        : [`${seen} instead of ${expected.codes.join(' or ')}`];
    case 'either':
      return succeeded(outcome) || outcome.codes.some((code) => expected.codes.includes(code))
        ? []
        : [`${seen} instead of a reading or ${expected.codes.join(' or ')}`];
    case 'does-not-apply':
      return [];
  }
};

const DAMAGING: readonly Fault[] = ['byte-loss', 'bit-flips', 'garbage', 'garbage-before', 'garbage-between'];

/** A capture of a device that is well: what is wrong with it, or nothing. */
export const tryWellCapture = async (bench: ConformanceBench): Promise<string[]> => {
  if (!(await bench.until(() => isReady(bench), READY_MS))) {
    return [`not ready: ${JSON.stringify(bench.supervisor.state())}`];
  }
  const outcome = await runCapture(bench, async () => undefined);
  return [...judge({ outcome: 'reading' }, outcome), ...falseReadings(bench, outcome, false)];
};

const afterwards = (problems: readonly string[]): string[] =>
  problems.map((problem) => `after the fault: ${problem}`);

/** A good capture, a fault in the middle of the next one, then mended: what is wrong with what came of it, or nothing. */
export const tryFault = async (
  bench: ConformanceBench,
  fault: Fault,
  expected: FaultOutcome,
): Promise<string[]> => {
  bench.supervisor.start();
  const before = await tryWellCapture(bench);
  if (before.length > 0) return before.map((problem) => `before the fault: ${problem}`);
  const switched: string[] = [];
  const outcome = await runCapture(bench, async () => {
    const done = await bench.device.fault(fault, true);
    if (!done.ok) switched.push(done.failure);
  });
  const found = [
    ...switched,
    ...judge(expected, outcome),
    ...falseReadings(bench, outcome, DAMAGING.includes(fault)),
  ];
  await bench.device.mend();
  await bench.clock.advance(READY_MS);
  return [...found, ...afterwards(await tryWellCapture(bench))];
};

/** A fault that is there before the port is opened: whatever comes, no false value, and the device recovers. */
export const tryFaultFromTheStart = async (bench: ConformanceBench, fault: Fault): Promise<string[]> => {
  const done = await bench.device.fault(fault, true);
  if (!done.ok) return [done.failure];
  bench.supervisor.start();
  const ready = await bench.until(() => isReady(bench), READY_MS);
  const outcome = ready ? await runCapture(bench, async () => undefined) : undefined;
  const damaged = (LINE_FAULTS as readonly Fault[]).includes(fault);
  const found = outcome === undefined ? [] : falseReadings(bench, outcome, damaged);
  const named = ready || bench.takeFaults().length > 0 ? [] : ['neither ready nor any code'];
  await bench.device.mend();
  await bench.clock.advance(READY_MS);
  return [...found, ...named, ...afterwards(await tryWellCapture(bench))];
};
