import { describe, expect, it } from 'vitest';
import { readOptions } from './arguments.mjs';
import { Stop } from './stop.mjs';

const table = {
  devices: { kind: 'text' },
  windowed: { kind: 'flag' },
  only: { kind: 'text', choices: ['unit', 'e2e'] },
  'gateway-port': { kind: 'number', least: 0, most: 65_535, whole: true },
} as const;

const refusal = (...argv: string[]): Stop => {
  try {
    readOptions(argv, table);
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
  throw new Error('accepted');
};

describe('readOptions', () => {
  it('reads texts, flags and numbers, as two words or one', () => {
    expect(readOptions(['--devices', 'a b.json', '--windowed', '--gateway-port=8080'], table)).toEqual({
      lang: 'fr',
      devices: 'a b.json',
      windowed: true,
      'gateway-port': 8080,
    });
  });

  it('speaks French unless told', () => {
    expect(readOptions([], table).lang).toBe('fr');
    expect(readOptions(['--lang', 'en'], table).lang).toBe('en');
    expect(readOptions(['--lang=en'], table).lang).toBe('en');
  });

  it.each([
    [['--port', '3'], '--port'],
    [['-w'], '-w'],
    [['file.json'], 'file.json'],
    [['--windowed=yes'], '--windowed'],
    [['--devices'], '--devices'],
    [['--devices', '--windowed'], '--devices'],
    [['--only', 'all'], 'unit | e2e'],
    [['--gateway-port', '70000'], '70000'],
    [['--gateway-port', '80.5'], '80.5'],
    [['--gateway-port', 'web'], 'web'],
    [['--lang', 'de'], 'fr | en'],
  ])('refuses %j with one line that names the fault, exit code 2', (argv, named) => {
    const { message, exitCode } = refusal(...argv);
    expect(exitCode).toBe(2);
    expect(message).toContain(named);
    expect(message).not.toContain('\n');
    expect(message).not.toMatch(/\{\w+\}/);
  });

  it('refuses in the language asked for', () => {
    expect(refusal('--lang', 'en', '--port').message).toMatch(/^Unknown option/);
  });
});
