import { assertNever } from '#core/result.ts';
import { concatBytes, toHex } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { createHostReader, type HostEvent } from './commands.ts';
import { serialText, versionText } from './identity.ts';
import { maskedReports } from './mask.ts';
import { tripleOf } from './record.ts';
import { createReplyReader, dataOf, type ReplyEvent, type ReplyKind } from './replies.ts';
import { cutReports, REPORT_BYTES } from './reports.ts';

const REPLY_NAMES: Readonly<Record<ReplyKind, string>> = {
  version: 'VER version',
  profile: 'PRF profile',
  serial: 'SRL serial',
  count: 'GDC count',
  record: 'GME record',
  average: 'GMA/GEA weekly average',
};
/** Added to the systolic of an average, mm[Hg] (libomron notes, weekly averages). */
const AVERAGE_OFFSET = 25;

const two = (value = 0): string => String(value).padStart(2, '0');

const recordFields = (body: Uint8Array): FrameLine['fields'] => {
  const data = dataOf(body);
  const [year, month, day, hour, minute, second, , sysHigh = 0, sys = 0, dia, pulse] = data;
  const triple = tripleOf(body);
  return [
    ['date', `20${two(year)}-${two(month)}-${two(day)}`],
    ['time', `${two(hour)}:${two(minute)}:${two(second)}`],
    ['SYS', String((sysHigh << 8) | sys)],
    ['DIA', String(dia)],
    ['PR', String(pulse)],
    ['flags', toHex(data.slice(-2))],
    ...(triple === 0 ? [] : ([['TruRead', `${triple} of 3`]] as const)),
  ];
};

const averageFields = (body: Uint8Array): FrameLine['fields'] => {
  const [, week, year, month, day, sys = 0, dia, pulse] = dataOf(body);
  if (sys === 0) return [['week', String(week)]];
  return [
    ['week', String(week)],
    ['from', `20${two(year)}-${two(month)}-${two(day)}`],
    ['SYS', String(sys + AVERAGE_OFFSET)],
    ['DIA', String(dia)],
    ['PR', String(pulse)],
  ];
};

const replyFields = (kind: ReplyKind, body: Uint8Array): FrameLine['fields'] => {
  switch (kind) {
    case 'version':
      return [['version', versionText(body) ?? '-']];
    case 'serial':
      return [['serial', serialText(body) ?? '-']];
    case 'count':
      return [['records', String(dataOf(body).at(-1))]];
    case 'record':
      return recordFields(body);
    case 'average':
      return averageFields(body);
    case 'profile':
      // It may be the user's name.
      return [];
    default:
      return assertNever(kind);
  }
};

const nothingName = ([report]: readonly Uint8Array[]): string => (report?.[0] === 0 ? 'empty' : 'not ready');

const nameOf = (event: ReplyEvent): string => {
  switch (event.type) {
    case 'reply':
      return REPLY_NAMES[event.kind];
    case 'ok':
      return 'OK';
    case 'busy':
      return 'NO busy';
    case 'off':
      return 'OFF';
    case 'checksum':
      return 'wrong checksum';
    case 'structure':
      return 'damage';
    case 'nothing':
      return nothingName(event.reports);
    default:
      return assertNever(event);
  }
};

const deviceLine = (event: ReplyEvent): FrameLine => ({
  // The bytes are shown too, and a profile can be read in them.
  raw: maskedReports(event),
  name: nameOf(event),
  fields: event.type === 'reply' ? replyFields(event.kind, event.body) : [],
});

const hostLine = (event: HostEvent): FrameLine => {
  const raw = concatBytes(event.reports);
  switch (event.type) {
    case 'command':
      return {
        raw,
        name: event.sound ? event.name : `${event.name}, wrong checksum`,
        fields: [['data', toHex(event.data)]],
      };
    case 'clearing':
      return { raw, name: 'clearing block', fields: [] };
    case 'unknown':
      return { raw, name: 'unknown', fields: [] };
    default:
      return assertNever(event);
  }
};

/** Replies and commands in the words of the libomron notes. A feature report is told by its two bytes. */
export const createFrameView = (): FrameView => {
  const device = createReplyReader();
  const host = createHostReader();
  return {
    fromDevice: (bytes) => cutReports(bytes).flatMap((report) => device.push(report).map(deviceLine)),
    toDevice: (bytes) =>
      bytes.length < REPORT_BYTES
        ? [{ raw: bytes, name: 'mode', fields: [] }]
        : cutReports(bytes).flatMap((report) => host.push(report).map(hostLine)),
  };
};
