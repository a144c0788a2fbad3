import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { FAULTS } from '../../kit/faults.ts';
import { SCENARIO_NAMES } from '../../simulation/scenarios.ts';
import { COMMANDS } from '../commands.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { offersOf } from './model.ts';
import { fishQuoted, quoted } from './quote.ts';
import { zshScript } from './zsh.ts';

const offers = offersOf(COMMANDS);
const has = (program: string): boolean =>
  spawnSync(program, ['-c', 'exit 0'], { stdio: 'ignore' }).status === 0;

/** What bash offers for the last of these words. */
const bashOffers = (...words: string[]): string[] => {
  const script = [
    bashScript(offers, 'true'),
    `COMP_WORDS=(${['device', ...words].map(quoted).join(' ')})`,
    `COMP_CWORD=${words.length}`,
    '_cabine_device',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variable
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
};

describe.skipIf(!has('bash'))('bash', () => {
  test.each<[string, string[], readonly string[]]>([
    ['commands', [''], COMMANDS.map(({ name }) => name)],
    ['commands by their beginning', ['si'], ['simulate']],
    ['drivers', ['simulate', ''], DRIVER_IDS],
    ['drivers by their beginning', ['simulate', 'con'], DRIVER_IDS.filter((id) => id.startsWith('con'))],
    ['options', ['monitor', 'nonin', '--p'], ['--port']],
    ['scenarios', ['simulate', 'x', '--patient', ''], SCENARIO_NAMES],
    ['faults', ['simulate', 'x', '--fault', 'garb'], FAULTS.filter((fault) => fault.startsWith('garb'))],
    ['nothing where a number stands', ['simulate', 'x', '--seed', ''], []],
    [
      'the next of a list',
      ['rig', '--drivers', 'tanita-scale,con'],
      DRIVER_IDS.filter((id) => id.startsWith('con')).map((id) => `tanita-scale,${id}`),
    ],
    ['files', ['replay', 'completion.t'], ['completion.test.ts']],
    ['more files', ['decode', 'x', 'bash.ts', 'fish'], ['fish.ts']],
    ['a file after a short option', ['record', 'x', '-o', 'quote'], ['quote.ts']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['help of every command', ['list', '--h'], ['--help']],
  ])('offers %s', (_name, words, expected) => {
    expect(bashOffers(...words)).toEqual(expected);
  });
});

test.each([
  ['zsh', zshScript(offers, 'true')],
  ['fish', fishScript(offers, 'true')],
])('%s knows every command, driver, option, patient and fault', (shell, script) => {
  const options = COMMANDS.flatMap((command) => Object.keys(command.options));
  const names = shell === 'fish' ? options.map((option) => `-l ${option.slice(2)}`) : options;
  for (const word of [
    ...COMMANDS.map(({ name }) => name),
    ...DRIVER_IDS,
    ...names,
    ...SCENARIO_NAMES,
    ...FAULTS,
  ])
    expect(script).toContain(word);
});

describe.each([
  ['zsh', zshScript(offers, 'true')],
  ['fish', fishScript(offers, 'true')],
] as const)('%s', (shell, script) => {
  test.skipIf(!has(shell))('finds no fault in its script', () => {
    expect(spawnSync(shell, ['-n', '-c', script], { encoding: 'utf8' }).stderr).toBe('');
  });
});

test('paths with blanks and quotes stay one word', () => {
  expect(quoted("/a b/it's")).toBe("'/a b/it'\\''s'");
  expect(fishQuoted("C:\\it's")).toBe("'C:\\\\it\\'s'");
});
