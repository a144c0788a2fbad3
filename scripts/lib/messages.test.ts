import { expect, it } from 'vitest';
import { messages } from './messages.mjs';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

it('says the same in both languages', () => {
  for (const [key, { fr, en }] of Object.entries(messages)) {
    expect(placeholders(fr), key).toEqual(placeholders(en));
    expect(fr, key).not.toBe(en);
  }
});
