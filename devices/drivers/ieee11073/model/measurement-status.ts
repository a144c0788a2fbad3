import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';

/** Why a number is none. */
export interface Refusal {
  readonly reason: InvalidReason;
  readonly detail?: string;
}

interface StatusBit {
  readonly bit: number;
  readonly name: string;
  readonly reason: InvalidReason;
}

/** Bits of the measurement status (20601, MeasurementStatus) that take a number away, the strongest first. */
const REFUSING: readonly StatusBit[] = [
  { bit: 0x8000, name: 'invalid', reason: 'device-error' },
  { bit: 0x2000, name: 'not available', reason: 'no-value' },
  { bit: 0x1000, name: 'calibration ongoing', reason: 'no-value' },
  { bit: 0x0800, name: 'test data', reason: 'no-value' },
  { bit: 0x0400, name: 'demo data', reason: 'no-value' },
  { bit: 0x4000, name: 'questionable', reason: 'unsettled' },
  { bit: 0x0040, name: 'early indication', reason: 'unsettled' },
  { bit: 0x0020, name: 'measurement ongoing', reason: 'unsettled' },
];
/** Validated by the user; in alarm; alarms off: the number stands. */
const HARMLESS = 0x0083;

/** An oximeter that has no number, or says that its number is none, is looking for the pulse. */
const OXIMETER_SEARCHES = 0xa000;

/** What a measurement status takes away; undefined when the number stands. Decided before any number is looked at. */
export const refusalByStatus = (status: number, kind: ReadingKind): Refusal | undefined => {
  const refusing = REFUSING.find(({ bit }) => (status & bit) !== 0);
  if (refusing !== undefined) {
    const searches = kind === 'oximetry' && (refusing.bit & OXIMETER_SEARCHES) !== 0;
    return { reason: searches ? 'searching' : refusing.reason, detail: refusing.name };
  }
  const reserved = status & ~HARMLESS;
  return reserved === 0
    ? undefined
    : {
        reason: 'unverified',
        detail: `measurement status 0x${status.toString(16).toUpperCase().padStart(4, '0')}`,
      };
};
