import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { profileJsonSchema } from '#core/site/profile.ts';
import { checkProfile } from './check-profile.ts';
import { WORDS } from './words.ts';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
  strict: false,
});
const language = values['lang'] === 'en' ? 'en' : 'fr';
const [subject, file, ...more] = positionals;

const check = async (path: string): Promise<void> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    process.stderr.write(`${path}: ${WORDS[language].unreadable}\n`);
    process.exitCode = 2;
    return;
  }
  const { good, lines } = checkProfile(path, text, language);
  (good ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exitCode = good ? 0 : 1;
};

if (values['help'] === true) {
  process.stdout.write(WORDS[language].help);
} else if (subject === 'schema' && file === undefined) {
  process.stdout.write(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
} else if (subject === 'check' && file !== undefined && more.length === 0) {
  await check(file);
} else {
  process.stderr.write(WORDS[language].help);
  process.exitCode = 2;
}
