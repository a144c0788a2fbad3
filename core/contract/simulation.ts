import * as z from 'zod';

/** What may go wrong on the way between any device and the program. */
export const LINE_FAULTS = [
  'unplug',
  'silence',
  /** Nothing but garbage arrives, as much as the device sends. */
  'garbage',
  'slow',
  'byte-loss',
  'bit-flips',
  'garbage-before',
  'garbage-between',
  'split-frames',
  'glued-frames',
  'wrong-device',
  'port-busy',
  'permission-denied',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

/** What may go wrong in a device itself: its simulator makes it. */
const DEVICE_FAULTS = [
  'bad-checksum',
  'stuck-value',
  'sensor-off',
  'motion',
  'low-battery',
  'clock-off',
  'error-code',
  'stored-reading',
] as const;
export type DeviceFault = (typeof DEVICE_FAULTS)[number];

export const FAULTS = [...LINE_FAULTS, ...DEVICE_FAULTS] as const;
export const faultSchema = z.enum(FAULTS);
export type Fault = z.infer<typeof faultSchema>;

/** The patients that a simulation can seat. */
export const SCENARIO_NAMES = [
  'healthy-adult',
  'hypoxic-adult',
  'febrile-child',
  'hypertensive',
  'irregular-pulse',
  'low-perfusion',
] as const;
export const scenarioSchema = z.enum(SCENARIO_NAMES);
export type ScenarioName = z.infer<typeof scenarioSchema>;
