import * as z from 'zod';

/** An instrument of the place with what its upkeep needs; medical devices are kept under the maker's terms (R.5212-25 CSP). */
const equipmentSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).describe('Maker and model, as the assistant knows it'),
  serialNumber: z.string().trim().min(1).max(60).describe('As it stands on the plate'),
  calibratedOn: z.iso.date('a date such as 2026-03-31').optional().describe('Day of the last calibration'),
  calibrationDue: z.iso
    .date('a date such as 2026-03-31')
    .optional()
    .describe('Last day on which the calibration holds; absent: the instrument needs none'),
});
export type SiteInstrument = z.infer<typeof equipmentSchema>;

/** What stands in the cabin, each under a serial number of its own. */
export const equipmentListSchema = z
  .array(
    equipmentSchema.refine(
      ({ calibratedOn, calibrationDue }) =>
        calibratedOn === undefined || calibrationDue === undefined || calibratedOn < calibrationDue,
      { error: 'a date after that of the last calibration', path: ['calibrationDue'] },
    ),
  )
  .max(60)
  .refine((list) => new Set(list.map(({ serialNumber }) => serialNumber)).size === list.length, {
    error: 'a serial number each',
  });

/** Instruments whose calibration is over on `today` (ISO date). */
export const dueForCalibration = (
  list: readonly SiteInstrument[],
  today: string,
): readonly SiteInstrument[] =>
  list.filter(({ calibrationDue }) => calibrationDue !== undefined && calibrationDue < today);
