import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The program and first arguments that run npm without a shell: the npm that runs us, else the one beside Node.
 * @returns {[string, ...string[]]}
 */
export const npmCommand = () => {
  const bin = dirname(process.execPath);
  const places = [
    process.env['npm_execpath'] ?? '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = places.find((place) => basename(place) === 'npm-cli.js' && existsSync(place));
  return script === undefined ? ['npm'] : [process.execPath, script];
};
