import { runForeground } from './foreground.mjs';

/** `npm run -s profile -- schema` or `-- check <file>`: what a site's profile may hold, and what is wrong in one. @param {string[]} argv */
export const main = (argv) => runForeground(['scripts', 'profile', 'main.ts'], argv);
