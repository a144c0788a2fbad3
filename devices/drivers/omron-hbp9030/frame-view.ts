import type { FrameLine, FrameView } from '../../kit/driver.ts';
import type { FieldName } from './layouts.ts';
import { maskedBytes } from './mask.ts';
import type { Message } from './match.ts';
import { createMessageReader, type StreamEvent } from './messages.ts';

/** Names of the fields in the manual's words; the patient's ID has none. */
const SHOWN: readonly (readonly [name: string, field: FieldName])[] = [
  ['error', 'error'],
  ['SYS', 'systolic'],
  ['MAP', 'mean'],
  ['DIA', 'diastolic'],
  ['PR', 'pulse'],
  ['movement', 'movement'],
];

const shown = (value: string): string => (value.trim() === '' ? '-' : value);

const fieldsOf = ({ fields }: Message): FrameLine['fields'] => {
  const part = (name: FieldName): string => fields.get(name) ?? '';
  return [
    ['date', `20${part('year')}-${part('month')}-${part('day')}`],
    ...(fields.has('hour') ? ([['time', `${part('hour')}:${part('minute')}`]] as const) : []),
    ...SHOWN.flatMap(([name, field]) => {
      const value = fields.get(field);
      return value === undefined ? [] : [[name, shown(value)] as const];
    }),
  ];
};

const lineOf = (event: StreamEvent): FrameLine => {
  // The bytes are shown too, and an ID can be read in them.
  const raw = maskedBytes(event);
  switch (event.type) {
    case 'message':
      return { raw, name: event.message.layout.name, fields: fieldsOf(event.message) };
    case 'line-end':
      return { raw, name: 'line end', fields: [] };
    case 'damage':
      return { raw, name: event.short ? 'noise' : 'damage', fields: [] };
  }
};

/** Messages of every form, without the patient's ID. The device is never told anything. */
export const createFrameView = (): FrameView => {
  const reader = createMessageReader();
  return {
    fromDevice: (bytes) => reader.push(bytes).map(lineOf),
    toDevice: () => [],
  };
};
