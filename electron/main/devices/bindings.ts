import type { DeviceBinding } from '#core/contract/devices.ts';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import type { RememberedMarks } from './remembered-marks.ts';

/** Every device that the cabin is to have now: those of its devices file, and simulators that were started beside them. */
export interface Bindings {
  all(): readonly DeviceBinding[];
  /** Whether anything that is measured may be made up: then a banner stands on every screen. */
  simulation(): boolean;
  /** No real device at all: nobody who sits in the cabin is a patient. */
  onlySimulated(): boolean;
  /** The simulators that run; says whether that changed anything. */
  simulators(running: readonly SimulatorStatus[]): boolean;
  /** A device host starts: it is told what has been remembered since. */
  refresh(): void;
}

const withMark = (binding: DeviceBinding, marks: RememberedMarks): DeviceBinding => {
  const mark = marks.of(binding.id);
  return binding.connection.transport !== 'usb' || mark === undefined
    ? binding
    : { ...binding, connection: { ...binding.connection, ...mark } };
};

const bindingOf = ({ id, driver, connection }: SimulatorStatus): DeviceBinding => ({
  id,
  driver,
  connection,
  simulated: true,
});

/** The devices of the file, as they were remembered; what is chosen now counts from the next start of the device host on. */
export const createBindings = (configured: readonly DeviceBinding[], marks: RememberedMarks): Bindings => {
  let real = configured.map((binding) => withMark(binding, marks));
  let simulated: readonly DeviceBinding[] = [];
  const all = (): readonly DeviceBinding[] => [...real, ...simulated];
  return {
    all,
    simulation: () => all().length === 0 || all().some((binding) => binding.simulated),
    onlySimulated: () => all().every((binding) => binding.simulated),
    simulators: (running) => {
      const next = running.map(bindingOf);
      const isSame = JSON.stringify(next) === JSON.stringify(simulated);
      simulated = next;
      return !isSame;
    },
    refresh: () => {
      real = configured.map((binding) => withMark(binding, marks));
    },
  };
};
