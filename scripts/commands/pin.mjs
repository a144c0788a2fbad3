import { randomBytes, scryptSync } from 'node:crypto';
import { createInterface } from 'node:readline';
import { readOptions } from '../lib/arguments.mjs';
import { Stop } from '../lib/stop.mjs';
import { createTerminal } from '../lib/terminal.mjs';

/** What a guess of a code costs: about a tenth of a second. */
const cost = { N: 32_768, r: 8, p: 1 };
const memory = 64 * 1_024 * 1_024;
const saltBytes = 16;
const keyBytes = 32;

/**
 * The line that a profile keeps of a code. Salted: equal codes of two sites look different.
 * @param {string} pin
 */
export const hashPin = (pin) => {
  const salt = randomBytes(saltBytes);
  const key = scryptSync(pin, salt, keyBytes, { ...cost, maxmem: memory });
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
};

/**
 * `npm run -s pin`: reads a code on standard input, prints what the profile of the site keeps of it: the technician's, or with `--person`
 * that of somebody who opens the cabin.
 * @param {string[]} argv
 */
export const main = async (argv) => {
  const { lang, person } = readOptions(argv, { person: { kind: 'flag' } });
  const terminal = createTerminal({ language: lang });
  terminal.say('pinAsk');
  const lines = createInterface({ input: process.stdin });
  /** @type {string} */
  const pin = await new Promise((resolve) => lines.once('line', resolve).once('close', () => resolve('')));
  lines.close();
  if (!/^\d{4,12}$/.test(pin)) throw new Stop(terminal.text('pinRefused'), 2);
  const hash = hashPin(pin);
  process.stdout.write(
    person === true ? `"codeHash": "${hash}"\n` : `"technician": { "pinHash": "${hash}" }\n`,
  );
  return 0;
};
