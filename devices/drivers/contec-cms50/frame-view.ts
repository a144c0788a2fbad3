import { toHex } from '../../kit/bytes.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import {
  COMMANDS,
  createHostReader,
  createPacketReader,
  type Packet,
  type PacketEvent,
  TYPES,
} from './packets.ts';
import { decodeRealTime, type Numbers } from './protocol.ts';
import { storedSeconds } from './stored-data.ts';

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [TYPES.realTime]: 'real-time data',
  [TYPES.deviceId]: 'device id',
  [TYPES.commandResult]: 'command result',
  [TYPES.stopped]: 'transfer stopped',
  [TYPES.perfusionIndexSupport]: 'PI support',
  [TYPES.storedData]: 'stored data',
  [TYPES.storedWithIndex]: 'stored data with PI',
};
const COMMAND_NAMES: Readonly<Record<number, string>> = {
  [COMMANDS.startRealTime]: 'start real time',
  [COMMANDS.stopRealTime]: 'stop real time',
  [COMMANDS.stopStoredData]: 'stop stored data',
  [COMMANDS.deviceId]: 'device id?',
  [COMMANDS.perfusionIndexSupport]: 'PI support?',
  [COMMANDS.keepAlive]: 'keep-alive',
};

const hexByte = (byte: number): string => toHex(Uint8Array.of(byte));

const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

const realTimeFields = (data: Uint8Array): FrameLine['fields'] => {
  const frame = decodeRealTime(data);
  const marks = [
    frame.probeError ? 'probe error' : undefined,
    frame.searching ? 'searching' : undefined,
    frame.searchingTooLong ? 'searching too long' : undefined,
    frame.saturationLow ? 'SpO2 low' : undefined,
    frame.beep ? 'beep' : undefined,
  ].filter((mark) => mark !== undefined);
  return [
    ['SpO2', shown(frame.oxygenSaturation)],
    ['pulse', shown(frame.pulseRate)],
    ['PI', shown(frame.perfusionIndex)],
    ['signal', String(frame.signal)],
    ['wave', String(frame.waveform)],
    ...(marks.length === 0 ? [] : ([['status', marks.join(', ')]] as const)),
  ];
};

const storedFields = ({ oxygenSaturation, pulseRate, perfusionIndex }: Numbers): FrameLine['fields'] => [
  ['SpO2', shown(oxygenSaturation)],
  ['pulse', shown(pulseRate)],
  ...(perfusionIndex === undefined ? [] : ([['PI', shown(perfusionIndex)]] as const)),
];

const fieldsOf = (packet: Packet): FrameLine['fields'] => {
  if (packet.type === TYPES.realTime) return realTimeFields(packet.data);
  const seconds = storedSeconds(packet);
  return seconds.length > 0 ? seconds.flatMap(storedFields) : [['data', toHex(packet.data)]];
};

const lineOf = (event: PacketEvent): FrameLine => {
  if (event.type === 'damage') return { raw: event.raw, name: 'damage', fields: [] };
  const { type, raw } = event.packet;
  return { raw, name: TYPE_NAMES[type] ?? `type ${hexByte(type)}`, fields: fieldsOf(event.packet) };
};

/** Packets of both directions in the words of the V7.0 document. */
export const createFrameView = (): FrameView => {
  const device = createPacketReader();
  const host = createHostReader();
  return {
    fromDevice: (bytes) => device.push(bytes).map(lineOf),
    toDevice: (bytes) =>
      host.push(bytes).map(({ command, raw }) => ({
        raw,
        name: COMMAND_NAMES[command] ?? `command ${hexByte(command)}`,
        fields: [],
      })),
  };
};
