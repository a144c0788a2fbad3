import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

const noSensor = doesNotApply('a strip is not worn, and a failed test is not stored');

/** What has to come of each fault with an Ultra2. */
export const faults = faultTable({
  'bad-checksum': failed('DEVICE_GARBLED'),
  // The same memory again holds nothing new.
  'stuck-value': failed('CAPTURE_TIMEOUT'),
  'sensor-off': noSensor,
  motion: noSensor,
  'low-battery': doesNotApply('the protocol does not say it'),
  // Its clock is asked before each look, and dates are set right by what it shows.
  'clock-off': reading,
  'error-code': doesNotApply('errors are shown and not stored'),
  'stored-reading': reading,
});
