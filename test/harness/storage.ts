import type { Page } from 'playwright';
import type { RunningCabin } from './cabin.ts';

/** What a page has kept, by kind of storage; all empty in a page that nobody used. */
export interface Kept {
  readonly local: readonly string[];
  readonly session: readonly string[];
  readonly databases: readonly string[];
  readonly caches: readonly string[];
  readonly files: readonly string[];
  readonly cookies: readonly string[];
}

export const NOTHING_KEPT: Kept = {
  local: [],
  session: [],
  databases: [],
  caches: [],
  files: [],
  cookies: [],
};

/** Writes `mark` to every kind of storage that a page has. */
export const keepEverywhere = async (
  cabin: RunningCabin,
  role: 'patient' | 'assistant' | 'technician',
  page: Page,
  mark: string,
): Promise<void> => {
  await page.evaluate(async (text) => {
    localStorage.setItem(text, text);
    sessionStorage.setItem(text, text);
    await (await caches.open(text)).put(`https://cabine.example/${text}`, new Response(text));
    await (await navigator.storage.getDirectory()).getFileHandle(text, { create: true });
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(text, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept').put(text, text);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(opening.error);
    });
  }, mark);
  // A page of our scheme cannot set cookies; a session can hold them all the same.
  await cabin.app.evaluate(
    ({ session }, { partition, name }) =>
      session.fromPartition(partition).cookies.set({ url: 'https://cabine.example', name, value: name }),
    { partition: role, name: mark },
  );
};

export const keptBy = async (
  cabin: RunningCabin,
  role: 'patient' | 'assistant' | 'technician',
  page: Page,
): Promise<Kept> => {
  const inPage = await page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folder.keys()) files.push(name);
    return {
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      caches: await caches.keys(),
      files,
    };
  });
  const cookies = await cabin.app.evaluate(
    async ({ session }, partition) =>
      (await session.fromPartition(partition).cookies.get({})).map(({ name }) => name),
    role,
  );
  return { ...inPage, cookies };
};
