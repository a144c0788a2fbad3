import { canMeasure, type DeviceStatus } from '../../contract/devices.ts';
import { dueForCalibration, type SiteInstrument } from '../../site/equipment.ts';
import type { Site } from '../../visit/words.ts';
import type { Equipment } from '../equipment.ts';
import type { Finding } from './findings.ts';

/** Whether visits can measure: a device that is still being looked for is not there yet. */
export const judgeDevices = (devices: readonly DeviceStatus[]): Finding => {
  const away = devices.filter(({ state }) => !canMeasure(state)).map(({ id }) => id);
  if (devices.length === 0) return { check: 'devices', outcome: 'failed', note: 'no-device' };
  return away.length === 0
    ? { check: 'devices', outcome: 'good', note: 'all-ready', figure: devices.length }
    : { check: 'devices', outcome: 'attention', note: 'devices-away', names: away };
};

/** Of a place that must have nothing, nothing is told. */
export const judgeEquipment = (
  { kind }: Pick<Site, 'kind'>,
  missing: readonly Equipment[],
): readonly Finding[] => {
  if (kind !== 'pharmacy') return [];
  return missing.length === 0
    ? [{ check: 'equipment', outcome: 'good', note: 'complete' }]
    : [{ check: 'equipment', outcome: 'attention', note: 'incomplete', names: [...missing] }];
};

/** Of a place whose profile dates no calibration, nothing is told. `today`: ISO date. */
export const judgeCalibration = (list: readonly SiteInstrument[], today: string): readonly Finding[] => {
  const dated = list.filter(({ calibrationDue }) => calibrationDue !== undefined);
  if (dated.length === 0) return [];
  const over = dueForCalibration(dated, today).map(({ name }) => name);
  return over.length === 0
    ? [{ check: 'calibration', outcome: 'good', note: 'calibration-holds', figure: dated.length }]
    : [{ check: 'calibration', outcome: 'attention', note: 'calibration-over', names: over }];
};

/** An answer from outside. `aheadMs`: how far this machine's clock is ahead of the other's, in milliseconds. */
export type OutsideAnswer =
  | { readonly state: 'answered'; readonly roundTripMs: number }
  | { readonly state: 'silent' }
  /** The profile names no address outside. */
  | { readonly state: 'unknown' };

/** The way to the physicians: the broker, and from outside back to the cabin's own public address. */
export const judgeNetwork = (brokerReached: boolean, outside: OutsideAnswer): Finding => {
  if (!brokerReached) return { check: 'network', outcome: 'failed', note: 'broker-away' };
  switch (outside.state) {
    case 'answered':
      return {
        check: 'network',
        outcome: 'good',
        note: 'both-ways',
        figure: Math.round(outside.roundTripMs),
      };
    case 'silent':
      return { check: 'network', outcome: 'failed', note: 'outside-away' };
    case 'unknown':
      return { check: 'network', outcome: 'good', note: 'inside-only' };
  }
};

/** Proofs of identity are refused beyond this; see `docs/operations.md`. Milliseconds. */
const CLOCK_LIMIT_MS = 30_000;
/** An HTTP date has whole seconds, and the answer was on its way: less is not seen by it. Milliseconds. */
const CLOCK_BLUR_MS = 3_000;

/** `aheadMs` undefined: there was nobody to ask. */
export const judgeClock = (aheadMs: number | undefined): Finding => {
  if (aheadMs === undefined) return { check: 'clock', outcome: 'not-tried', note: 'no-reference' };
  const figure = Math.round(aheadMs / 1_000);
  const off = Math.abs(aheadMs);
  if (off <= CLOCK_BLUR_MS) return { check: 'clock', outcome: 'good', note: 'right', figure };
  return { check: 'clock', outcome: off <= CLOCK_LIMIT_MS ? 'attention' : 'failed', note: 'wrong', figure };
};

/** Recordings, records and logs of a year take less. Bytes. */
const LOW_BYTES = 1_000_000_000;
/** A record that is to be written now finds no room soon. Bytes. */
const FULL_BYTES = 100_000_000;

/** `freeBytes` undefined: the system does not tell. */
export const judgeDisk = (freeBytes: number | undefined): Finding => {
  if (freeBytes === undefined) return { check: 'disk', outcome: 'not-tried', note: 'no-answer' };
  const figure = Math.round(freeBytes / 100_000_000) / 10;
  if (freeBytes < FULL_BYTES) return { check: 'disk', outcome: 'failed', note: 'full', figure };
  return freeBytes < LOW_BYTES
    ? { check: 'disk', outcome: 'attention', note: 'low', figure }
    : { check: 'disk', outcome: 'good', note: 'room', figure };
};

export const judgePrinter = (printers: readonly string[] | undefined): Finding => {
  if (printers === undefined) return { check: 'printer', outcome: 'not-tried', note: 'no-answer' };
  return printers.length === 0
    ? { check: 'printer', outcome: 'attention', note: 'no-printer' }
    : { check: 'printer', outcome: 'good', note: 'printer-there', names: [...printers] };
};
