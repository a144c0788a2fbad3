import { runForeground } from './foreground.mjs';

/** `npm run test:fuzz`: ten million damaged frames over all drivers. @param {string[]} argv */
export const main = (argv) => runForeground(['devices', 'conformance', 'main.ts'], ['fuzz', ...argv]);
