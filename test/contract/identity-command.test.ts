import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../scripts/identity.mjs', import.meta.url));

const run = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** Each call starts the command as npm does, and the program that it runs. */
describe('the identity command', { timeout: 120_000 }, () => {
  it('prints one line of JSON and nothing else, whether it accepts or refuses', () => {
    const accepted = run(['nir', '2', '69', '05', '49', '588', '157', '80']);
    expect(accepted).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^\{[^\n]+\}\n$/),
    });
    expect(JSON.parse(accepted.stdout)).toMatchObject({ ok: true, nir: '269054958815780' });
    const refused = run(['datamatrix', '3400930000120']);
    expect(refused).toEqual({ status: 0, stderr: '', stdout: '{"ok":false,"reason":"header"}\n' });
  });

  it('reads a code from the standard input, where a command line would spoil it', () => {
    const code = `]d2IS01${'0'.repeat(22)}S1277010115400329S21.2.250.1.213.1.4.8\u001dS3ANNA\u001dS4D'EXEMPLE\u001dS5FS621-01-1977S701154\r\n`;
    expect(JSON.parse(run(['datamatrix', '-'], code).stdout)).toMatchObject({ ok: true, nom: "D'EXEMPLE" });
  });

  it('answers a wrong call with its help on the error stream, and a wish for help on the other', () => {
    for (const words of [[], ['nir'], ['iban', 'FR76']]) {
      expect(run(words)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('Usage') });
    }
    expect(run(['--help', '--lang', 'en'])).toEqual({
      status: 0,
      stdout: expect.stringContaining('Exit code'),
      stderr: '',
    });
  });
});
