import type { Emergency } from '#core/visit/emergency/emergency.ts';
import { LOW_ALERT } from './sample-visit.ts';

const AT = '2026-03-02T09:52:00.000+01:00';

/** Raised by two values in a row that meet the published table. */
export const OVER_VALUES: Emergency = {
  raisedAt: AT,
  raisedBy: 'alert-table',
  alerts: [
    {
      ...LOW_ALERT,
      values: [
        { readingId: 'reading-0', value: 89 },
        { readingId: 'reading-1', value: 88 },
      ],
    },
  ],
  retracted: false,
  calls: [],
};

/** Raised by the patient, who has taken it back after somebody had called. */
export const TAKEN_BACK: Emergency = {
  raisedAt: AT,
  raisedBy: 'patient',
  retracted: true,
  calls: [{ service: '15', at: AT, by: 'assistant' }],
};
