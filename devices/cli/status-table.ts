import { canMeasure } from '#core/contract/devices.ts';
import { shownConnection } from './port.ts';
import type { StationStatus } from './stations.ts';
import { textTable } from './text-table.ts';

const NOTHING = '-';

const shownState = ({ state }: StationStatus): string =>
  state.state === 'fault' ? `fault ${state.code}` : state.state;

const shownBinding = ({ binding, path }: StationStatus): string =>
  [
    shownConnection(binding.connection),
    ...(path === undefined ? [] : [`at ${path}`]),
    ...(binding.simulated ? ['(simulated)'] : []),
  ].join(' ');

const shownAge = ({ counts }: StationStatus): string =>
  counts.lastByteAgoMs === undefined ? NOTHING : `${(counts.lastByteAgoMs / 1_000).toFixed(1)} s`;

const shownErrors = ({ counts }: StationStatus): string =>
  Object.entries(counts.errors)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ') || NOTHING;

/** Whether a device could be asked for a measure now. */
export const isWell = ({ state }: StationStatus): boolean => canMeasure(state);

/** The devices as a table for a person. */
export const statusTable = (stations: readonly StationStatus[]): string =>
  textTable([
    [
      'ID',
      'DRIVER',
      'STATE',
      'BINDING',
      'LAST HEARD',
      'IN',
      'OUT',
      'ERRORS (1 H)',
      'DEVICE',
      'FIRMWARE',
      'BATTERY',
      'CALIBRATION DUE',
    ],
    ...stations.map((station) => [
      station.binding.id,
      station.binding.driver,
      shownState(station),
      shownBinding(station),
      shownAge(station),
      String(station.counts.bytesIn),
      String(station.counts.bytesOut),
      shownErrors(station),
      [station.identity.maker, station.identity.model, station.identity.serial ?? ''].join(' ').trim(),
      station.identity.firmware ?? NOTHING,
      station.battery ?? NOTHING,
      station.binding.calibrationDue ?? NOTHING,
    ]),
  ]);

/** The devices for a program. */
export const statusJson = (stations: readonly StationStatus[]): string =>
  JSON.stringify(
    stations.map(({ binding, state, path, identity, battery, counts }) => ({
      ...binding,
      state,
      path,
      identity,
      battery,
      counts,
    })),
  );
