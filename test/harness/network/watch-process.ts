import { networkInterfaces } from 'node:os';
import { watchNetwork } from '#electron/main/network/network-watch.ts';
import { systemClock } from '#gateway/client/system-clock.ts';

/** Runs at one place of a network, and tells the process that started it of each change of that place's addresses, as the main process finds it. */
watchNetwork(networkInterfaces, systemClock, () => process.send?.('changed'));
process.on('disconnect', () => process.exit());
process.send?.('watching');
