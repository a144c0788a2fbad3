import { fromLatin1 } from '../../kit/bytes.ts';

/** What a host may ask. DMT sets the clock and DMZ erases the memory: neither is here, and neither is ever sent. */
export const COMMANDS = {
  version: 'DM?',
  serial: 'DM@',
  unit: 'DMSU?',
  clock: 'DMF',
  dump: 'DMP',
} as const;
export type Command = (typeof COMMANDS)[keyof typeof COMMANDS];

/** The wake-up, the command, and CR. */
export const commandBytes = (command: Command): Uint8Array => fromLatin1(`\x11\r${command}\r`);
