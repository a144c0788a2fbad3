import { doesNotApply, either, failed, faultTable } from '../../kit/faults.ts';

const MEASURES_NOTHING = doesNotApply('a scanner measures nothing');

/** What has to come of each fault with a scanner; its reading is a scan. */
export const faults = faultTable({
  // A scanner that says nothing is one to which nobody holds a code.
  silence: failed('CAPTURE_TIMEOUT'),
  // Something else that sends lines looks like a scanner of other codes.
  'wrong-device': failed('CAPTURE_TIMEOUT', 'DEVICE_UNKNOWN', 'DEVICE_GARBLED'),
  'garbage-before': either('CAPTURE_TIMEOUT', 'DEVICE_UNKNOWN', 'DEVICE_GARBLED'),
  'garbage-between': either('CAPTURE_TIMEOUT', 'DEVICE_UNKNOWN', 'DEVICE_GARBLED'),
  // The key of the matricule is wrong: the scan says so, and another one is awaited.
  'bad-checksum': failed('CAPTURE_TIMEOUT'),
  'stuck-value': doesNotApply('the same code twice is the same person'),
  'sensor-off': MEASURES_NOTHING,
  motion: MEASURES_NOTHING,
  'low-battery': doesNotApply('neither form says it'),
  'clock-off': doesNotApply('codes bear no time'),
  'error-code': doesNotApply('neither form has any'),
  'stored-reading': doesNotApply('it keeps nothing'),
});
