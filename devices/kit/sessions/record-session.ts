import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Result } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { every } from '../clock.ts';
import type { DriverManifest, DriverSession, SessionContext } from '../driver.ts';
import { isClockOff, trueTimeOf } from './stored.ts';

/** One record of a device's memory. */
export interface StoredRecord {
  readonly reading: DecodedReading;
  readonly raw: Uint8Array;
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

interface KeyedRecord {
  readonly record: StoredRecord;
  readonly key: string;
}

/**
 * The key of each record, newest first. Bytes alone do not tell two equal results of one minute apart; how many equal ones are older
 * does, and it never grows for a record that was seen before.
 */
const withKeys = (records: readonly StoredRecord[]): KeyedRecord[] => {
  const counts = new Map<string, number>();
  return [...records]
    .reverse()
    .map((record) => {
      const bytes = String(record.raw);
      const count = (counts.get(bytes) ?? 0) + 1;
      counts.set(bytes, count);
      return { record, key: count === 1 ? bytes : `${bytes} ${count}` };
    })
    .reverse();
};

/**
 * Reads a device that keeps its readings. A record is this patient's when it was not there as the capture began, or when the device,
 * having told what its clock shows, dates it after the visit began: some meters measure only while unplugged. None is taken twice.
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
    clockShowed = deviceTime === undefined ? undefined : { deviceTime, at: new Date(clock.now()) };
    if (battery !== undefined) emit({ type: 'battery', battery });
    if (deviceTime !== undefined) emit({ type: 'clock', deviceTime });
    emit({ type: 'identified', identity, ...(measures === undefined ? {} : { measures }) });
  };

  /** A date without seconds stands for the beginning of its minute: one in the visit's first minute proves nothing. */
  const isOfThisVisit = ({ reading: { deviceTime } }: StoredRecord): boolean => {
    const began = context.visitBeganAt();
    const taken = deviceTime === undefined ? undefined : trueTimeOf(deviceTime, clockShowed);
    return began !== undefined && taken !== undefined && taken > began;
  };

  /** Where the device does not say what its clock shows, a record that has just come must show it. */
  const isDatedWrong = ({ deviceTime }: DecodedReading): boolean => {
    const shown =
      clockShowed ?? (deviceTime === undefined ? undefined : { deviceTime, at: new Date(clock.now()) });
    return shown !== undefined && isClockOff(shown.deviceTime, shown.at);
  };

  const judge = ({ reading, raw }: StoredRecord, key: string): void => {
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
    const records = await conversation.newest();
    if (closed || capture !== mine) return;
    if (!records.ok) {
      mine.failures += 1;
      if (mine.failures >= TOLERATED_FAILURES) {
        emit({ type: 'fault', failure: records.failure });
        return;
      }
    } else {
      mine.failures = 0;
      const { known } = mine;
      const keyed = withKeys(records.value);
      // One that failed before the capture fails no later one: the person has been told, and tries again.
      const isFresh = ({ record, key }: KeyedRecord): boolean =>
        known?.has(key) === false || (record.reading.status === 'valid' && isOfThisVisit(record));
      const fresh = keyed.findLast((each) => !context.delivered.has(each.key) && isFresh(each));
      if (fresh !== undefined) {
        judge(fresh.record, fresh.key);
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
