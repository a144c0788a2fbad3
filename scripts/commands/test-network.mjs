import { readOptions } from '../lib/arguments.mjs';
import { offerHelp } from '../lib/usage.mjs';
import { runForeground } from './foreground.mjs';

/** What is played, in this order; `test/network/cases.ts` says how. */
export const networkCases = /** @type {const} */ ([
  'lan',
  'adsl',
  '4g',
  '3g',
  'satellite',
  'edge',
  '3g-listening',
  'satellite-listening',
  'edge-listening',
  'fall',
  'udp-blocked',
  'outage-3',
  'outage-8',
  'outage-25',
  'outage-60',
  'address-change',
  'address-change-told',
  'broker-restart',
  'broker-gone',
]);

export const networkOptions = /** @type {const} */ ({
  only: { kind: 'text', choices: networkCases, says: 'usageNetworkOnly' },
  runs: { kind: 'number', least: 1, most: 100, whole: true, says: 'usageNetworkRuns' },
  quick: { kind: 'flag', says: 'usageNetworkQuick' },
  json: { kind: 'flag', says: 'usageNetworkJson' },
});

/** `npm run test:network`: the call over emulated lines. @param {string[]} argv */
export const main = (argv) => {
  offerHelp(argv, { command: 'npm run test:network', purpose: 'usageNetwork', options: networkOptions });
  readOptions(argv, networkOptions);
  return runForeground(['test', 'network', 'run.ts'], argv, ['browser', 'servers', 'network']);
};
