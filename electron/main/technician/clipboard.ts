import { clipboard } from 'electron';

/** What the technician copies; gone at the end of a visit, since it may hold what was measured in it. */
export const createBenchClipboard = () => {
  let copied: string | undefined;
  return {
    copy: (text: string): void => {
      copied = text;
      clipboard.writeText(text);
    },
    /** Empties the clipboard if it still holds what was copied here. */
    forget: async (): Promise<void> => {
      const mine = copied;
      copied = undefined;
      // Electron 40 made it a promise; the fallback runtime is older.
      if (mine !== undefined && (await clipboard.readText()) === mine) clipboard.clear();
    },
  };
};
