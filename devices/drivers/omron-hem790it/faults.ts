import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

const BOUNDS = 'reports keep their bounds on the bus';

/** What has to come of each fault with a HEM-790IT. */
export const faults = faultTable({
  'split-frames': doesNotApply(BOUNDS),
  'glued-frames': doesNotApply(BOUNDS),
  'bad-checksum': failed('DEVICE_GARBLED'),
  'stuck-value': doesNotApply('a record is in the memory once'),
  'sensor-off': doesNotApply('it keeps no measurement that failed'),
  motion: doesNotApply('no source says which bit of a record tells it'),
  'low-battery': doesNotApply('no reply says it'),
  // A record that was not there before is fresh, whatever its date; the wrong clock is flagged.
  'clock-off': reading,
  'error-code': doesNotApply('it keeps no measurement that failed'),
  // Nothing but somebody else's records in the memory.
  'stored-reading': failed('CAPTURE_TIMEOUT'),
});
