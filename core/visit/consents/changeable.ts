import type { Stage } from '../words.ts';

const CHANGEABLE: readonly Stage[] = ['reason', 'measures', 'waiting', 'physician-card', 'call'];

/** Answers can be changed from when they were given until the consultation is closed. */
export const canChangeConsents = (stage: Stage): boolean => CHANGEABLE.includes(stage);
