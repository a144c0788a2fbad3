import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import { ok, type Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { every } from '../clock.ts';
import type { DriverManifest, DriverSession, SessionContext } from '../driver.ts';
import { isOfEarlierVisit, recordsOfVisit } from './record-dates.ts';
import { type KeyedRecord, withKeys } from './record-keys.ts';
import { isClockOff } from './stored.ts';

/** One record of a device's memory. */
export interface StoredRecord {
  readonly reading: DecodedReading;
  readonly raw: Uint8Array;
  /** What tells this record from another, where its bytes do not: a memory may number its records anew, or its owner mark one later. */
  readonly key?: string;
}

/** What a device says of itself. */
export interface MeterFacts {
  readonly identity: DeviceIdentity;
  /** What this very device measures, when its driver serves several kinds. */
  readonly measures?: readonly ReadingKind[];
  /** What its clock shows now, local, without offset, when it says so. */
  readonly deviceTime?: string;
  readonly battery?: 'low' | 'good';
}

/** The conversation with one device over one open line. */
export interface MeterConversation {
  receive(bytes: Uint8Array): void;
  identify(): Promise<Result<MeterFacts, Failure>>;
  /** What its clock shows now, asked before each look at the records: a clock may be set at any time. Absent when it does not say. */
  clock?(): Promise<Result<string, Failure>>;
  /** The newest records, newest first: at least those since the last call, at most a handful. */
  newest(): Promise<Result<readonly StoredRecord[], Failure>>;
  /** Brings the device to rest; nothing is asked any more. */
  close(): void;
}

/** Everything that tells one device from another that keeps its readings until asked. */
export interface RecordMeter {
  readonly manifest: DriverManifest;
  converse(context: SessionContext): MeterConversation;
  feedback(elapsed: Milliseconds): CaptureFeedback;
  /** Pause between two questions for a new record, in real time. */
  readonly pollMs: Milliseconds;
  /** Longest time that a capture waits, in the visit's time. */
  readonly captureMs: Milliseconds;
}

const FEEDBACK_MS: Milliseconds = 250;
/** Questions in a row without a good answer after which the line is not worth trusting. */
const TOLERATED_FAILURES = 3;

const FAILURES: Readonly<Partial<Record<string, Failure['code']>>> = {
  'out-of-range': 'CAPTURE_OUT_OF_RANGE',
  'device-error': 'DEVICE_REFUSED',
  unverified: 'DEVICE_REFUSED',
  'no-value': 'DEVICE_REFUSED',
  'control-solution': 'DEVICE_REFUSED',
};

/**
 * Reads a device that keeps its readings. A record is this patient's when it was not there as the capture began, or when the device,
 * having told what its clock shows, dates it after the visit began: some meters measure only while unplugged. One that its date puts
 * long before the visit never is, and none is taken twice.
 */
export const createRecordSession = (meter: RecordMeter, context: SessionContext): DriverSession => {
  const { clock, visitClock, emit } = context;
  const conversation = meter.converse(context);
  let identity = meter.manifest.identity;
  let clockShowed: { deviceTime: string; at: Date } | undefined;
  let capture: { startedAt: Milliseconds; known: Set<string> | undefined; failures: number } | undefined;
  let cancels: (() => void)[] = [];
  let closed = false;

  const stopTimers = (): void => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };

  const rest = (): void => {
    stopTimers();
    capture = undefined;
    emit({ type: 'idle' });
  };

  const giveUp = (why: Failure): void => {
    emit({ type: 'failed', failure: why });
    rest();
  };

  const showClock = (deviceTime: string | undefined): void => {
    clockShowed = deviceTime === undefined ? undefined : { deviceTime, at: new Date(clock.now()) };
  };

  const identify = async (): Promise<void> => {
    const said = await conversation.identify();
    if (closed) return;
    if (!said.ok) {
      // Silence is the supervisor's to judge: it knows whether anything was heard at all.
      if (said.failure.code !== 'DEVICE_SILENT') emit({ type: 'fault', failure: said.failure });
      return;
    }
    const { deviceTime, battery, measures } = said.value;
    identity = said.value.identity;
    showClock(deviceTime);
    if (battery !== undefined) emit({ type: 'battery', battery });
    if (deviceTime !== undefined) emit({ type: 'clock', deviceTime });
    emit({ type: 'identified', identity, ...(measures === undefined ? {} : { measures }) });
  };

  const read = async (): Promise<Result<readonly StoredRecord[], Failure>> => {
    const showed = await (conversation.clock?.() ?? ok(undefined));
    if (!showed.ok) return showed;
    if (showed.value !== undefined) showClock(showed.value);
    return await conversation.newest();
  };

  /** The oldest record that is this patient's and was not delivered yet. */
  const freshOf = (
    keyed: readonly KeyedRecord[],
    known: Set<string> | undefined,
  ): KeyedRecord | undefined => {
    const dates = { began: context.visitBeganAt(), now: new Date(clock.now()), clockShowed };
    const ofVisit = new Set(
      recordsOfVisit(
        keyed.map(({ record }) => record),
        dates,
      ),
    );
    const isNew = ({ record, key }: KeyedRecord): boolean =>
      known?.has(key) === false && !isOfEarlierVisit(record, dates);
    // One that failed before the capture fails no later one: the person has been told, and tries again.
    const isProved = ({ record }: KeyedRecord): boolean =>
      record.reading.status === 'valid' && ofVisit.has(record);
    return keyed.findLast((each) => !context.delivered.has(each.key) && (isProved(each) || isNew(each)));
  };

  /** Where the device does not say what its clock shows, a record that has just come must show it. */
  const isDatedWrong = ({ deviceTime }: DecodedReading): boolean => {
    const shown =
      clockShowed ?? (deviceTime === undefined ? undefined : { deviceTime, at: new Date(clock.now()) });
    return shown !== undefined && isClockOff(shown.deviceTime, shown.at);
  };

  const judge = ({ record, key }: KeyedRecord): void => {
    const { reading, raw } = record;
    // A refused one is told once as well: it is not to stand in the way of the next.
    context.delivered.add(key);
    if (reading.status === 'invalid') {
      const code = FAILURES[reading.reason] ?? 'DEVICE_GARBLED';
      giveUp(failure(code, reading.detail ?? reading.reason));
      return;
    }
    const flags: ReadingFlag[] = isDatedWrong(reading) ? [...reading.flags, 'clock-off'] : [...reading.flags];
    emit({ type: 'reading', reading: { ...reading, flags, device: identity }, raw });
    rest();
  };

  const look = async (mine: NonNullable<typeof capture>): Promise<void> => {
    const records = await read();
    if (closed || capture !== mine) return;
    if (!records.ok) {
      mine.failures += 1;
      if (mine.failures >= TOLERATED_FAILURES) {
        emit({ type: 'fault', failure: records.failure });
        return;
      }
    } else {
      mine.failures = 0;
      const keyed = withKeys(records.value);
      const fresh = freshOf(keyed, mine.known);
      if (fresh !== undefined) {
        judge(fresh);
        return;
      }
      // What the device holds as the capture begins belongs to whoever came before.
      mine.known ??= new Set(keyed.map(({ key }) => key));
    }
    cancels.push(clock.after(meter.pollMs, () => void look(mine)));
  };

  const tell = (): void => {
    if (capture === undefined) return;
    const elapsed = Math.max(0, visitClock.monotonic() - capture.startedAt);
    emit({ type: 'feedback', feedback: meter.feedback(elapsed) });
  };

  return {
    start: () => void identify(),
    receive: (bytes) => {
      if (!closed) conversation.receive(bytes);
    },
    startCapture: () => {
      if (closed) return;
      stopTimers();
      const mine = { startedAt: visitClock.monotonic(), known: undefined, failures: 0 };
      capture = mine;
      cancels = [
        every(clock, FEEDBACK_MS, tell),
        visitClock.after(meter.captureMs, () => giveUp(failure('CAPTURE_TIMEOUT'))),
      ];
      tell();
      void look(mine);
    },
    stopCapture: () => {
      if (capture !== undefined) rest();
    },
    close: () => {
      if (closed) return;
      closed = true;
      stopTimers();
      conversation.close();
    },
  };
};
