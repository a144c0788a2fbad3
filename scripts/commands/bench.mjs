import { runDriven } from './driven.mjs';

/** `npm run bench -- --json`: what the cabin costs in time. @param {string[]} argv */
export const main = (argv) => runDriven(['test', 'bench', 'run.ts'], argv);
