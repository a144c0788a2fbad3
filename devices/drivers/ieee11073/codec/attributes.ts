import type { ByteReader } from './byte-reader.ts';
import { join, list, octets, u16 } from './byte-writer.ts';

/** Attribute values by attribute id. */
export type Attributes = ReadonlyMap<number, Uint8Array>;

/** One place of an attribute value map: which attribute, and how many bytes it takes. */
export interface AttributeSlot {
  readonly attribute: number;
  readonly length: number;
}

/** Reads an AttributeList; one that names an attribute twice contradicts itself. */
export const readAttributes = (reader: ByteReader): Attributes => {
  const entries = reader.list((item): [number, Uint8Array] => [item.u16(), item.octets()]);
  const attributes = new Map(entries);
  if (attributes.size !== entries.length) reader.refuse();
  return attributes;
};

/** The bytes of an AttributeList. */
export const writeAttributes = (attributes: Attributes): Uint8Array =>
  list([...attributes].map(([attribute, value]) => join(u16(attribute), octets(value))));

/** Reads an AttrValMap. */
export const readSlots = (reader: ByteReader): AttributeSlot[] =>
  reader.list((item) => ({ attribute: item.u16(), length: item.u16() }));

/** The bytes of an AttrValMap. */
export const writeSlots = (slots: readonly AttributeSlot[]): Uint8Array =>
  list(slots.map(({ attribute, length }) => join(u16(attribute), u16(length))));

/** How many bytes the values of these slots take together. */
export const lengthOfSlots = (slots: readonly AttributeSlot[]): number =>
  slots.reduce((sum, { length }) => sum + length, 0);

/** Takes the values of these slots, which follow one another without ids. */
export const takeSlots = (reader: ByteReader, slots: readonly AttributeSlot[]): Attributes =>
  new Map(slots.map(({ attribute, length }) => [attribute, reader.take(length)]));
