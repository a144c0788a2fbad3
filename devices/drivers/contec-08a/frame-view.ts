import { assertNever } from '#core/result.ts';
import { toHex } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { readRecord } from './record.ts';
import { DOWNLOAD, readReport } from './reports.ts';

const hexByte = (byte: number | undefined): string => toHex(Uint8Array.of(byte ?? 0));

const recordLine = (raw: Uint8Array, data: Uint8Array): FrameLine => {
  const seven = (position: number): string => String((data[position] ?? 0) & 0x7f);
  const reading = readRecord(data);
  const refused = reading.status === 'invalid' ? ([['refused', reading.reason]] as const) : [];
  return {
    raw,
    name: 'record',
    fields: [
      ['bytes 0-1', toHex(data.slice(0, 2))],
      ['SYS byte', hexByte(data[2])],
      ['DIA', seven(3)],
      ['PR', seven(4)],
      ['MAP', seven(5)],
      ['date', reading.deviceTime ?? '-'],
      ['bytes 12-13', toHex(data.slice(12, 14))],
      ...refused,
    ],
  };
};

const fromDevice = (raw: Uint8Array): FrameLine[] => {
  const report = readReport(raw);
  switch (report.type) {
    case 'identity':
      return [
        {
          raw,
          name: 'identity',
          fields: [
            ['device type', hexByte(report.deviceType)],
            ['protocol', String(report.protocol)],
          ],
        },
      ];
    case 'transfer':
      return [{ raw, name: 'transfer', fields: [['device', report.isOn ? 'on' : 'switched off']] }];
    case 'header':
      return [
        {
          raw,
          name: 'header',
          fields: [
            ['records', String(report.records)],
            ['user', String(report.user)],
          ],
        },
      ];
    case 'record':
      return [recordLine(raw, report.data)];
    case 'other':
      return [{ raw, name: `report ${hexByte(raw[0])}`, fields: [] }];
    case 'damage':
    case 'foreign':
      return [{ raw, name: report.type, fields: [] }];
    default:
      return assertNever(report);
  }
};

const COMMAND_NAMES: Readonly<Record<number, string>> = {
  64: 'ping',
  66: 'identity?',
  67: 'download?',
};

const toDevice = (raw: Uint8Array): FrameLine[] => {
  const [command = 0, , , fourth = 0] = raw;
  const name = COMMAND_NAMES[command] ?? `command ${hexByte(command)}`;
  const user = fourth === DOWNLOAD.all ? 'all' : String(fourth - DOWNLOAD.offset);
  return [{ raw, name, fields: command === DOWNLOAD.head[0] ? [['user', user]] : [] }];
};

/** Reports of both directions; one chunk is one report. */
export const createFrameView = (): FrameView => ({ fromDevice, toDevice });
