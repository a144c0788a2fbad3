import { expect, it } from 'vitest';
import { purgeProgram } from './purge-queue.ts';

const NAME = "Bureau'; rm -rf ~ #";

it('takes back the jobs of the own account alone', () => {
  expect(purgeProgram('Bureau', 'cabine', 'linux').words).toEqual(['-a', '-x', '-u', 'cabine', 'Bureau']);
  expect(purgeProgram('Bureau', 'cabine', 'win32').environment).toEqual({
    CABINE_PRINTER: 'Bureau',
    CABINE_ACCOUNT: 'cabine',
  });
});

it('makes no command of a name', () => {
  expect(purgeProgram(NAME, 'cabine', 'linux').words.at(-1)).toBe(NAME);
  expect(purgeProgram(NAME, 'cabine', 'win32').words.join(' ')).not.toContain('rm -rf');
});
