import type { physician as french } from '../fr/physician.ts';
import type { Wording } from '../wording.ts';

export const physician: Wording<typeof french> = {};
