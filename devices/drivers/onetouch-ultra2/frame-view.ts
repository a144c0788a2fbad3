import { assertNever } from '#core/result.ts';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { COMMANDS } from './commands.ts';
import { createLineReader, type LineEvent } from './lines.ts';
import { type Message, readMessage } from './messages.ts';

const COMMAND_NAMES: Readonly<Record<string, string>> = {
  [COMMANDS.version]: 'version?',
  [COMMANDS.serial]: 'serial number?',
  [COMMANDS.unit]: 'unit?',
  [COMMANDS.clock]: 'clock?',
  [COMMANDS.dump]: 'dump?',
};
const RECORD_FIELDS = ['weekday', 'date', 'time', 'value', 'meal', 'comment'] as const;

const fieldsOf = (message: Message, text: string): FrameLine['fields'] => {
  switch (message.type) {
    case 'version':
      return [['version', message.version]];
    case 'serial':
      return [['serial', message.serial]];
    case 'clock':
      return [['time', message.deviceTime]];
    case 'unit':
      return [['display', message.unit]];
    case 'header':
      return [
        ['records', String(message.records)],
        ['serial', message.serial],
        ['display', message.unit],
      ];
    case 'record': {
      const quoted = [...text.matchAll(/"([^"]*)"/g)].map(([, content]) => content?.trim() ?? '');
      return RECORD_FIELDS.map((name, index) => [name, quoted[index] ?? '-']);
    }
    case 'other':
      return [['text', text]];
    default:
      return assertNever(message);
  }
};

const lineOf = (event: LineEvent): FrameLine => {
  if (event.type === 'checksum') return { raw: event.raw, name: 'wrong sum', fields: [] };
  if (event.type === 'structure') return { raw: event.raw, name: 'damage', fields: [] };
  const message = readMessage(event.text);
  return { raw: event.raw, name: message.type, fields: fieldsOf(message, event.text) };
};

/** Lines of the meter and commands of the host. */
export const createFrameView = (): FrameView => {
  const reader = createLineReader();
  let pending = '';
  return {
    fromDevice: (bytes) => reader.push(bytes).map(lineOf),
    toDevice: (bytes) => {
      const commands = `${pending}${toLatin1(bytes)}`.split('\r');
      pending = commands.pop() ?? '';
      return commands.flatMap((sent) => {
        const command = sent.replaceAll('\x11', '');
        const name = COMMAND_NAMES[command] ?? `command ${command}`;
        return command === '' ? [] : [{ raw: fromLatin1(sent), name, fields: [] }];
      });
    },
  };
};
