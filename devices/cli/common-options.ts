import { DRIVER_IDS } from '#core/contract/devices.ts';
import { FAULTS } from '../kit/faults.ts';
import { SCENARIO_NAMES } from '../simulation/scenarios.ts';
import type { Option, OptionTable, Positional } from './arguments.ts';

export const DRIVER: Positional = { name: 'driver-id', says: 'one of `device list`', words: DRIVER_IDS };

export const JSON_SWITCH: OptionTable = { '--json': { says: 'for programs: JSON instead of text' } };

/** Where a real device, or a simulator, is reached. */
export const PORT: OptionTable = {
  '--port': {
    takes: 'PORT',
    says: 'a serial port (/dev/ttyUSB0, COM4), host:port of an adapter or a simulator, or usb: whatever fits among what is plugged in',
    path: true,
  },
};

export const SEED: OptionTable = { '--seed': { takes: 'N', says: 'which patient of that kind (1)' } };

export const PATIENT: OptionTable = {
  '--patient': {
    takes: 'PATIENT',
    says: 'what kind of patient is measured (healthy-adult)',
    words: SCENARIO_NAMES,
  },
};

export const FAULT: Option = {
  takes: 'FAULT',
  says: 'a fault that is there from the start; may be repeated',
  words: FAULTS,
  repeatable: true,
};

/** Where a simulator or a recording is offered to a program. */
export const OUTLET: OptionTable = {
  '--pty': { says: 'on a pseudo-terminal (what is taken when nothing is said; needs socat)' },
  '--tcp': { takes: 'PORT', says: 'on a TCP port of this machine; 0 takes a free one' },
  '--port': {
    takes: 'PATH',
    says: 'on a real serial port, for a program at the other end of a null-modem cable',
    path: true,
  },
};

export const DEVICES_FILE: OptionTable = {
  '--devices': { takes: 'FILE', says: 'the devices file of the cabin', path: true },
};

/** The seed when none is given. */
export const DEFAULT_SEED = 1;
