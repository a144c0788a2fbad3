import { describe, expect, it } from 'vitest';
import type { Session } from '#core/contract/signalling.ts';
import { PHYSICIAN } from '#renderer/preview/sample-visit.ts';
import { forgetSession, rememberedSession, rememberSession } from './session-memory.ts';

const SESSION: Session = { token: 'token', expiresIn: 60, physicianId: 'benali', physician: PHYSICIAN };

const memory = () => {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
};

describe('the session over a reload', () => {
  it('is taken up again until it expires', () => {
    const storage = memory();
    rememberSession(storage, SESSION, 1_000);
    expect(rememberedSession(storage, 60_999)).toEqual(SESSION);
    expect(rememberedSession(storage, 61_000)).toBeUndefined();
  });

  it('is not taken from something else that lies there', () => {
    const storage = memory();
    storage.setItem('cabine.session', '{"token":1}');
    expect(rememberedSession(storage, 0)).toBeUndefined();
    storage.setItem('cabine.session', 'rubbish');
    expect(rememberedSession(storage, 0)).toBeUndefined();
  });

  it('is gone after signing out', () => {
    const storage = memory();
    rememberSession(storage, SESSION, 0);
    forgetSession(storage);
    expect(storage.items.size).toBe(0);
  });
});
