import type { CardKind, CardPresence } from '#core/identity/vitale-reader.ts';
import { fail } from '#core/result.ts';
import { systemClock } from '../kit/clock.ts';
import { createPcscVitaleReader } from '../transports/pcsc.ts';
import { loadPcscLibrary } from '../transports/pcsc-library.ts';
import { type DeviceCommand, WELL } from './command.ts';
import { JSON_SWITCH } from './common-options.ts';

const KINDS: Readonly<Record<CardKind, string>> = {
  vitale: 'a carte Vitale',
  professional: 'the card of a professional',
  other: 'another card',
  unknown: 'a card that another program holds',
};

const presenceText = (presence: CardPresence): string => {
  switch (presence.status) {
    case 'unavailable':
      return `card readers are not available: ${presence.detail}`;
    case 'no-reader':
      return 'no card reader';
    case 'empty':
      return 'no card';
    case 'mute':
      return 'a card that does not answer';
    default:
      return KINDS[presence.kind];
  }
};

/** `card`: what stands in the card readers, until it is stopped. */
export const cardCommand: DeviceCommand = {
  name: 'card',
  purpose: 'what stands in the card readers, now and after each change; nothing of a card is read',
  positionals: [],
  options: JSON_SWITCH,
  examples: [['', 'one line for each card that comes and goes, until Ctrl-C']],
  run: async ({ switches }, console) => {
    const library = loadPcscLibrary();
    if (!library.ok) return fail(`card readers are not available: ${library.failure}`);
    const reader = createPcscVitaleReader({ clock: systemClock, load: () => library });
    reader.watch((presence) =>
      console.out(switches.has('--json') ? JSON.stringify(presence) : presenceText(presence)),
    );
    await console.stopped();
    reader.close();
    return WELL;
  },
};
