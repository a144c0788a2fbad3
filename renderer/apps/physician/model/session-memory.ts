import * as z from 'zod';
import { type Session, sessionSchema } from '#core/contract/signalling.ts';
import type { Milliseconds } from '#core/time.ts';

/** The one thing that this page keeps over a reload; the browser drops it with the tab. */
const KEY = 'cabine.session';

const rememberedSchema = z.strictObject({ session: sessionSchema, expiresAtMs: z.number() });

/** Where the session is kept: `sessionStorage`, or a stand-in. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the session until it expires. `nowMs` is in milliseconds since 1970. */
export const rememberSession = (storage: SessionStorage, session: Session, nowMs: Milliseconds): void =>
  storage.setItem(KEY, JSON.stringify({ session, expiresAtMs: nowMs + session.expiresIn * 1_000 }));

/** The session of this tab, unless there is none, it has expired, or it is not what this version wrote. */
export const rememberedSession = (storage: SessionStorage, nowMs: Milliseconds): Session | undefined => {
  const text = storage.getItem(KEY);
  if (text === null) return undefined;
  const remembered = rememberedSchema.safeParse(parse(text));
  return remembered.success && remembered.data.expiresAtMs > nowMs ? remembered.data.session : undefined;
};

export const forgetSession = (storage: SessionStorage): void => storage.removeItem(KEY);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
