import { toHex } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { deviceTimeOf } from './device-clock.ts';
import { familyOf, modelOf } from './families.ts';
import { COMMANDS, createFrameReader, type FrameEvent, numberOf, type TaiDocFrame } from './frames.ts';
import { glucoseMarks } from './values.ts';

const NAMES: Readonly<Record<number, string>> = {
  [COMMANDS.connect]: 'connect',
  [COMMANDS.clock]: 'clock',
  [COMMANDS.model]: 'model',
  [COMMANDS.recordTime]: 'record time',
  [COMMANDS.recordValue]: 'record value',
  [COMMANDS.serialLow]: 'serial, low half',
  [COMMANDS.serialHigh]: 'serial, high half',
  [COMMANDS.recordCount]: 'record count',
  [COMMANDS.setClock]: 'set clock',
  [COMMANDS.saturation]: 'SpO2',
  [COMMANDS.powerOff]: 'power off',
  [COMMANDS.clearMemory]: 'clear memory',
  [COMMANDS.ready]: 'ready to talk',
};

const MEALS: Readonly<Record<number, string>> = {
  0: 'none',
  1: 'before meal',
  2: 'after meal',
  3: 'control solution',
};

type Fields = FrameLine['fields'];

const recordFields = (data: Uint8Array, model: string | undefined): Fields => {
  const bytes = [['data', toHex(data)]] as const;
  if (familyOf(model ?? '') !== 'glucose-meter') return bytes;
  const { meal, substance } = glucoseMarks(data[3] ?? 0);
  return [
    ...bytes,
    ['value', String(numberOf(data))],
    ['meal', MEALS[meal] ?? '-'],
    ['substance', String(substance)],
  ];
};

const fieldsOf = ({ command, data }: TaiDocFrame, model: string | undefined): Fields => {
  switch (command) {
    case COMMANDS.model:
      return [['model', `TD-${modelOf(data) ?? toHex(data)}`]];
    case COMMANDS.clock:
    case COMMANDS.recordTime:
      return [['time', deviceTimeOf(data) ?? 'not set']];
    case COMMANDS.recordCount:
      return [['records', String(numberOf(data))]];
    case COMMANDS.recordValue:
      return recordFields(data, model);
    default:
      return [['data', toHex(data)]];
  }
};

const questionFields = ({ command, data }: TaiDocFrame): Fields =>
  command === COMMANDS.recordTime || command === COMMANDS.recordValue
    ? [['record', String(numberOf(data))]]
    : [];

/** Frames of both directions by their commands. */
export const createFrameView = (): FrameView => {
  const device = createFrameReader();
  const host = createFrameReader();
  let model: string | undefined;

  const lineOf = (event: FrameEvent): FrameLine => {
    if (event.type !== 'frame') {
      return { raw: event.raw, name: event.type === 'checksum' ? 'wrong sum' : 'damage', fields: [] };
    }
    const { frame } = event;
    const isReply = frame.from === 'device';
    if (isReply && frame.command === COMMANDS.model) model = modelOf(frame.data);
    const name = NAMES[frame.command] ?? `command ${toHex(Uint8Array.of(frame.command))}`;
    return {
      raw: frame.raw,
      name: isReply ? name : `${name}?`,
      fields: isReply ? fieldsOf(frame, model) : questionFields(frame),
    };
  };

  return {
    fromDevice: (bytes) => device.push(bytes).map(lineOf),
    toDevice: (bytes) => host.push(bytes).map(lineOf),
  };
};
