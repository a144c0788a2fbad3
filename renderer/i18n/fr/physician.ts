/** Words of the physician's screen. */
export const physician = {} as const;
