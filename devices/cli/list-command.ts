import { DRIVER_IDS } from '#core/contract/devices.ts';
import { assertNever } from '#core/result.ts';
import type { DriverManifest, PortNeeds } from '../kit/driver.ts';
import { DRIVERS } from '../registry.ts';
import { type DeviceCommand, WELL } from './command.ts';
import { JSON_SWITCH } from './common-options.ts';
import { textTable } from './text-table.ts';

const settingsOf = (port: PortNeeds): string => {
  switch (port.transport) {
    case 'hid':
      return 'USB HID';
    case 'phdc':
      return 'USB PHDC';
    case 'serial':
    case 'hid-uart': {
      const { baudRate, dataBits, parity, stopBits } = port.line;
      const settings = `${baudRate} ${dataBits}${parity.charAt(0).toUpperCase()}${stopBits}`;
      return port.transport === 'serial' ? settings : `HID UART ${settings}`;
    }
    default:
      return assertNever(port);
  }
};

const shownLines = ({ port, otherPorts = [] }: DriverManifest): string =>
  [port, ...otherPorts].map(settingsOf).join(', ');

const table = (manifests: readonly DriverManifest[]): string =>
  textTable([
    ['ID', 'MEASURES', 'LINE', 'PROTECTION', 'EVIDENCE', 'DEVICES'],
    ...manifests.map((manifest) => [
      manifest.id,
      manifest.measures.join(' ') || '-',
      shownLines(manifest),
      manifest.protection,
      manifest.evidence,
      manifest.title,
    ]),
  ]);

/** `list`: the drivers of this cabin. */
export const listCommand: DeviceCommand = {
  name: 'list',
  purpose: 'the drivers, what they measure and their line',
  positionals: [],
  options: JSON_SWITCH,
  examples: [['list', 'the table of drivers']],
  run: async ({ switches }, console) => {
    const manifests = DRIVER_IDS.map((id) => DRIVERS[id].manifest);
    console.out(switches.has('--json') ? JSON.stringify(manifests) : table(manifests));
    return WELL;
  },
};
