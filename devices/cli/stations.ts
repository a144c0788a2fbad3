import type { DeviceBinding, DeviceState } from '#core/contract/devices.ts';
import type { Clock } from '#core/time.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { createBoundTransport } from '../kit/bound-transport.ts';
import { createCounters, type DeviceCounts } from '../kit/counters.ts';
import { createSupervisor, type Supervisor } from '../kit/supervisor.ts';
import { DRIVERS } from '../registry.ts';
import { systemPorts } from '../transports/ports.ts';

/** What the table tells of one device. */
export interface StationStatus {
  readonly binding: DeviceBinding;
  readonly state: DeviceState;
  /** Where it was found, when it was looked for. */
  readonly path: string | undefined;
  readonly identity: DeviceIdentity;
  readonly battery: 'low' | 'good' | undefined;
  readonly counts: DeviceCounts;
}

/** The devices of a cabin, each under its supervisor; nothing is measured. */
export interface Stations {
  status(): readonly StationStatus[];
  /** Whether each has either proved itself or shown what is wrong. */
  settled(): boolean;
  close(): Promise<void>;
}

/** Opens every device of a devices file. */
export const openStations = (
  bindings: readonly DeviceBinding[],
  clock: Clock,
  changed: () => void,
): Stations => {
  const paths = new Map<string, string>();
  const settled = new Set<string>();
  const began = new Date(clock.now());

  const open = (binding: DeviceBinding): { supervisor: Supervisor; status: () => StationStatus } => {
    const driver = DRIVERS[binding.driver];
    const counters = createCounters(clock);
    const supervisor = createSupervisor({
      driver,
      transport: createBoundTransport({
        binding,
        driver,
        ports: systemPorts,
        clock,
        mark: () => undefined,
        isTaken: (path) => [...paths].some(([id, taken]) => taken === path && id !== binding.id),
        onOpened: (port) => {
          if (port === undefined) paths.delete(binding.id);
          else paths.set(binding.id, port.path);
        },
        onCandidates: () => undefined,
      }),
      soughtFor: binding.connection.transport === 'usb',
      clock,
      visitClock: clock,
      visitBeganAt: () => began,
      onChange: () => {
        const { state } = supervisor.state();
        if (state !== 'found' && state !== 'identifying') settled.add(binding.id);
        changed();
      },
      onCapture: () => undefined,
      onTraffic: (direction, bytes) => counters.traffic(direction, bytes.length),
      onFault: ({ code }) => counters.error(code),
    });
    supervisor.start();
    return {
      supervisor,
      status: () => ({
        binding,
        state: supervisor.state(),
        path: paths.get(binding.id),
        identity: supervisor.identity(),
        battery: supervisor.battery(),
        counts: counters.counts(),
      }),
    };
  };

  const stations = bindings.map(open);
  return {
    status: () => stations.map(({ status }) => status()),
    settled: () => settled.size === bindings.length,
    close: async () => {
      await Promise.all(stations.map(({ supervisor }) => supervisor.close()));
    },
  };
};
