import { Stop } from './stop.mjs';
import { languageOf, textOf } from './terminal.mjs';

/** The oldest Node we are tested on. */
const oldestNode = { major: 20, minor: 19 };

/**
 * Whether a Node version such as `20.19.1` is recent enough.
 * @param {string} version
 */
export const isNodeRecentEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
};

/**
 * Runs a command: Node's version first, then its module, loaded late so that an old Node gives a clear line
 * rather than a syntax error. A {@link Stop} prints its line; anything else is a bug and keeps its stack.
 * @param {() => Promise<{ main: (argv: string[]) => Promise<number> }>} load
 */
export const enter = async (load) => {
  const argv = process.argv.slice(2);
  if (!isNodeRecentEnough(process.versions.node)) {
    const values = { found: process.versions.node, needed: `${oldestNode.major}.${oldestNode.minor}` };
    process.stderr.write(`${textOf(languageOf(argv), 'nodeTooOld', values)}\n`);
    process.exit(2);
  }
  try {
    const { main } = await load();
    process.exitCode = await main(argv);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.message !== '') process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
};
