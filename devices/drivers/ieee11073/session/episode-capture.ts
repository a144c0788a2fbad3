import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { every } from '../../../kit/clock.ts';
import type { AgentReading } from '../model/agent.ts';
import type { Capture, CaptureTools } from './capture.ts';
import { isOfCapture, isProvedSince } from './freshness.ts';
import type { StoredReading } from './store.ts';

/** Timing, in milliseconds; the longest waits are of the visit's clock, the others of real time. */
const DELAYS = {
  feedback: 250,
  /** Pause between two looks into a memory. */
  look: 3_000,
  /** How long an agent has to repeat a report that came damaged. */
  repeat: 5_000,
} as const;
/** The longest time that a person needs; a cuff takes its time, and may be started twice. */
const longestOf = (kind: ReadingKind): Milliseconds => (kind === 'blood-pressure' ? 180_000 : 120_000);
/** Looks into a memory in a row that failed, after which the device is not well. */
const TOLERATED_FAILURES = 3;

const FAILURES: Readonly<Partial<Record<string, Failure['code']>>> = {
  'out-of-range': 'CAPTURE_OUT_OF_RANGE',
  'device-error': 'DEVICE_REFUSED',
  'no-value': 'DEVICE_REFUSED',
  unverified: 'DEVICE_REFUSED',
  'control-solution': 'DEVICE_REFUSED',
  structure: 'DEVICE_GARBLED',
};

const feedbackOf = (kind: ReadingKind, elapsed: Milliseconds): CaptureFeedback => {
  switch (kind) {
    case 'oximetry':
      return { measure: kind, state: 'searching', signal: 0, steadyForMs: 0, steadyNeededMs: 1 };
    case 'blood-pressure':
      return { measure: kind, state: 'waiting', elapsedMs: elapsed, longestMs: longestOf(kind) };
    case 'body-weight':
      return { measure: kind, state: 'waiting' };
    default:
      return { measure: kind, state: 'waiting' };
  }
};

/** Tells one measurement from another of the same device, over its links and its memory; undefined for one without a date. */
const keyOf = (reading: DecodedReading): string | undefined =>
  reading.deviceTime === undefined
    ? undefined
    : `${reading.kind} ${reading.deviceTime} ${reading.status === 'valid' ? JSON.stringify(reading.values) : reading.reason}`;

const newest = <T extends AgentReading>(readings: readonly T[]): T | undefined =>
  readings.reduce<T | undefined>(
    (best, next) =>
      best === undefined || (next.reading.deviceTime ?? '') >= (best.reading.deviceTime ?? '') ? next : best,
    undefined,
  );

/** A capture of what a person measures once: pressures, weight, temperature, glucose, a spot check. */
export const createEpisodeCapture = (tools: CaptureTools): Capture => {
  const { context, agent, manager, store, kind } = tools;
  const { clock, visitClock, emit, delivered } = context;
  const startedAt = visitClock.monotonic();
  const began = new Date(clock.now());
  const visitBegan = context.visitBeganAt() ?? began;
  /** What the memory held when it was first looked into. */
  let held: ReadonlySet<string> | undefined;
  let passedOver = false;
  let unsettled = false;
  let damage: string | undefined;
  let failures = 0;
  let isLooking = false;
  let over = false;
  const cancels: (() => void)[] = [];

  const now = (): Date => new Date(clock.now());

  const finish = (): void => {
    over = true;
    for (const cancel of cancels) cancel();
  };

  const end = (): void => {
    if (over) return;
    finish();
    tools.onEnd();
  };

  const giveUp = (why: Failure): void => {
    if (over) return;
    emit({ type: 'failed', failure: why });
    end();
  };

  const deliver = (reading: DecodedReading, raw: Uint8Array): void => {
    if (reading.status === 'invalid') {
      const code = FAILURES[reading.reason];
      unsettled ||= reading.reason === 'unsettled';
      // An oximeter that still searches, a value that the device itself calls unsettled: the next one may be good.
      if (code !== undefined) giveUp(failure(code, reading.detail ?? reading.reason));
      return;
    }
    const key = keyOf(reading);
    if (key !== undefined) delivered.add(key);
    emit({ type: 'reading', reading: tools.signed(reading), raw });
    end();
  };

  const isDelivered = (reading: DecodedReading): boolean => {
    const key = keyOf(reading);
    return key !== undefined && delivered.has(key);
  };

  const isOurs = (said: AgentReading): boolean =>
    !isDelivered(said.reading) && isOfCapture(said, tools.clockShowed(), began, now());

  const take = (readings: readonly AgentReading[], raw: Uint8Array): void => {
    const ofKind = readings.filter(({ reading }) => reading.kind === kind);
    if (over || ofKind.length === 0) return;
    const people = new Set(ofKind.map(({ person }) => person));
    const ours = people.size > 1 ? [] : ofKind.filter(isOurs);
    passedOver ||= ours.length < ofKind.length;
    const last = newest(ours);
    if (last !== undefined) deliver(last.reading, raw);
  };

  /**
   * A stored reading is of this visit when its date proves it: some meters measure only while they are unplugged. An agent that never
   * said what its clock shows proves nothing by a date: then a reading counts that was not there a moment ago.
   */
  const isStoredOurs = ({ reading, person }: StoredReading): boolean => {
    const key = keyOf(reading);
    if (key === undefined || isDelivered(reading)) return false;
    const clockShowed = tools.clockShowed();
    if (clockShowed === undefined) return person === undefined && held !== undefined && !held.has(key);
    return isProvedSince(reading, clockShowed, visitBegan, now());
  };

  const look = async (memory: number): Promise<void> => {
    if (over || isLooking) return;
    isLooking = true;
    const records = await store.read(memory, kind);
    isLooking = false;
    if (over) return;
    if (records.ok) {
      failures = 0;
      const fresh = newest(records.value.filter(isStoredOurs));
      const keys = records.value.flatMap(({ reading }) => keyOf(reading) ?? []);
      const before = held;
      passedOver ||= before !== undefined && keys.some((key) => !before.has(key) && !delivered.has(key));
      held ??= new Set(keys);
      if (fresh !== undefined) deliver(fresh.reading, fresh.raw);
    } else if (manager.isOperating()) {
      failures += 1;
      if (failures >= TOLERATED_FAILURES) {
        emit({ type: 'fault', failure: records.failure });
        return;
      }
    }
    if (!over && manager.isOperating()) cancels.push(clock.after(DELAYS.look, () => void look(memory)));
  };

  const timeOut = (): void => {
    if (damage !== undefined) giveUp(failure('DEVICE_GARBLED', damage));
    else if (unsettled) giveUp(failure('CAPTURE_MOVED'));
    else giveUp(failure(passedOver ? 'DEVICE_STORED_ONLY' : 'CAPTURE_TIMEOUT'));
  };

  const tell = (): void => {
    const elapsed = Math.max(0, visitClock.monotonic() - startedAt);
    emit({ type: 'feedback', feedback: feedbackOf(kind, elapsed) });
  };

  cancels.push(every(clock, DELAYS.feedback, tell), visitClock.after(longestOf(kind), timeOut));
  tell();

  return {
    ready: () => {
      const objects = agent.configuration()?.objects.values() ?? [];
      const memory = [...objects].find((object) => object.class === 'pm-store');
      if (memory !== undefined) void look(memory.handle);
    },
    take,
    damaged: (detail) => {
      if (over || damage !== undefined) return;
      damage = detail;
      cancels.push(clock.after(DELAYS.repeat, () => giveUp(failure('DEVICE_GARBLED', detail))));
    },
    noise: () => undefined,
    stop: end,
    close: finish,
  };
};
