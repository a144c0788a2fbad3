import { expect, it } from 'vitest';
import { CODE_HASH } from '#core/opening/people.ts';
import { hashPin } from '#scripts/commands/pin.mjs';
import { isCode } from './code-hash.ts';

it('what npm run pin prints opens with that code and no other', async () => {
  const hash = hashPin('135790');
  expect(hash).toMatch(CODE_HASH);
  expect(hash).not.toContain('135790');
  expect(await isCode('135790', hash)).toBe(true);
  expect(await isCode('135791', hash)).toBe(false);
  expect(hashPin('135790')).not.toBe(hash);
});

it.each([
  'plain',
  `scrypt$3$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`,
  `scrypt$9999999$999$999$${'a'.repeat(22)}$${'b'.repeat(43)}`,
])('a hash that cannot be computed opens for nobody: %s', async (hash) => {
  expect(await isCode('135790', hash)).toBe(false);
});
