import * as z from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';

const preferencesSchema = z.strictObject({
  largeText: z.boolean(),
  contrast: z.boolean(),
  sound: z.boolean(),
});
/** How this person wants the screen. Nothing in it says who they are. */
export type Preferences = z.infer<typeof preferencesSchema>;

const DEFAULT_PREFERENCES: Preferences = { largeText: false, contrast: false, sound: true };

const KEY = 'cabine.preferences';

const read = (storage: Storage): Preferences => {
  try {
    return preferencesSchema.parse(JSON.parse(storage.getItem(KEY) ?? 'null'));
  } catch {
    return DEFAULT_PREFERENCES;
  }
};

/** Preferences that outlive a reload of the window and go with it: session storage, emptied between visits. */
export const createPreferences = (storage: Storage): StoreApi<Preferences> => {
  const store = createStore<Preferences>(() => read(storage));
  store.subscribe((preferences) => storage.setItem(KEY, JSON.stringify(preferences)));
  return store;
};

/** Puts theme and text size on the page; the tokens do the rest. */
export const applyPreferences = (root: HTMLElement, { largeText, contrast }: Preferences) => {
  if (contrast) root.dataset['theme'] = 'contrast';
  else delete root.dataset['theme'];
  if (largeText) root.dataset['text'] = 'large';
  else delete root.dataset['text'];
};
