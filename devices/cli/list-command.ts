import { DRIVER_IDS } from '#core/contract/devices.ts';
import { ok } from '#core/result.ts';
import type { DriverManifest, PortNeeds } from '../kit/driver.ts';
import { DRIVERS } from '../registry.ts';
import type { DeviceCommand } from './command.ts';

const settingsOf = (port: PortNeeds): string => {
  if (port.transport === 'hid') return 'USB HID';
  if (port.transport === 'phdc') return 'USB PHDC';
  const { baudRate, dataBits, parity, stopBits } = port.line;
  const settings = `${baudRate} ${dataBits}${parity.charAt(0).toUpperCase()}${stopBits}`;
  return port.transport === 'hid-uart' ? `HID UART ${settings}` : settings;
};

const lineOf = ({ port, otherPorts = [] }: DriverManifest): string =>
  [port, ...otherPorts].map(settingsOf).join(', ');

const table = (manifests: readonly DriverManifest[]): string => {
  const rows = [
    ['ID', 'MEASURES', 'LINE', 'PROTECTION', 'EVIDENCE', 'DEVICES'],
    ...manifests.map((manifest) => [
      manifest.id,
      manifest.measures.join(' ') || '-',
      lineOf(manifest),
      manifest.protection,
      manifest.evidence,
      manifest.title,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** `list`: the drivers of this cabin. */
export const listCommand: DeviceCommand = {
  name: 'list',
  usage: 'list [--json]',
  purpose: 'the drivers, their measure and their line',
  options: { '--json': 'switch' },
  run: async ({ switches }, console) => {
    const manifests = DRIVER_IDS.map((id) => DRIVERS[id].manifest);
    console.out(switches.has('--json') ? JSON.stringify(manifests) : table(manifests));
    return ok(undefined);
  },
};
