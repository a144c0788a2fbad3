import { runForeground } from './foreground.mjs';

/** `npm run -s device -- list | decode | simulate | monitor`. @param {string[]} argv */
export const main = (argv) => runForeground(['devices', 'cli', 'main.ts'], argv);
