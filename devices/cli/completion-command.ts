import { join } from 'node:path';
import { fail } from '#core/result.ts';
import { type DeviceCommand, WELL } from './command.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { offersOf } from './completion/model.ts';
import { fishQuoted, quoted } from './completion/quote.ts';
import { zshScript } from './completion/zsh.ts';
import { suggestion } from './nearest.ts';

const SHELLS = {
  bash: { script: bashScript, quote: quoted },
  zsh: { script: zshScript, quote: quoted },
  fish: { script: fishScript, quote: fishQuoted },
} as const;
const SHELL_NAMES = Object.keys(SHELLS) as readonly (keyof typeof SHELLS)[];

const PROGRAM = join(import.meta.dirname, '..', '..', 'scripts', 'device.mjs');

/** `completion`: the script that makes a shell complete commands, drivers, options, patients and faults. */
export const createCompletionCommand = (commands: () => readonly DeviceCommand[]): DeviceCommand => ({
  name: 'completion',
  purpose: 'a script that gives your shell the command "device", which completes itself',
  positionals: [{ name: 'shell', says: 'your shell', words: SHELL_NAMES }],
  options: {},
  examples: [
    ['completion bash > ~/.cabine-device', 'then, in ~/.bashrc: source ~/.cabine-device'],
    ['completion fish > ~/.config/fish/completions/device.fish', 'for every fish from now on'],
  ],
  run: async ({ positional }, console) => {
    const [word = ''] = positional;
    const shell = SHELL_NAMES.find((name) => name === word);
    if (shell === undefined)
      return fail(
        word === ''
          ? `a shell is needed: ${SHELL_NAMES.join(', ')}`
          : `unknown shell "${word}"${suggestion(word, SHELL_NAMES)}`,
      );
    const { script, quote } = SHELLS[shell];
    console.out(script(offersOf(commands()), `${quote(process.execPath)} ${quote(PROGRAM)}`));
    return WELL;
  },
});
