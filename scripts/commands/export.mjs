import { runForeground } from './foreground.mjs';

/** `npm run -s export -- <visit.json>`: the bundle of a saved visit. @param {string[]} argv */
export const main = (argv) => runForeground(['scripts', 'export', 'main.ts'], argv);
