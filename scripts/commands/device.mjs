import { runForeground } from './foreground.mjs';

/** `npm run -s device -- <command>`: the technician’s bench. @param {string[]} argv */
export const main = (argv) => runForeground(['devices', 'cli', 'main.ts'], argv);
