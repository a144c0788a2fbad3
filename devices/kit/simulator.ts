import type { Clock, Milliseconds } from '#core/time.ts';

/** The body that simulated devices measure; every value is a pure function of the time since the patient sat down. */
export interface SimulatedPatient {
  /** Plethysmogram, 0 (diastole) to 1 (systolic peak). */
  pleth(at: Milliseconds): number;
  /** Whether a systolic peak falls in the given span. */
  beatBetween(from: Milliseconds, to: Milliseconds): boolean;
  /** Pulse rate averaged as instruments do, per minute. */
  pulseRate(at: Milliseconds): number;
  /** Functional oxygen saturation, %. */
  oxygenSaturation(at: Milliseconds): number;
  /** Perfusion index, %. */
  perfusionIndex(at: Milliseconds): number;
  /** Pressures of the n-th measurement (from 0), mm[Hg]. */
  bloodPressure(measurement: number): { systolic: number; mean: number; diastolic: number };
  /** Weight in light clothes, kg. */
  readonly weight: number;
  /** Standing height, cm. */
  readonly height: number;
}

export interface SimulatorContext {
  /** Real time: streams and replies. */
  readonly clock: Clock;
  /** Time of the body: inflation, settling. A simulation may run it faster. */
  readonly bodyClock: Clock;
  readonly patient: SimulatedPatient;
  send(bytes: Uint8Array): void;
}

/** The device's side of its wire protocol: bytes in, bytes out. */
export interface Simulator<Control> {
  receive(bytes: Uint8Array): void;
  /** What a tester may do to the device. */
  readonly control: Control;
  close(): void;
}
