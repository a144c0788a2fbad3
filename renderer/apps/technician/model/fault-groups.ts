import { FAULTS, type Fault, LINE_FAULTS } from '#core/contract/simulation.ts';

/** Where a fault sits, as a technician looks for it. */
export type FaultGroup = 'device' | 'line';

/** The plug and the device itself, whoever makes them in a simulation. */
const ON_DEVICE: ReadonlySet<Fault> = new Set<Fault>(['unplug', 'wrong-device']);

/** What is tried most stands first. */
const FIRST: readonly Fault[] = ['unplug', 'motion', 'bad-checksum', 'sensor-off', 'silence', 'slow'];

/** The group of a fault. */
export const groupOf = (fault: Fault): FaultGroup =>
  (LINE_FAULTS as readonly Fault[]).includes(fault) && !ON_DEVICE.has(fault) ? 'line' : 'device';

/** Faults of a group that a simulator can be given, in the order of their keys. */
export const faultKeys = (possible: readonly Fault[], group: FaultGroup): readonly Fault[] =>
  [...FIRST, ...FAULTS.filter((fault) => !FIRST.includes(fault))].filter(
    (fault) => possible.includes(fault) && groupOf(fault) === group,
  );
