import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a Tanita scale. */
export const faults = faultTable({
  // A scale that says nothing is one that nobody stands on.
  silence: failed('CAPTURE_TIMEOUT'),
  'bad-checksum': failed('DEVICE_GARBLED'),
  'stuck-value': doesNotApply('the same weight twice is the same person'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: doesNotApply('it sends a line only once the weight has settled'),
  'low-battery': doesNotApply('no tag says it'),
  // A line dated before the visit could be one of its memory: nobody can tell, so it is refused.
  'clock-off': failed('DEVICE_STORED_ONLY'),
  'error-code': doesNotApply('it sends no line when it cannot weigh'),
  'stored-reading': reading,
  'wrong-device': failed('DEVICE_UNKNOWN', 'DEVICE_GARBLED', 'CAPTURE_TIMEOUT'),
});
