/** What is large while an examination camera is on: its picture, since it was asked for, the face, or half of each. */
export const STAGE_LAYOUTS = ['exam', 'face', 'beside'] as const;
export type StageLayout = (typeof STAGE_LAYOUTS)[number];

/** The layout after this one; round and round. */
export const nextLayout = (layout: StageLayout): StageLayout =>
  STAGE_LAYOUTS[(STAGE_LAYOUTS.indexOf(layout) + 1) % STAGE_LAYOUTS.length] ?? 'exam';

/** The other one large. */
export const swappedLayout = (layout: StageLayout): StageLayout => (layout === 'exam' ? 'face' : 'exam');
