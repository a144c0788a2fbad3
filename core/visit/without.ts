import type { Visit } from './visit.ts';

type Optional =
  | 'attendance'
  | 'capture'
  | 'claim'
  | 'weakLine'
  | 'emergency'
  | 'help'
  | 'identity'
  | 'notesSavedAt'
  | 'pathway'
  | 'privacy'
  | 'reason'
  | 'ticket';

/** `visit` without its optional `key`. */
export const without = (visit: Visit, key: Optional): Visit => {
  const copy: Visit = { ...visit };
  delete (copy as { -readonly [Key in keyof Visit]: Visit[Key] })[key];
  return copy;
};
