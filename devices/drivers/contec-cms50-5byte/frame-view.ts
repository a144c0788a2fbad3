import { assertNever } from '#core/result.ts';
import type { FrameLine, FrameView } from '../../kit/driver.ts';
import type { ReadUnit } from '../../kit/unit-reader.ts';
import { type CommandName, createHostReader } from './commands.ts';
import type { LivePacket } from './live-packet.ts';
import { createPacketReader, type Unit } from './packet-reader.ts';

const COMMAND_NAMES: Readonly<Record<CommandName, string>> = {
  recording: 'recording?',
  live: 'live data',
};

const shown = (value: number | undefined): string => (value === undefined ? '-' : String(value));

const liveFields = (packet: LivePacket): FrameLine['fields'] => {
  const marks = [
    packet.probeError ? 'probe error' : undefined,
    packet.searching ? 'searching' : undefined,
    packet.searchingTooLong ? 'searching too long' : undefined,
    packet.saturationDropping ? 'SpO2 dropping' : undefined,
    packet.beep ? 'beep' : undefined,
  ].filter((mark) => mark !== undefined);
  return [
    ['SpO2', shown(packet.oxygenSaturation)],
    ['pulse', shown(packet.pulseRate)],
    ['signal', shown(packet.signal)],
    ['wave', String(packet.wave)],
    ['bar', String(packet.bar)],
    ...(marks.length === 0 ? [] : ([['status', marks.join(', ')]] as const)),
  ];
};

const unitLine = (unit: Unit): FrameLine => {
  switch (unit.type) {
    case 'live':
      return { raw: unit.packet.raw, name: 'live data', fields: liveFields(unit.packet) };
    case 'recording':
      return { raw: unit.raw, name: 'recording', fields: [['seconds', shown(unit.seconds)]] };
    case 'stored': {
      const { oxygenSaturation, pulseRate, raw } = unit.sample;
      const fields = [
        ['SpO2', shown(oxygenSaturation)],
        ['pulse', shown(pulseRate)],
      ] as const;
      return { raw, name: 'stored second', fields };
    }
    default:
      return assertNever(unit);
  }
};

const lineOf = (read: ReadUnit<Unit>): FrameLine =>
  read.type === 'unit' ? unitLine(read.unit) : { raw: read.raw, name: 'damage', fields: [] };

/** Packets of both directions in the words of V5.0A; of the recording in those of its source. */
export const createFrameView = (): FrameView => {
  const device = createPacketReader();
  const host = createHostReader();
  return {
    fromDevice: (bytes) => device.push(bytes).map(lineOf),
    toDevice: (bytes) =>
      host.push(bytes).map(({ name, raw }) => ({
        raw,
        name: name === undefined ? 'other bytes' : COMMAND_NAMES[name],
        fields: [],
      })),
  };
};
