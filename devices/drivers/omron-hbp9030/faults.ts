import { doesNotApply, either, type FaultTable, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault, live. */
export const faults: FaultTable = faultTable({
  // It speaks once it has measured: nothing can tell a broken line from a person who has not pressed the key.
  silence: failed('CAPTURE_TIMEOUT'),
  'wrong-device': failed('DEVICE_UNKNOWN', 'DEVICE_GARBLED', 'CAPTURE_TIMEOUT'),
  'byte-loss': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_TIMEOUT'),
  'garbage-before': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_TIMEOUT'),
  'garbage-between': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_TIMEOUT'),
  // Without a checksum a digit may become another one, in the value (marked `unprotected`), the date or the error.
  'bit-flips': either(
    'DEVICE_GARBLED',
    'DEVICE_UNKNOWN',
    'DEVICE_REFUSED',
    'DEVICE_STORED_ONLY',
    'CAPTURE_OUT_OF_RANGE',
    'CAPTURE_TIMEOUT',
  ),
  'bad-checksum': doesNotApply('no form of its messages has a checksum'),
  'stuck-value': doesNotApply('one message a measurement, and the same one twice is passed over'),
  'sensor-off': doesNotApply('the arm is a hole in the device: without one it ends with an error'),
  motion: reading,
  'low-battery': doesNotApply('it runs on the mains'),
  'clock-off': failed('DEVICE_STORED_ONLY'),
  'error-code': failed('DEVICE_REFUSED'),
  'stored-reading': reading,
});
