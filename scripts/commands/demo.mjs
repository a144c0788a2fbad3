import { runDriven } from './driven.mjs';

/** `npm run demo`: a whole visit, played by itself. @param {string[]} argv */
export const main = (argv) => runDriven(['test', 'demo', 'run.ts'], argv);
