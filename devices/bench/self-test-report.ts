import type { DriverId } from '#core/contract/devices.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Instant, Milliseconds } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';

/** What a self-test looks at, in the order in which it is reported. */
export const SELF_TEST_STEPS = [
  'opens',
  'identifies',
  'answers',
  'firmware',
  'battery',
  'clock',
  'idle',
  'measures',
  'closes',
] as const;
export type SelfTestStep = (typeof SELF_TEST_STEPS)[number];

export const STEP_OUTCOMES = ['passed', 'failed', 'not-said', 'not-tried'] as const;
/** `not-said`: the device does not tell. `not-tried`: not asked for, or an earlier step failed. */
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

export interface StepReport {
  readonly step: SelfTestStep;
  readonly outcome: StepOutcome;
  /** Why it failed. */
  readonly code?: ErrorCode;
  /** The device's or the system's own words: a version, a date, a message. Never a patient's value. */
  readonly detail?: string;
  readonly tookMs?: Milliseconds;
}

/** What a self-test found, as data; the same in JSON. */
export interface SelfTestReport {
  /** Id of the device in the cabin's devices file. */
  readonly device: string;
  readonly driver: DriverId;
  readonly title: string;
  readonly evidence: 'recorded' | 'unverified';
  readonly simulated: boolean;
  /** How it was reached, e.g. `/dev/ttyUSB0`. */
  readonly port: string;
  readonly identity: DeviceIdentity;
  /** When the test began. */
  readonly at: Instant;
  readonly tookMs: Milliseconds;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** No step failed. */
  readonly passed: boolean;
  /** One of each step. */
  readonly steps: readonly StepReport[];
}
