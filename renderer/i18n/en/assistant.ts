import type { assistant as french } from '../fr/assistant.ts';
import type { Wording } from '../wording.ts';

export const assistant: Wording<typeof french> = {};
