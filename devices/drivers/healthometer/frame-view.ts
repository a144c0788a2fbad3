import type { FrameLine, FrameView } from '../../kit/driver.ts';
import { createMask } from './mask.ts';
import { readPacket } from './packet-fields.ts';
import { createPacketReader, type PacketEvent } from './packets.ts';

const UNITS = { metric: { mass: 'kg', length: 'cm' }, imperial: { mass: 'lb', length: 'in' } } as const;

const lineOf = ({ raw, type }: PacketEvent): FrameLine => {
  const fields = type === 'packet' ? readPacket(raw) : undefined;
  if (fields === undefined) return { raw, name: 'damage', fields: [] };
  const { weight, height, bodyMassIndex, tare } = fields;
  const units = UNITS[fields.unit];
  const shown = [
    ['Weight', weight, units.mass],
    ['Height', height, units.length],
    ['BMI', bodyMassIndex, ''],
    ['Tare', tare, units.mass],
  ] as const;
  return {
    raw,
    name: height === undefined ? 'weight packet (2400 baud)' : 'weight packet',
    fields: shown.flatMap(([name, number, unit]) =>
      number === undefined
        ? []
        : [[name, `${number.value.toFixed(number.decimals)} ${unit}`.trim()] as const],
    ),
  };
};

/** Packets of the scale in the words of the document, the patient's identification masked in their bytes; the scale is never spoken to. */
export const createFrameView = (): FrameView => {
  const mask = createMask();
  const reader = createPacketReader();
  return { fromDevice: (bytes) => reader.push(mask.push(bytes)).map(lineOf), toDevice: () => [] };
};
