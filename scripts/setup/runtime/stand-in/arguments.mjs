/**
 * What Electron's own default application understands of a command line such as
 * `electron -r loader.js --switch ./folder`.
 * @param {readonly string[]} argv without the program's own path
 * @returns {{ preloads: string[], application: string | undefined }}
 */
export const readArguments = (argv) => {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const next = argv[at + 1];
    if ((argument === '-r' || argument === '--require') && next !== undefined) {
      preloads.push(next);
      at += 1;
    } else if (argument.startsWith('--require=')) preloads.push(argument.slice('--require='.length));
    else if (!argument.startsWith('-')) return { preloads, application: argument };
  }
  return { preloads, application: undefined };
};
