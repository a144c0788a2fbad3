import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { decodeAbsoluteTime } from '../codec/absolute-time.ts';
import type { Attributes } from '../codec/attributes.ts';
import { type ByteReader, readAll } from '../codec/byte-reader.ts';
import { ATTRIBUTES } from './nomenclature.ts';

/** Kinds of entry of a production specification (20601, ProdSpecEntry). */
const SPECIFICATIONS = { serial: 1, software: 4, firmware: 5 } as const;

const ON_BATTERY = 0x4000;
/** The standard names no limit; a battery at a tenth of its charge may not last the visit. */
const LOW_CHARGE_PERCENT = 10;

/** Printable text; agents end theirs with zeros or blanks. */
const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ''))
    .join('')
    .trim();

const read = <T>(
  attributes: Attributes,
  attribute: number,
  reading: (reader: ByteReader) => T,
): T | undefined => {
  const bytes = attributes.get(attribute);
  return bytes && readAll(bytes, reading);
};

const specificationsOf = (attributes: Attributes): ReadonlyMap<number, string> =>
  new Map(
    read(attributes, ATTRIBUTES.productionSpecification, (reader) =>
      reader.list((item): [number, string] => {
        const kind = item.u16();
        item.u16();
        // Accu-Chek writes `serial-number: 92500000042`.
        return [kind, textOf(item.octets()).replace(/^[a-z-]+: */, '')];
      }),
    ),
  );

/** What an agent says of itself (model, production specification); what it leaves out is as in `known`. */
export const identityOf = (attributes: Attributes, known: DeviceIdentity): DeviceIdentity => {
  const model = read(attributes, ATTRIBUTES.model, (reader) => ({
    maker: textOf(reader.octets()),
    model: textOf(reader.octets()),
  }));
  const specifications = specificationsOf(attributes);
  const serial = specifications.get(SPECIFICATIONS.serial) || known.serial;
  const firmware =
    specifications.get(SPECIFICATIONS.firmware) ||
    specifications.get(SPECIFICATIONS.software) ||
    known.firmware;
  return {
    maker: model?.maker || known.maker,
    model: model?.model || known.model,
    ...(serial === undefined ? {} : { serial }),
    ...(firmware === undefined ? {} : { firmware }),
  };
};

/** What the agent's clock shows, local; undefined when it says nothing that is a time. */
export const clockOf = (attributes: Attributes): string | undefined => {
  const bytes = attributes.get(ATTRIBUTES.time);
  const time = bytes && decodeAbsoluteTime(bytes);
  return time?.type === 'time' ? time.local : undefined;
};

/** How the agent is powered; undefined when it says neither. */
export const batteryOf = (attributes: Attributes): 'low' | 'good' | undefined => {
  const power = read(attributes, ATTRIBUTES.powerStatus, (reader) => reader.u16());
  const charge = read(attributes, ATTRIBUTES.batteryCharge, (reader) => reader.u16());
  if (charge === undefined) return power === undefined || (power & ON_BATTERY) !== 0 ? undefined : 'good';
  const runsOnBattery = power === undefined || (power & ON_BATTERY) !== 0;
  return runsOnBattery && charge <= LOW_CHARGE_PERCENT ? 'low' : 'good';
};
