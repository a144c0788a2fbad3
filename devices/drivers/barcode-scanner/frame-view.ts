import { withoutAimIdentifier } from '#core/identity/ins-text.ts';
import type { DecodedScan } from '#core/identity/scan.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { scanOf } from './decoder.ts';
import { maskedBytes } from './mask-code.ts';
import { createMessageReader, type Message } from './messages.ts';

type Fields = FrameLine['fields'];

const verdictFields = (scan: DecodedScan | undefined): Fields => {
  if (scan?.code !== 'ins') return [];
  if (scan.status === 'invalid') return [['refused', [scan.reason, scan.detail ?? ''].join(' ').trim()]];
  return [
    ['authority', scan.ins.oid],
    ['separators', scan.separators ? 'present' : 'dropped by the scanner'],
  ];
};

const codeFields = (text: string): Fields => {
  const { length } = withoutAimIdentifier(text);
  const identifier = text.slice(0, text.length - length);
  return [...(identifier === '' ? [] : [['symbology', identifier] as const]), ['characters', String(length)]];
};

/** Whatever a code says may be of a person: its bytes are shown masked, as a recording keeps them. */
const lineOf = (message: Message): FrameLine[] => {
  if (message.type === 'blank') return [];
  const scan = scanOf(message);
  const raw = maskedBytes(message);
  if (message.type === 'damage') return [{ raw, name: 'damage', fields: verdictFields(scan) }];
  return [
    {
      raw,
      name: scan?.code === 'ins' ? 'Datamatrix INS' : 'other code',
      fields: [['form', message.form], ...codeFields(message.text), ...verdictFields(scan)],
    },
  ];
};

/** Codes by their form and length, never by their content; a scanner is never spoken to. */
export const createFrameView = (): FrameView => {
  const reader = createMessageReader();
  return { fromDevice: (bytes) => reader.push(bytes).flatMap(lineOf), toDevice: () => [] };
};
