import { encodeAbsoluteTime } from './codec/absolute-time.ts';
import { writeDataApdu } from './codec/apdu.ts';
import { type AttributeSlot, writeAttributes, writeSlots } from './codec/attributes.ts';
import { join, list, octets, u16, u32 } from './codec/byte-writer.ts';
import { MESSAGES } from './codec/messages.ts';
import { ATTRIBUTES, CLASSES, EVENTS, PARTITIONS } from './model/nomenclature.ts';

/** Bytes of agents that no simulator is, for tests: an object, a configuration of objects, a report of values. */
export interface ObjectOptions {
  readonly handle?: number;
  readonly objectClass?: number;
  readonly partition?: number;
  readonly code: number;
  readonly unit?: number;
  readonly slots?: readonly AttributeSlot[];
  readonly more?: readonly (readonly [attribute: number, value: Uint8Array])[];
}

/** Value of a SFLOAT, its status, its time. */
export const BASIC_SLOTS: readonly AttributeSlot[] = [
  { attribute: ATTRIBUTES.basicValue, length: 2 },
  { attribute: ATTRIBUTES.measurementStatus, length: 2 },
  { attribute: ATTRIBUTES.timeStamp, length: 8 },
];

export const objectBytes = ({
  handle = 1,
  objectClass = CLASSES.numeric,
  partition = PARTITIONS.physiological,
  code,
  unit,
  slots = BASIC_SLOTS,
  more = [],
}: ObjectOptions): Uint8Array =>
  join(
    u16(objectClass),
    u16(handle),
    writeAttributes(
      new Map([
        [ATTRIBUTES.type, join(u16(partition), u16(code))],
        ...(unit === undefined ? [] : ([[ATTRIBUTES.unit, u16(unit)]] as const)),
        [ATTRIBUTES.valueMap, writeSlots(slots)],
        ...more,
      ]),
    ),
  );

export const eventApdu = (event: number, information: Uint8Array, handle = 0, invokeId = 7): Uint8Array =>
  writeDataApdu(
    invokeId,
    MESSAGES.confirmedEvent,
    join(u16(handle), u32(0), u16(event), octets(information)),
  );

export const configurationApdu = (objects: readonly Uint8Array[], id = 0x4000): Uint8Array =>
  eventApdu(EVENTS.configuration, join(u16(id), list(objects)));

/** A fixed report of the agent as a whole: one octet string for each handle. */
export const fixedReport = (...said: readonly (readonly [handle: number, value: Uint8Array])[]): Uint8Array =>
  eventApdu(
    0x0d1d,
    join(u16(0xf000), u16(0), list(said.map(([handle, value]) => join(u16(handle), octets(value))))),
  );

/** A report that names its attributes. */
export const varReport = (
  ...said: readonly (readonly [handle: number, attributes: ReadonlyMap<number, Uint8Array>])[]
): Uint8Array =>
  eventApdu(
    0x0d1e,
    join(
      u16(0xf000),
      u16(0),
      list(said.map(([handle, attributes]) => join(u16(handle), writeAttributes(attributes)))),
    ),
  );

/** The bytes of `BASIC_SLOTS`. */
export const basicValue = (sfloat: number, status = 0, at = '2026-03-02T09:41:05'): Uint8Array =>
  join(u16(sfloat), u16(status), encodeAbsoluteTime(at));

export const SPO2: ObjectOptions = { handle: 1, code: 0x4bb8, unit: 0x0220 };
export const PULSE: ObjectOptions = { handle: 10, code: 0x481a, unit: 0x0aa0 };
export const WEIGHT: ObjectOptions = { code: 0xe140, unit: 0x06c3 };

/** The configuration of an agent that consists of these. */
export const configured = (...objects: ObjectOptions[]): Uint8Array =>
  configurationApdu(objects.map(objectBytes));
