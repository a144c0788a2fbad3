import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { DeviceFault, Fault, LineFault } from '#core/contract/simulation.ts';

export {
  type DeviceFault,
  FAULTS,
  type Fault,
  LINE_FAULTS,
  type LineFault,
} from '#core/contract/simulation.ts';

/** What has to come of a capture while a fault is on. */
export type FaultOutcome =
  /** A true reading, the fault notwithstanding. */
  | { readonly outcome: 'reading' }
  /** No reading, and one of these codes. */
  | { readonly outcome: 'failed'; readonly codes: readonly ErrorCode[] }
  /** A true reading, or one of these codes: the damage hits what it hits. */
  | { readonly outcome: 'either'; readonly codes: readonly ErrorCode[] }
  | { readonly outcome: 'does-not-apply'; readonly why: string };

/** What has to come of each fault, for one driver. */
export type FaultTable = Readonly<Record<Fault, FaultOutcome>>;

/** A true reading. */
export const reading: FaultOutcome = { outcome: 'reading' };
/** No reading, and one of these codes. */
export const failed = (...codes: readonly ErrorCode[]): FaultOutcome => ({ outcome: 'failed', codes });
/** A true reading, or one of these codes. */
export const either = (...codes: readonly ErrorCode[]): FaultOutcome => ({ outcome: 'either', codes });
export const doesNotApply = (why: string): FaultOutcome => ({ outcome: 'does-not-apply', why });

const LINE_DEFAULTS: Readonly<Record<LineFault, FaultOutcome>> = {
  unplug: failed('DEVICE_UNPLUGGED'),
  silence: failed('DEVICE_SILENT', 'CAPTURE_TIMEOUT'),
  garbage: failed(
    'DEVICE_GARBLED',
    'DEVICE_UNKNOWN',
    'DEVICE_SILENT',
    'CAPTURE_TIMEOUT',
    'CAPTURE_SIGNAL_LOST',
  ),
  slow: reading,
  'byte-loss': either(
    'DEVICE_GARBLED',
    'DEVICE_UNKNOWN',
    'DEVICE_SILENT',
    'CAPTURE_TIMEOUT',
    'CAPTURE_SIGNAL_LOST',
  ),
  'bit-flips': either(
    'DEVICE_GARBLED',
    'DEVICE_UNKNOWN',
    'DEVICE_SILENT',
    'CAPTURE_TIMEOUT',
    'CAPTURE_SIGNAL_LOST',
  ),
  'garbage-before': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_SIGNAL_LOST'),
  'garbage-between': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_SIGNAL_LOST'),
  'split-frames': reading,
  'glued-frames': reading,
  'wrong-device': failed('DEVICE_UNKNOWN', 'DEVICE_SILENT'),
  'port-busy': failed('PORT_BUSY'),
  'permission-denied': failed('PORT_PERMISSION'),
};

/** The table of a driver: what any line does by default, and what this device says of the rest. */
export const faultTable = (
  own: Readonly<Record<DeviceFault, FaultOutcome>> & Readonly<Partial<Record<LineFault, FaultOutcome>>>,
): FaultTable => ({ ...LINE_DEFAULTS, ...own });
