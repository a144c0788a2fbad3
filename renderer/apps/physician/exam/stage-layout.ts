/** What the place of the picture shows while an examination camera is on. */
export const STAGE_LAYOUTS = ['beside', 'exam', 'face'] as const;
export type StageLayout = (typeof STAGE_LAYOUTS)[number];

/** The layout after this one; round and round. */
export const nextLayout = (layout: StageLayout): StageLayout =>
  STAGE_LAYOUTS[(STAGE_LAYOUTS.indexOf(layout) + 1) % STAGE_LAYOUTS.length] ?? 'beside';
