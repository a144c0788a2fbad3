import { expect, test } from 'vitest';
import { Stop } from './stop.mjs';
import { offerHelp, type Usage, usageText } from './usage.mjs';

const USAGE: Usage = {
  command: 'npm test',
  purpose: 'usageTest',
  options: {
    only: { kind: 'text', choices: ['unit', 'e2e'], says: 'usageTestOnly' },
    windowed: { kind: 'flag', says: 'usageStartWindowed' },
  },
};

test('help names the command, its options and their values', () => {
  expect(usageText(USAGE, 'en')).toBe(
    [
      'Usage: npm test -- [options]',
      '',
      'Makes every check and ends with "N passed, N failed".',
      '',
      '  --only unit|e2e  this part alone',
      '  --windowed       framed windows, not full screen',
      '  --lang fr|en     language of screens and messages (fr)',
      '  --help           this help',
      '',
    ].join('\n'),
  );
});

test('choices too many for their line stand under it, none wider than a terminal', () => {
  const choices = Array.from({ length: 20 }, (_, index) => `choice-${index}`);
  const text = usageText(
    { ...USAGE, options: { only: { kind: 'text', choices, says: 'usageTestOnly' } } },
    'en',
  );
  expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
  for (const choice of choices) expect(text).toMatch(new RegExp(`\\b${choice}\\b`));
});

test('without --help nothing is said; with it the command ends well', () => {
  offerHelp(['--only', 'unit'], USAGE);
  const said: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (text) => said.push(String(text)) > 0;
  try {
    expect(() => offerHelp(['--lang', 'en', '--help'], USAGE)).toThrow(Stop);
  } finally {
    process.stdout.write = write;
  }
  expect(said.join('')).toBe(usageText(USAGE, 'en'));
});
