const LEVELS = ['none', 'weak', 'medium', 'good', 'very-good'] as const;

/** Name of a signal strength of 0 (none) to 4 (very good), as the translations call it. */
export const signalLevel = (signal: number): (typeof LEVELS)[number] => LEVELS[signal] ?? 'none';
