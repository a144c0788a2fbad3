import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a CMS50 of five-byte packets. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'bad-checksum': doesNotApply('V5.0A has no checksum'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': doesNotApply('V5.0A says nothing of the battery'),
  'clock-off': doesNotApply('neither live data nor the recording bear a time'),
  'error-code': doesNotApply('the probe error is the finger out'),
  'stored-reading': reading,
});
