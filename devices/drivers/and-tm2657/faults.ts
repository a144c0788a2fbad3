import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a TM-2657. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'bad-checksum': failed('DEVICE_GARBLED'),
  // The same result again, to the byte, is the device's memory.
  'stuck-value': failed('DEVICE_STORED_ONLY'),
  'sensor-off': failed('CAPTURE_NO_PULSE'),
  motion: failed('CAPTURE_MOVED'),
  'low-battery': doesNotApply('mains powered'),
  // Its clock is compared with itself alone. One that jumps back dates a fresh result before the last one: nobody can tell it from memory.
  'clock-off': failed('DEVICE_STORED_ONLY'),
  'error-code': failed('CAPTURE_CUFF'),
  'stored-reading': reading,
});
