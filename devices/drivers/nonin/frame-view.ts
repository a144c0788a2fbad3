import { assertNever } from '#core/result.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import type { DisplayFrame } from './display-frame.ts';
import { createFrameReader, type Unit } from './frame-reader.ts';
import type { Message } from './messages.ts';
import type { SpotCheck } from './spot-check.ts';
import { decodeStatus, statusMarks } from './status.ts';
import { FRAMES_PER_PACKET, type WaveFrame } from './wave-frames.ts';

/** What the fourth byte of each frame of a packet is, in the words of 6470-000-01. */
const FLOAT_NAMES: readonly string[] = [
  ...['HR MSB', 'HR LSB', 'SpO2', 'SREV', 'reserved', 'TMR MSB', 'TMR LSB', 'STAT2', 'SpO2-D', 'SpO2 Fast'],
  ...[
    'SpO2 B-B',
    'reserved',
    'reserved',
    'E-HR MSB',
    'E-HR LSB',
    'E-SpO2',
    'E-SpO2-D',
    'reserved',
    'reserved',
  ],
  ...['HR-D MSB', 'HR-D LSB', 'E-HR-D MSB', 'E-HR-D LSB', 'reserved', 'reserved'],
];

type Field = FrameLine['fields'][number];

const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

const marksField = (marks: Readonly<Record<string, boolean>>): Field[] => {
  const set = Object.keys(marks).filter((mark) => marks[mark]);
  return set.length === 0 ? [] : [['status', set.join(', ')]];
};

const waveLine = (
  { format, status, pleth, float, raw }: WaveFrame,
  number: number | undefined,
): FrameLine => {
  const name = (number === undefined ? undefined : FLOAT_NAMES[number - 1]) ?? 'FLOAT';
  return {
    raw,
    name: number === undefined ? `format ${format} frame` : `format ${format} frame ${number}`,
    fields: [
      ['status', statusMarks(status).join(', ') || 'no mark'],
      ['pleth', String(pleth)],
      [name, String(float)],
    ],
  };
};

const displayLine = (frame: DisplayFrame): FrameLine => ({
  raw: frame.raw,
  name: 'format 8 frame',
  fields: [
    ['SpO2-D', shown(frame.oxygenSaturation)],
    ['HR-D', shown(frame.pulseRate)],
    ...marksField({
      'sensor disconnected': frame.sensorDisconnected,
      'out of track': frame.outOfTrack,
      'low perfusion': frame.lowPerfusion,
      'marginal perfusion': frame.marginalPerfusion,
      artifact: frame.artifact,
      'sensor alarm': frame.sensorAlarm,
      SmartPoint: frame.smartPoint,
      'low battery': frame.lowBattery,
    }),
  ],
});

const spotCheckLine = (spotCheck: SpotCheck): FrameLine => ({
  raw: spotCheck.raw,
  name: 'format 13 spot check',
  fields: [
    ['time', spotCheck.deviceTime ?? '-'],
    ['SpO2', shown(spotCheck.oxygenSaturation)],
    ['HR', shown(spotCheck.pulseRate)],
    ...marksField({
      SmartPoint: spotCheck.smartPoint,
      'no measurement': spotCheck.noMeasurement,
      'from memory': spotCheck.fromMemory,
      'low battery': spotCheck.lowBattery,
    }),
  ],
});

const messageLine = (message: Message, raw: Uint8Array): FrameLine => {
  switch (message.type) {
    case 'acknowledgement':
      return { raw, name: 'ACK', fields: [] };
    case 'refusal':
      return { raw, name: 'NAK', fields: [] };
    case 'select-format':
      return { raw, name: 'select format', fields: [['format', String(message.format)]] };
    case 'set-time':
      return { raw, name: 'set time', fields: [['time', message.time]] };
    case 'ask-time':
      return { raw, name: 'time?', fields: [] };
    case 'time':
      return { raw, name: 'time', fields: [['time', message.time]] };
    default:
      return assertNever(message);
  }
};

/** Frames of one direction; the number of a wave frame within its packet is known from its SYNC bit on. */
const createLines = (): ((bytes: Uint8Array) => FrameLine[]) => {
  const reader = createFrameReader();
  let number: number | undefined;

  const numberOf = ({ status }: WaveFrame): number | undefined => {
    if (decodeStatus(status).sync) number = 1;
    else if (number !== undefined) number = number < FRAMES_PER_PACKET ? number + 1 : undefined;
    return number;
  };

  const lineOf = (unit: Unit): FrameLine => {
    switch (unit.type) {
      case 'wave-frame':
        return waveLine(unit.frame, numberOf(unit.frame));
      case 'display-frame':
        return displayLine(unit.frame);
      case 'spot-check':
        return spotCheckLine(unit.spotCheck);
      case 'message':
        return messageLine(unit.message, unit.raw);
      case 'damage':
        number = undefined;
        return { raw: unit.raw, name: 'damage', fields: [['reason', unit.reason]] };
      default:
        return assertNever(unit);
    }
  };
  return (bytes) => reader.push(bytes).map(lineOf);
};

/** Frames of both directions in the words of the document. */
export const createFrameView = (): FrameView => ({ fromDevice: createLines(), toDevice: createLines() });
