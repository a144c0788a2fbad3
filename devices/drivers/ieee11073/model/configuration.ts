import { type AttributeSlot, type Attributes, readAttributes, readSlots } from '../codec/attributes.ts';
import { type ByteReader, readAll } from '../codec/byte-reader.ts';
import { ATTRIBUTES, CLASSES, MODALITIES } from './nomenclature.ts';

/** Partition and code of what an object is. */
export interface ObjectType {
  readonly partition: number;
  readonly code: number;
}

/** An object that measures: a number, a status, a wave. */
export interface MetricObject {
  readonly class: 'metric';
  readonly handle: number;
  readonly isNumeric: boolean;
  readonly type: ObjectType;
  readonly unit: number | undefined;
  /** False for what a person entered, a setting or a calculation: nobody measured it. */
  readonly isMeasured: boolean;
  /** Types of the numbers of a compound, in their order. */
  readonly parts: readonly number[];
  /** What kind of measurement it is, e.g. fast or spot. */
  readonly modalities: readonly number[];
  /** How a fixed report lays out its attributes; where several are known, their lengths differ. */
  readonly layouts: readonly (readonly AttributeSlot[])[];
}

/** An object that sends the attributes of others together. */
export interface ScannerObject {
  readonly class: 'scanner';
  readonly handle: number;
  readonly isPeriodic: boolean;
  /** Layout of a grouped report: whose attributes follow one another. */
  readonly group: readonly { readonly handle: number; readonly slots: readonly AttributeSlot[] }[];
}

export type AgentObject =
  | MetricObject
  | ScannerObject
  | { readonly class: 'pm-store'; readonly handle: number }
  | { readonly class: 'other'; readonly handle: number };

/** What an agent consists of. */
export interface Configuration {
  readonly id: number;
  readonly objects: ReadonlyMap<number, AgentObject>;
}

/** Bits of Metric-Spec-Small that say that a value was not measured: entered by hand, a setting, a calculation. */
const NOT_MEASURED = 0x000e;

const METRIC_CLASSES: ReadonlySet<number> = new Set([CLASSES.enumeration, CLASSES.numeric, CLASSES.waveform]);

const readType = (reader: ByteReader): ObjectType => ({ partition: reader.u16(), code: reader.u16() });

/** Reads attributes by id and remembers whether one of them contradicted itself. */
const createAttributeReader = (attributes: Attributes) => {
  let broken = false;
  return {
    isBroken: () => broken,
    get: <T>(attribute: number, read: (reader: ByteReader) => T): T | undefined => {
      const bytes = attributes.get(attribute);
      if (bytes === undefined) return undefined;
      const value = readAll(bytes, read);
      broken ||= value === undefined;
      return value;
    },
  };
};

const readMetric = (
  objectClass: number,
  handle: number,
  attributes: Attributes,
): MetricObject | undefined => {
  const reader = createAttributeReader(attributes);
  const type = reader.get(ATTRIBUTES.type, readType);
  const specification = reader.get(ATTRIBUTES.metricSpecification, (inner) => inner.u16()) ?? 0;
  const layout = reader.get(ATTRIBUTES.valueMap, readSlots);
  const object = {
    class: 'metric' as const,
    handle,
    isNumeric: objectClass === CLASSES.numeric,
    unit: reader.get(ATTRIBUTES.unit, (inner) => inner.u16()),
    isMeasured: (specification & NOT_MEASURED) === 0,
    parts: reader.get(ATTRIBUTES.compoundTypes, (inner) => inner.list((item) => item.u16())) ?? [],
    modalities: (reader.get(ATTRIBUTES.supplementalTypes, (inner) => inner.list(readType)) ?? []).map(
      ({ code }) => code,
    ),
    layouts: layout === undefined ? [] : [layout],
  };
  return type === undefined || reader.isBroken() ? undefined : { ...object, type };
};

const readScanner = (
  objectClass: number,
  handle: number,
  attributes: Attributes,
): ScannerObject | undefined => {
  const reader = createAttributeReader(attributes);
  const group = reader.get(ATTRIBUTES.scanHandleValueMap, (inner) =>
    inner.list((item) => ({ handle: item.u16(), slots: readSlots(item) })),
  );
  if (reader.isBroken()) return undefined;
  return {
    class: 'scanner',
    handle,
    isPeriodic: objectClass === CLASSES.periodicScanner,
    group: group ?? [],
  };
};

const readObject = (reader: ByteReader): AgentObject | undefined => {
  const objectClass = reader.u16();
  const handle = reader.u16();
  const attributes = readAttributes(reader);
  if (METRIC_CLASSES.has(objectClass)) return readMetric(objectClass, handle, attributes);
  switch (objectClass) {
    case CLASSES.episodicScanner:
    case CLASSES.periodicScanner:
      return readScanner(objectClass, handle, attributes);
    case CLASSES.pmStore:
      return { class: 'pm-store', handle };
    default:
      return { class: 'other', handle };
  }
};

/** Reads a configuration report; undefined when it contradicts itself or names a handle twice. */
export const readConfiguration = (information: Uint8Array): Configuration | undefined =>
  readAll(information, (reader) => {
    const id = reader.u16();
    const objects = new Map<number, AgentObject>();
    for (const object of reader.list(readObject)) {
      if (object === undefined || objects.has(object.handle)) reader.refuse();
      else objects.set(object.handle, object);
    }
    return { id, objects };
  });

/** Modalities from the one that a reading is made of to the one that it is not, when an agent measures the same in several ways. */
const MODALITY_ORDER: readonly (number | undefined)[] = [
  undefined,
  MODALITIES.spot,
  MODALITIES.slow,
  MODALITIES.fast,
];

const rankOf = ({ modalities }: MetricObject): number => {
  const ranks = modalities.map((modality) => MODALITY_ORDER.indexOf(modality));
  return Math.max(0, ...ranks);
};

/** Handles of objects that measure what a better one of the same agent measures too: a fast response beside the averaged value. */
export const secondaryHandles = ({ objects }: Configuration): ReadonlySet<number> => {
  const metrics = [...objects.values()].filter((object) => object.class === 'metric');
  const isBetter = (other: MetricObject, object: MetricObject): boolean =>
    other.type.code === object.type.code &&
    other.type.partition === object.type.partition &&
    rankOf(other) < rankOf(object);
  return new Set(
    metrics.filter((object) => metrics.some((other) => isBetter(other, object))).map(({ handle }) => handle),
  );
};

/** Whether numbers come only when a person measures on purpose (spot check), not as a stream. */
export const isSpotCheck = ({ objects }: Configuration): boolean =>
  [...objects.values()].some(
    (object) => object.class === 'metric' && object.modalities.includes(MODALITIES.spot),
  );

/** The object with the attributes that a report changed for good: its unit, and how its values are laid out. */
export const withChanges = (object: MetricObject, attributes: Attributes): MetricObject => {
  const reader = createAttributeReader(attributes);
  const unit = reader.get(ATTRIBUTES.unit, (inner) => inner.u16());
  const layout = reader.get(ATTRIBUTES.valueMap, readSlots);
  if (unit === undefined && layout === undefined) return object;
  return { ...object, unit: unit ?? object.unit, layouts: layout === undefined ? object.layouts : [layout] };
};
