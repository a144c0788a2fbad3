import { doesNotApply, either, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a Health o meter scale. */
export const faults = faultTable({
  // A scale that says nothing is one that nobody stands on.
  silence: failed('CAPTURE_TIMEOUT'),
  'garbage-before': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_TIMEOUT'),
  'garbage-between': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'CAPTURE_TIMEOUT'),
  'wrong-device': failed('DEVICE_UNKNOWN', 'DEVICE_GARBLED', 'CAPTURE_TIMEOUT'),
  'bad-checksum': doesNotApply('the packets have no checksum'),
  // What was being sent when the capture began is refused for as long as it goes on; what begins later is a person who stepped on.
  'stuck-value': either('DEVICE_STORED_ONLY'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_TIMEOUT'),
  'low-battery': doesNotApply('no field says it'),
  'clock-off': doesNotApply('the packets bear no time'),
  'error-code': doesNotApply('it sends no packet when it cannot weigh'),
  // RECALL sends the weight before once, and one packet is never believed.
  'stored-reading': reading,
});
