import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Both ways in which Chromium writes text to its files. */
const encodings = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
];

/** Files below `folder` that hold one of `texts`, in UTF-8 or UTF-16. */
export const filesHolding = async (folder: string, texts: readonly string[]): Promise<readonly string[]> => {
  const needles = texts.flatMap(encodings);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (needles.some((needle) => bytes.includes(needle))) found.push(file);
  }
  return found;
};
