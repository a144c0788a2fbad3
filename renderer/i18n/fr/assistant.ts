/** Words of the assistant's screen. */
export const assistant = {} as const;
