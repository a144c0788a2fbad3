import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a Masimo oximeter in ASCII 1. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  // A line is a line: what stands before it on the same line spoils it.
  'garbage-between': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'garbage-before': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'wrong-device': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'bad-checksum': doesNotApply('ASCII 1 has no checksum'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': reading,
  // The time of a live line is shown and never judged.
  'clock-off': reading,
  // A defective sensor is one that is not on the finger.
  'error-code': failed('CAPTURE_TIMEOUT'),
  'stored-reading': doesNotApply('ASCII 1 speaks of now: the trend has another output'),
});
