import { failure } from '#core/contract/error-codes.ts';
import type { ReadingFlag, ValidReading } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { isClockOff } from '../../kit/sessions/stored.ts';
import { manifest } from './manifest.ts';
import { createAgent } from './model/agent.ts';
import { isSpotCheck } from './model/configuration.ts';
import type { Capture, CaptureTools } from './session/capture.ts';
import { createEpisodeCapture } from './session/episode-capture.ts';
import type { ClockShowed } from './session/freshness.ts';
import { createManager, type Manager } from './session/manager.ts';
import { createStore } from './session/store.ts';
import { createStreamCapture } from './session/stream-capture.ts';

/** APDUs in a row that cannot be read, after which the line is not worth trusting. */
const TOLERATED_DAMAGE = 5;

/** Talks with one agent: association, configuration, identity, one capture at a time. */
export const createSession = (context: SessionContext): DriverSession => {
  const { clock, emit } = context;
  const agent = createAgent(manifest.identity);
  let capture: Capture | undefined;
  /** What the agent was found to measure; it stays when the agent releases its association between two measurements. */
  let measures: readonly ReadingKind[] = [];
  let isSpot = false;
  let clockShowed: ClockShowed | undefined;
  let damage = 0;
  let closed = false;

  const store = createStore(clock, agent, () => manager);

  /** What the agent says of its clock and battery, when it describes itself and when either changes. */
  const takeState = (): void => {
    const shown = agent.clock();
    if (shown !== clockShowed?.deviceTime)
      clockShowed = shown === undefined ? undefined : { deviceTime: shown, at: new Date(clock.now()) };
    const battery = agent.battery();
    if (battery !== undefined) emit({ type: 'battery', battery });
  };

  const onReady = (): void => {
    clockShowed = undefined;
    takeState();
    measures = agent.measures();
    const configuration = agent.configuration();
    isSpot = configuration !== undefined && isSpotCheck(configuration);
    emit({ type: 'identified', identity: agent.identity(), measures });
    capture?.ready();
  };

  const countDamage = (detail: string): void => {
    damage += 1;
    // Before the agent has proved itself, silence and strangers are the supervisor's to judge.
    if (damage > TOLERATED_DAMAGE && measures.length > 0)
      emit({ type: 'fault', failure: failure('DEVICE_GARBLED', detail) });
  };

  const manager: Manager = createManager(context, agent, {
    onReady,
    onChange: takeState,
    onDamage: (detail) => {
      capture?.damaged(detail);
      countDamage(detail);
    },
    onNoise: (bytes) => {
      capture?.noise(bytes);
      countDamage('bytes of no agent');
    },
    onReadings: (readings, raw) => capture?.take(readings, raw),
    onPage: store.takePage,
    onEnd: store.forget,
    onUseless: (why) => emit({ type: 'fault', failure: failure('DEVICE_UNKNOWN', why) }),
  });

  const signed = (reading: ValidReading): ValidReading => {
    const off = clockShowed !== undefined && isClockOff(clockShowed.deviceTime, clockShowed.at);
    const own: ReadingFlag[] = [
      ...(off ? (['clock-off'] as const) : []),
      ...(agent.battery() === 'low' ? (['low-battery'] as const) : []),
    ];
    return { ...reading, flags: [...new Set([...reading.flags, ...own])], device: agent.identity() };
  };

  const begin = (kind: ReadingKind): void => {
    const tools: CaptureTools = {
      context,
      agent,
      manager,
      store,
      kind,
      clockShowed: () => clockShowed,
      signed,
      onEnd: () => {
        if (capture !== mine) return;
        capture = undefined;
        emit({ type: 'idle' });
      },
    };
    const isStream = kind === 'oximetry' && !isSpot;
    const mine = isStream ? createStreamCapture(tools) : createEpisodeCapture(tools);
    capture = mine;
    if (manager.isOperating()) mine.ready();
  };

  return {
    start: () => manager.start(),
    receive: (bytes) => {
      const before = damage;
      if (!closed) manager.receive(bytes);
      if (damage === before) damage = 0;
    },
    startCapture: (measure) => {
      if (closed) return;
      capture?.stop();
      const kind = measure ?? measures[0];
      if (kind !== undefined && measures.includes(kind)) begin(kind);
      else {
        emit({ type: 'failed', failure: failure('DEVICE_REFUSED', 'the agent does not measure this') });
        emit({ type: 'idle' });
      }
    },
    stopCapture: () => capture?.stop(),
    close: () => {
      if (closed) return;
      closed = true;
      capture?.close();
      capture = undefined;
      manager.close();
    },
  };
};
