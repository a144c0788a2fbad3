import * as z from 'zod';

/** The arm that the cuff is on. */
export const ARMS = ['left', 'right'] as const;
export type Arm = (typeof ARMS)[number];

/**
 * Sizes of an upper-arm cuff by the circumference of the arm in cm: 22 to 26, 27 to 34, 35 to 44, 45 to 52 (American Heart Association,
 * Measurement of Blood Pressure in Humans, 2019, table 3). One that is too small reads too high.
 */
export const CUFF_SIZES = ['small-adult', 'adult', 'large-adult', 'extra-large'] as const;
export type CuffSize = (typeof CUFF_SIZES)[number];

/** What the assistant has looked at before a pressure is taken, from the body to the silence. */
export const POSTURE_POINTS = ['back', 'arm', 'cuff', 'quiet'] as const;
export type PosturePoint = (typeof POSTURE_POINTS)[number];

/** How the cuff sits, and what of the posture was looked at; as the assistant notes it. */
export const cuffSettingSchema = z.strictObject({
  arm: z.enum(ARMS),
  size: z.enum(CUFF_SIZES),
  checked: z.array(z.enum(POSTURE_POINTS)).max(POSTURE_POINTS.length),
});
export type CuffSetting = z.infer<typeof cuffSettingSchema>;
