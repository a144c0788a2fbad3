import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a Nellcor oximeter that prints. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  // A line is a line: what stands before it on the same line spoils it.
  'garbage-between': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'garbage-before': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'wrong-device': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'bad-checksum': doesNotApply('the printed lines have no checksum'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': reading,
  // The time of a live line is shown; only how it runs is judged.
  'clock-off': reading,
  // A sensor that is disconnected is one that is not on the finger.
  'error-code': failed('CAPTURE_TIMEOUT'),
  // A trend printed in between comes faster than time goes, and is not counted.
  'stored-reading': reading,
});
