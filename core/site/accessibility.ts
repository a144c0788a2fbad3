import * as z from 'zod';

/** How the place is reached and used by somebody with a disability, as the public register of accessibility tells it (R.164-6 CCH). */
export const accessibilitySchema = z.strictObject({
  stepFree: z.boolean().describe('A way in without a step, or with a ramp or lift'),
  doorWidthCm: z
    .int()
    .min(40)
    .max(300)
    .optional()
    .describe('Clear width of the narrowest door, in centimetres'),
  turningCircle: z.boolean().optional().describe('Room for a wheelchair to turn (1.50 m)'),
  hearingLoop: z.boolean().optional().describe('A magnetic loop for hearing aids'),
  accessibleToilet: z.boolean().optional().describe('A toilet that a wheelchair can use'),
  disabledParking: z.boolean().optional().describe('A reserved parking space nearby'),
  notes: z.string().trim().max(500).optional().describe('What else somebody should know before they come'),
});
