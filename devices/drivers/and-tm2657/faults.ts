import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a TM-2657. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'bad-checksum': failed('DEVICE_GARBLED'),
  // The same result again, to the byte, is the device's memory.
  'stuck-value': failed('CAPTURE_TIMEOUT'),
  'sensor-off': failed('CAPTURE_NO_PULSE'),
  motion: failed('CAPTURE_MOVED'),
  'low-battery': doesNotApply('mains powered'),
  // Its clock is compared with itself alone: a wrong one refuses no fresh result.
  'clock-off': reading,
  'error-code': failed('CAPTURE_CUFF'),
  'stored-reading': reading,
});
