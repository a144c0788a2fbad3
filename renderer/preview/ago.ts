/** So many minutes before the preview is looked at: ages on the screen run on. */
export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
