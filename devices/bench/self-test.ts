import { type Failure, failure } from '#core/contract/error-codes.ts';
import { type Clock, localDateTime, type Milliseconds } from '#core/time.ts';
import { withinDeadline } from '../kit/deadline.ts';
import type { Driver } from '../kit/driver.ts';
import { isClockOff } from '../kit/sessions/stored.ts';
import { createSupervisor, SUPERVISION } from '../kit/supervisor.ts';
import type { Transport } from '../kit/transport.ts';
import { createObservation, type Observation } from './observation.ts';
import {
  SELF_TEST_STEPS,
  type SelfTestReport,
  type SelfTestStep,
  type StepReport,
} from './self-test-report.ts';
import { createSignal } from './signal.ts';

/** The device that is tested. Nothing else may hold its port meanwhile. */
export interface TestedDevice {
  /** Its id in the devices file. */
  readonly id: string;
  readonly driver: Driver;
  readonly transport: Transport;
  /** How it is reached, for the report. */
  readonly port: string;
  readonly simulated: boolean;
}

export interface SelfTestOptions {
  readonly clock: Clock;
  /** Runs one measure besides: a cuff is inflated, somebody has to be there. */
  readonly measure?: boolean;
}

/** Longest time that one measure may take, preparation by the patient included. */
const MEASURE_MS: Milliseconds = 240_000;
/** The supervisor judges; this is only how much later we would notice. */
const GRACE_MS: Milliseconds = 500;

const failedWith = (step: SelfTestStep, { code, detail }: Failure): StepReport => ({
  step,
  outcome: 'failed',
  code,
  ...(detail === undefined ? {} : { detail }),
});

/** What the device has said of itself until now. */
const factSteps = (driver: Driver, seen: Observation, clock: Clock): StepReport[] => {
  const { identity, battery, deviceTime, bytesIn } = seen.facts();
  const isOff = deviceTime !== undefined && isClockOff(deviceTime, new Date(clock.now()));
  const heard: StepReport = { step: 'answers', outcome: 'passed' };
  const silent: StepReport = {
    step: 'answers',
    outcome: driver.manifest.proof === 'listening' ? 'not-said' : 'failed',
  };
  return [
    bytesIn > 0 ? heard : silent,
    identity?.firmware === undefined
      ? { step: 'firmware', outcome: 'not-said' }
      : { step: 'firmware', outcome: 'passed', detail: identity.firmware },
    battery === 'low'
      ? failedWith('battery', failure('DEVICE_BATTERY'))
      : { step: 'battery', outcome: battery === undefined ? 'not-said' : 'passed' },
    deviceTime === undefined
      ? { step: 'clock', outcome: 'not-said' }
      : {
          step: 'clock',
          outcome: isOff ? 'failed' : 'passed',
          detail: isOff ? `${deviceTime} ≠ ${localDateTime(new Date(clock.now()))}` : deviceTime,
        },
  ];
};

/**
 * Tests one device from the opening of its port to its closing. Nothing is measured unless asked for. The report says what the device
 * said of itself, and that a measure came, never a value: whoever tried the device is nobody's patient.
 */
export const runSelfTest = async (
  { id, driver, transport, port, simulated }: TestedDevice,
  { clock, measure = false }: SelfTestOptions,
): Promise<SelfTestReport> => {
  const at = clock.now();
  const began = clock.monotonic();
  const signal = createSignal(clock);
  const seen = createObservation(driver, transport, signal.notify);
  const steps: StepReport[] = [];
  let fault: Failure | undefined;
  let outcome: StepReport | undefined;
  const supervisor = createSupervisor({
    driver: seen.driver,
    transport: seen.transport,
    clock,
    visitClock: clock,
    visitBeganAt: () => new Date(at),
    onChange: signal.notify,
    onTraffic: seen.traffic,
    onFault: (failed) => {
      fault ??= failed;
      signal.notify();
    },
    onCapture: (event) => {
      if (event.type === 'failed') outcome ??= failedWith('measures', event.failure);
      if (event.type === 'reading')
        outcome ??= { step: 'measures', outcome: 'passed', detail: event.reading.kind };
      if (event.type === 'scan') outcome ??= { step: 'measures', outcome: 'passed' };
      signal.notify();
    },
  });

  /** Does one step: true when it passed, and the next one may be tried. */
  const attempt = async (
    step: SelfTestStep,
    isDone: () => boolean,
    limit: Milliseconds,
  ): Promise<boolean> => {
    const from = clock.monotonic();
    const came = await signal.until(() => isDone() || fault !== undefined, limit);
    if (fault !== undefined) steps.push(failedWith(step, fault));
    else if (!came) steps.push(failedWith(step, failure('DEVICE_SILENT')));
    else steps.push({ step, outcome: 'passed', tookMs: Math.round(clock.monotonic() - from) });
    return came && fault === undefined;
  };

  const identifies = async (): Promise<boolean> => {
    const isReady = (): boolean => supervisor.state().state === 'ready';
    const passed = await attempt('identifies', isReady, driver.manifest.identifyWithinMs + GRACE_MS);
    // It says who it is only once it measures: an open line proves nothing.
    if (passed && driver.manifest.proof === 'listening')
      steps.splice(-1, 1, { step: 'identifies', outcome: 'not-said' });
    return passed;
  };

  const staysIdle = (): Promise<boolean> => {
    const before = seen.facts().checks;
    return attempt('idle', () => seen.facts().checks > before, 3 * SUPERVISION.check + GRACE_MS);
  };

  const measures = async (): Promise<void> => {
    supervisor.startCapture(supervisor.measures()[0]);
    await signal.until(() => outcome !== undefined, MEASURE_MS);
    supervisor.stopCapture();
    steps.push(outcome ?? failedWith('measures', failure('CAPTURE_TIMEOUT')));
  };

  supervisor.start();
  const opened = await attempt('opens', () => seen.facts().opened, SUPERVISION.open + GRACE_MS);
  const works = opened && (await identifies()) && (await staysIdle());
  if (opened) steps.push(...factSteps(driver, seen, clock));
  if (works && measure) await measures();
  const closing = supervisor.close();
  if (opened) {
    const closed = await withinDeadline(
      clock,
      SUPERVISION.close + GRACE_MS,
      Promise.all([closing, seen.facts().closing]),
    );
    steps.push(closed ? { step: 'closes', outcome: 'passed' } : failedWith('closes', failure('PORT_FAILED')));
  }
  const { identity = driver.manifest.identity, bytesIn, bytesOut } = seen.facts();
  return {
    device: id,
    driver: driver.manifest.id,
    title: driver.manifest.title,
    evidence: driver.manifest.evidence,
    simulated,
    port,
    identity,
    at,
    tookMs: Math.round(clock.monotonic() - began),
    bytesIn,
    bytesOut,
    passed: steps.every((step) => step.outcome !== 'failed'),
    steps: SELF_TEST_STEPS.map(
      (step): StepReport => steps.find((done) => done.step === step) ?? { step, outcome: 'not-tried' },
    ),
  };
};
