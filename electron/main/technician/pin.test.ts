import { expect, it } from 'vitest';
import { hashPin } from '#scripts/commands/pin.mjs';
import { isPin, PIN_HASH } from './pin.ts';

it('what npm run pin prints opens with that code and no other', async () => {
  const hash = hashPin('135790');
  expect(hash).toMatch(PIN_HASH);
  expect(hash).not.toContain('135790');
  expect(await isPin('135790', hash)).toBe(true);
  expect(await isPin('135791', hash)).toBe(false);
  expect(hashPin('135790')).not.toBe(hash);
});

it.each([
  'plain',
  `scrypt$3$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`,
  `scrypt$9999999$999$999$${'a'.repeat(22)}$${'b'.repeat(43)}`,
])('a hash that cannot be computed opens for nobody: %s', async (hash) => {
  expect(await isPin('135790', hash)).toBe(false);
});
