import { failure } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { SessionEvent } from '../../../kit/driver.ts';
import { createOximeterSession } from '../../../kit/oximetry/session.ts';
import {
  type OximeterEvent,
  type OximeterStream,
  type OximetryFrame,
  plausibleOximetryChange,
} from '../../../kit/oximetry/stream.ts';
import { manifest } from '../manifest.ts';
import type { AgentReading } from '../model/agent.ts';
import type { Capture, CaptureTools } from './capture.ts';
import { isOfCapture } from './freshness.ts';
import { setScanner } from './requests.ts';

/** A scanner may report several times a second; the rules for steadiness count seconds. */
const SHORTEST_STEP_MS: Milliseconds = 900;

/** Reports of an error of the device in a row that may be a passing one. */
const TOLERATED_ERRORS = 4;

/** What agreement with its neighbours is told about already. */
const TOLD_BY_FRAME: readonly ReadingFlag[] = ['unprotected', 'low-perfusion'];

const frameOf = (reading: DecodedReading, raw: Uint8Array): OximetryFrame => ({
  sample:
    reading.status === 'valid'
      ? { type: 'value', value: reading.values }
      : { type: 'none', reason: reading.reason },
  weak: reading.flags.includes('low-perfusion'),
  flags: reading.flags.filter((flag) => !TOLD_BY_FRAME.includes(flag)),
  ...(reading.deviceTime === undefined ? {} : { deviceTime: reading.deviceTime }),
  raw,
});

/** Agents that report tenths seldom say the same twice: the whole numbers have to agree. */
const sameWhole = (first: Values, second: Values): boolean =>
  (['spo2', 'pulse-rate'] as const).every(
    (key) => Math.round(first[key]?.value ?? 0) === Math.round(second[key]?.value ?? 0),
  );

/** The reader of the kit's oximeter session: the APDUs were read before, and are handed over as what they say. */
const createHandOver = () => {
  let waiting: readonly OximeterEvent[] = [];
  const stream: OximeterStream = {
    manifest,
    framesPerSecond: 1,
    // An APDU has no checksum of its own: two reports have to say the same, three when the value has jumped.
    rules: { window: 2, jumpWindow: 3, same: sameWhole, plausibleChange: plausibleOximetryChange },
    toleratedBadFrames: 1,
    createReader: () => ({
      push: () => {
        const events = waiting;
        waiting = [];
        return events;
      },
      end: () => [],
    }),
  };
  return {
    stream,
    hand: (events: readonly OximeterEvent[]): void => {
      waiting = events;
    },
  };
};

/** A capture of an oximeter that reports about once a second. */
export const createStreamCapture = (tools: CaptureTools): Capture => {
  const { context, agent, manager } = tools;
  const { clock } = context;
  const began = new Date(clock.now());
  const handOver = createHandOver();
  let lastStepAt = Number.NEGATIVE_INFINITY;
  let lastDated: string | undefined;
  let fresh = 0;
  let passedOver = 0;
  let errors = 0;
  let over = false;

  const scanner = () => {
    const scanners = [...(agent.configuration()?.objects.values() ?? [])].filter(
      (object) => object.class === 'scanner',
    );
    // An episodic scanner is silent while nothing changes.
    return scanners.find(({ isPeriodic }) => isPeriodic) ?? scanners[0];
  };

  const enable = (enabled: boolean): void => {
    const found = scanner();
    if (found !== undefined && manager.isOperating()) void manager.ask(setScanner(found.handle, enabled));
  };

  const end = (): void => {
    if (over) return;
    over = true;
    enable(false);
    inner.close();
    tools.onEnd();
  };

  /** Old values alone came: the agent is well, and empties its memory. */
  const isStoredOnly = (): boolean => fresh === 0 && passedOver > 0;

  const fail = (event: Extract<SessionEvent, { type: 'failed' | 'fault' }>): void => {
    if (isStoredOnly()) context.emit({ type: 'failed', failure: failure('DEVICE_STORED_ONLY') });
    else context.emit(event);
    if (event.type === 'fault') end();
  };

  const emit = (event: SessionEvent): void => {
    if (over) return;
    switch (event.type) {
      case 'reading':
        context.emit({ ...event, reading: tools.signed(event.reading) });
        return;
      case 'failed':
      case 'fault':
        fail(event);
        return;
      case 'idle':
        end();
        return;
      case 'identified':
        return;
      default:
        context.emit(event);
    }
  };

  const inner = createOximeterSession(handOver.stream, { ...context, write: () => undefined, emit });

  const eventsOf = (said: AgentReading, raw: Uint8Array): OximeterEvent[] => {
    const { reading } = said;
    if (reading.kind !== 'oximetry') return [];
    if (!isOfCapture(said, tools.clockShowed(), began, new Date(clock.now()))) {
      passedOver += 1;
      return [];
    }
    fresh += 1;
    const now = clock.monotonic();
    const isStep = now - lastStepAt >= SHORTEST_STEP_MS;
    if (reading.status === 'valid' && !isStep) return [];
    lastStepAt = now;
    const isRepeated = reading.deviceTime !== undefined && reading.deviceTime === lastDated;
    lastDated = reading.deviceTime;
    return [
      ...(isRepeated ? [{ type: 'stuck' } as const] : []),
      { type: 'frame', frame: frameOf(reading, raw) },
    ];
  };

  /** A device that goes on reporting an error of its own will not measure. */
  const watchErrors = (readings: readonly AgentReading[]): void => {
    const refused = readings.find(
      ({ reading }) => reading.status === 'invalid' && reading.reason === 'device-error',
    )?.reading;
    errors = refused === undefined ? 0 : errors + 1;
    if (over || errors <= TOLERATED_ERRORS || refused?.status !== 'invalid') return;
    context.emit({ type: 'failed', failure: failure('DEVICE_REFUSED', refused.detail) });
    end();
  };

  const give = (events: readonly OximeterEvent[], raw: Uint8Array): void => {
    if (over) return;
    handOver.hand(events);
    inner.receive(raw);
  };

  inner.start();
  inner.startCapture('oximetry');

  return {
    ready: () => enable(true),
    take: (readings, raw) => {
      // Several persons in one report: nobody can say which of them sits here.
      const people = new Set(readings.map(({ person }) => person));
      if (people.size > 1) passedOver += 1;
      else {
        const events = readings.flatMap((reading) => eventsOf(reading, raw));
        give(events, raw);
        watchErrors(readings);
      }
    },
    damaged: () => give([{ type: 'damage', reason: 'structure', lostSamples: 0 }], new Uint8Array()),
    noise: (bytes) => give([], bytes),
    stop: end,
    close: () => {
      over = true;
      inner.close();
    },
  };
};
