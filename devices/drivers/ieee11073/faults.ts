import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a continuous oximeter, which the simulator is until it is told otherwise. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'split-frames': doesNotApply(
    'a message is one APDU: the transport puts USB packets together by its length',
  ),
  'glued-frames': doesNotApply('a message is one APDU: the transport cuts USB packets by its length'),
  'bad-checksum': doesNotApply('an APDU has none; USB has its own, and repeats what was damaged'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': reading,
  'clock-off': reading,
  'error-code': failed('DEVICE_REFUSED'),
  // What whoever came before left is told by its date and passed over; the stream goes on.
  'stored-reading': reading,
});
