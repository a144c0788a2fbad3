import { runForeground } from './foreground.mjs';

/** `npm run test:devices`: every driver held to every property. @param {string[]} argv */
export const main = (argv) => runForeground(['devices', 'conformance', 'main.ts'], ['devices', ...argv]);
