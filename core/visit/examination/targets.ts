import * as z from 'zod';

/** Where a stethoscope is put. Heart: the four classical areas. Lungs: six points of the back and two of the front, numbered as on the drawing. */
export const LISTENING_POINTS = [
  'aortic',
  'pulmonary',
  'tricuspid',
  'mitral',
  'back-1',
  'back-2',
  'back-3',
  'back-4',
  'back-5',
  'back-6',
  'front-1',
  'front-2',
] as const;
export type ListeningPoint = (typeof LISTENING_POINTS)[number];

/** What an examination camera looks at. */
export const BODY_SITES = ['ear', 'throat', 'skin'] as const;
export type BodySite = (typeof BODY_SITES)[number];

export const LATERALITIES = ['left', 'right'] as const;
export type Laterality = (typeof LATERALITIES)[number];

/** What the physician wants to hear or see. An ear has a side. */
export const examTargetSchema = z.discriminatedUnion('instrument', [
  z.strictObject({ instrument: z.literal('stethoscope'), point: z.enum(LISTENING_POINTS) }),
  z.strictObject({
    instrument: z.literal('exam-camera'),
    site: z.enum(BODY_SITES),
    laterality: z.enum(LATERALITIES).optional(),
  }),
]);
export type ExamTarget = z.infer<typeof examTargetSchema>;
