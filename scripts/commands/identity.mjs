import { runForeground } from './foreground.mjs';

/** `npm run -s identity -- nir <number>` or `-- datamatrix <text>`: what a number or a code says. @param {string[]} argv */
export const main = (argv) => runForeground(['scripts', 'identity', 'main.ts'], argv);
