import type { DeviceBinding } from '#core/contract/devices.ts';
import { acceleratedClock } from '#core/time.ts';
import { DRIVERS } from '#devices/registry.ts';
import { createStation, type Station, type StationOptions } from './station.ts';

type Surroundings = Pick<
  StationOptions,
  'ports' | 'clock' | 'visitBeganAt' | 'onChange' | 'report' | 'show'
> & {
  onTraffic(deviceId: string, direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
};

/** The devices of this cabin, each with its station. */
export interface Stations {
  all(): readonly Station[];
  /** Opens what is new, closes what is gone, leaves alone what stays as it was: a measure goes on beside a new simulator. */
  configure(bindings: readonly DeviceBinding[], clockRate: number): Promise<void>;
  /** Lets every device go, does the work, and opens them again. */
  whileFree(work: (freed: readonly Station[]) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** No device yet. Changes are made one after the other. */
export const createStations = (surroundings: Surroundings): Stations => {
  const { clock } = surroundings;
  let stations: readonly Station[] = [];
  let clockRate = 1;
  let changing: Promise<void> = Promise.resolve();

  const create = (binding: DeviceBinding, mark?: ReturnType<Station['mark']>): Station => {
    const station = createStation({
      ...surroundings,
      binding,
      driver: DRIVERS[binding.driver],
      mark,
      visitClock: acceleratedClock(clock, clockRate),
      isTaken: (path) => stations.some((other) => other !== station && other.path() === path),
      othersAsked: () => stations.some((other) => other !== station && other.asked()),
      onTraffic: (direction, bytes) => surroundings.onTraffic(binding.id, direction, bytes),
    });
    return station;
  };

  const change = (work: () => Promise<void>): Promise<void> => {
    changing = changing.then(work);
    return changing;
  };

  const adapt = async (bindings: readonly DeviceBinding[], rate: number): Promise<void> => {
    const present = new Map(stations.map((station) => [JSON.stringify(station.binding), station]));
    const staying = bindings.map((binding) =>
      rate === clockRate ? present.get(JSON.stringify(binding)) : undefined,
    );
    clockRate = rate;
    const ending = stations.filter((station) => !staying.includes(station));
    stations = staying.filter((station) => station !== undefined);
    await Promise.all(ending.map((station) => station.close()));
    const added: Station[] = [];
    stations = bindings.map((binding, index) => {
      const stays = staying[index];
      if (stays !== undefined) return stays;
      const station = create(binding);
      added.push(station);
      return station;
    });
    surroundings.onChange();
    for (const station of added) station.start();
  };

  const free = async (work: (freed: readonly Station[]) => Promise<void>): Promise<void> => {
    const freed = stations;
    stations = [];
    await Promise.all(freed.map((station) => station.close()));
    await work(freed);
    stations = freed.map((station) => create(station.binding, station.mark()));
    surroundings.onChange();
    for (const station of stations) station.start();
  };

  return {
    all: () => stations,
    configure: (bindings, rate) => change(() => adapt(bindings, rate)),
    whileFree: (work) => change(() => free(work)),
    close: () => change(() => Promise.all(stations.map((station) => station.close())).then(() => undefined)),
  };
};
