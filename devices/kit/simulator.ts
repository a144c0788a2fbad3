import type { Clock, Milliseconds } from '#core/time.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { DeviceFault } from './faults.ts';

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
  /** Irregular beats that a cuff counts during the n-th measurement (from 0). */
  irregularBeats(measurement: number): number;
  /** Weight in light clothes, kg, in steps of 0.1. */
  readonly weight: number;
  /** Standing height, cm. */
  readonly height: number;
  /** Body temperature, Cel, in steps of 0.1. */
  temperature(at: Milliseconds): number;
  /** Capillary glucose of the n-th drop of blood (from 0), mg/dL. */
  glucose(drop: number): number;
  /** Years. */
  readonly age: number;
  readonly sex: 'female' | 'male';
}

export interface SimulatorContext {
  /** Real time: streams and replies. */
  readonly clock: Clock;
  /** Time of the body: inflation, settling. A simulation may run it faster. */
  readonly bodyClock: Clock;
  readonly patient: SimulatedPatient;
  /** Somebody else, whose values a device may still hold in its memory. */
  readonly previousPatient: SimulatedPatient;
  send(bytes: Uint8Array): void;
}

/** The device's side of its wire protocol: bytes in, bytes out. Left alone, it measures its patient again and again. */
export interface Simulator<Control = unknown> {
  receive(bytes: Uint8Array): void;
  /** A HID feature report from the host. */
  receiveFeature?(bytes: Uint8Array): void;
  /** Switches of the device's own faults; one that is absent does not apply to this device. */
  readonly faults: Readonly<Partial<Record<DeviceFault, (on: boolean) => void>>>;
  /** Every set of values that the device has truly measured on its patient, in the units of readings. A reading that is none of them is false. */
  measured(): readonly Values[];
  /** Whether it does something to the patient now that must end when it is told to: a cuff under pressure. Absent when it never does. */
  isAtWork?(): boolean;
  /** What a tester may do to the device besides. */
  readonly control: Control;
  close(): void;
}

/** Makes the simulator of a driver. */
export type CreateSimulator<Control = unknown> = (context: SimulatorContext) => Simulator<Control>;
