import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

const wholeReports = doesNotApply('HID delivers whole reports');
const noSensor = doesNotApply('a strip is not worn, and a failed test is not stored');

/** What has to come of each fault with a Contour USB. */
export const faults = faultTable({
  'split-frames': wholeReports,
  'glued-frames': wholeReports,
  'bad-checksum': failed('DEVICE_GARBLED'),
  // The same memory again holds nothing new.
  'stuck-value': failed('CAPTURE_TIMEOUT'),
  'sensor-off': noSensor,
  motion: noSensor,
  'low-battery': doesNotApply('no record says it'),
  // Its clock is asked before each look, and dates are set right by what it shows.
  'clock-off': reading,
  'error-code': doesNotApply('errors are shown and not stored'),
  'stored-reading': reading,
});
