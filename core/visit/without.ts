import type { Visit } from './visit.ts';

/** `visit` without its optional `key`. */
export const without = (visit: Visit, key: 'capture' | 'claim' | 'emergency' | 'help' | 'ticket'): Visit => {
  const copy: Visit = { ...visit };
  delete (copy as { -readonly [Key in keyof Visit]: Visit[Key] })[key];
  return copy;
};
