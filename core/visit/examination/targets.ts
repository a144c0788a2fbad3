import * as z from 'zod';
import { assertNever } from '../../result.ts';
import { lateralitySchema } from './laterality.ts';
import { isSamePlace, skinPlaceSchema } from './skin-places.ts';

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

const camera = { instrument: z.literal('exam-camera') };
/** What a camera is to show: an ear of one side, the throat, or one place of the skin. */
export const cameraTargetSchema = z.discriminatedUnion('site', [
  z.strictObject({ ...camera, site: z.literal('ear'), laterality: lateralitySchema.optional() }),
  z.strictObject({ ...camera, site: z.literal('throat') }),
  z.strictObject({ ...camera, site: z.literal('skin'), place: skinPlaceSchema }),
]);
export type CameraTarget = z.infer<typeof cameraTargetSchema>;

/** What the physician wants to hear or see. */
export const examTargetSchema = z.discriminatedUnion('instrument', [
  z.strictObject({ instrument: z.literal('stethoscope'), point: z.enum(LISTENING_POINTS) }),
  cameraTargetSchema,
]);
export type ExamTarget = z.infer<typeof examTargetSchema>;

/** Whether both name one place for one instrument. */
export const isSameTarget = (one: ExamTarget, other: ExamTarget): boolean => {
  if (one.instrument === 'stethoscope' || other.instrument === 'stethoscope')
    return (
      one.instrument === 'stethoscope' && other.instrument === 'stethoscope' && one.point === other.point
    );
  switch (one.site) {
    case 'ear':
      return other.site === 'ear' && one.laterality === other.laterality;
    case 'throat':
      return other.site === 'throat';
    case 'skin':
      return other.site === 'skin' && isSamePlace(one.place, other.place);
    default:
      return assertNever(one);
  }
};
