import { doesNotApply, either, failed, faultTable, reading } from '../../kit/faults.ts';

const wholeReports = doesNotApply('HID delivers whole reports');
const notStored = doesNotApply('no document says how the memory marks a failed measurement');
const damage = either(
  'DEVICE_GARBLED',
  'DEVICE_UNKNOWN',
  'DEVICE_SILENT',
  // A transfer answer that lost its third byte says that the device is switched off.
  'DEVICE_REFUSED',
  'CAPTURE_TIMEOUT',
);

/** What has to come of each fault with an 08A. */
export const faults = faultTable({
  'byte-loss': damage,
  'bit-flips': damage,
  'split-frames': wholeReports,
  'glued-frames': wholeReports,
  'bad-checksum': doesNotApply('the protocol has no checksum'),
  // The same memory again holds nothing new.
  'stuck-value': failed('CAPTURE_TIMEOUT'),
  'sensor-off': notStored,
  motion: notStored,
  'low-battery': doesNotApply('the protocol does not say how the device is powered'),
  // Its clock cannot be asked, and a record is judged by when it appears.
  'clock-off': reading,
  'error-code': notStored,
  'stored-reading': failed('CAPTURE_TIMEOUT'),
});
