import { encodeAbsoluteTime } from '../codec/absolute-time.ts';
import type { Attributes } from '../codec/attributes.ts';
import { join, list, octets, u16 } from '../codec/byte-writer.ts';
import { ATTRIBUTES } from '../model/nomenclature.ts';
import type { SimulatedAgent } from './agents.ts';

const text = (value: string): Uint8Array => octets(Uint8Array.from(value, (letter) => letter.charCodeAt(0)));
const specification = (kind: number, value: string): Uint8Array => join(u16(kind), u16(0), text(value));

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );

const ON_BATTERY = 0x4000;
const CHARGE = { good: 90, low: 5 } as const;

/** The attributes of a simulated agent's MDS object. */
export const describeSystem = (agent: SimulatedAgent, localTime: string, batteryLow: boolean): Attributes =>
  new Map([
    [ATTRIBUTES.systemTypes, list([join(u16(agent.profile), u16(1))])],
    [ATTRIBUTES.model, join(text('Simulated'), text(agent.model))],
    [ATTRIBUTES.systemId, octets(bytesOfHex(agent.systemId))],
    [ATTRIBUTES.productionSpecification, list([specification(1, 'SN-0001'), specification(5, '1.0')])],
    [ATTRIBUTES.time, encodeAbsoluteTime(localTime)],
    [ATTRIBUTES.powerStatus, u16(ON_BATTERY)],
    [ATTRIBUTES.batteryCharge, u16(batteryLow ? CHARGE.low : CHARGE.good)],
  ]);
