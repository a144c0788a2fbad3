import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a CMS50. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'bad-checksum': doesNotApply('V7.0 has no checksum'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': doesNotApply('V7.0 says nothing of the battery'),
  'clock-off': doesNotApply('real-time packets bear no time'),
  'error-code': doesNotApply('the probe error is the finger out'),
  'stored-reading': reading,
});
