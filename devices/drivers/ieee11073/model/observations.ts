import { assertNever, fail, ok, type Result } from '#core/result.ts';
import { type AttributeSlot, type Attributes, lengthOfSlots, takeSlots } from '../codec/attributes.ts';
import { createByteReader } from '../codec/byte-reader.ts';
import type { ScanReport } from '../codec/scan-reports.ts';
import type { SegmentEntry } from '../codec/segments.ts';
import type { AgentObject, Configuration, MetricObject } from './configuration.ts';
import { ATTRIBUTES } from './nomenclature.ts';

/** What one object of an agent says of itself at one moment. */
export interface Observation {
  readonly object: AgentObject;
  readonly attributes: Attributes;
}

/** Observations of one person that came together. */
export interface ObservationGroup {
  /** The agent's own number of the person; undefined when it names none. */
  readonly person: number | undefined;
  readonly observations: readonly Observation[];
}

/** Why bytes cannot be told apart, for the technician. */
type Unreadable = string;

/** The agent itself: it reports its battery, its clock and the like. */
const SYSTEM: AgentObject = { class: 'other', handle: 0 };

const objectOf = (configuration: Configuration, handle: number): Result<AgentObject, Unreadable> => {
  const object = handle === SYSTEM.handle ? SYSTEM : configuration.objects.get(handle);
  return object === undefined ? fail(`handle ${handle} is not in the configuration`) : ok(object);
};

const cut = (bytes: Uint8Array, slots: readonly AttributeSlot[]): Attributes =>
  takeSlots(createByteReader(bytes), slots);

const readFixed = (
  configuration: Configuration,
  { handle, bytes }: { readonly handle: number; readonly bytes: Uint8Array },
): Result<Observation, Unreadable> => {
  const found = objectOf(configuration, handle);
  if (!found.ok) return found;
  const object = found.value;
  const layouts = object.class === 'metric' ? object.layouts : [];
  const layout = layouts.find((slots) => lengthOfSlots(slots) === bytes.length);
  if (layout === undefined) return fail(`${bytes.length} bytes of handle ${handle} do not fit its value map`);
  return ok({ object, attributes: cut(bytes, layout) });
};

const readVar = (
  configuration: Configuration,
  { handle, attributes }: { readonly handle: number; readonly attributes: Attributes },
): Result<Observation, Unreadable> => {
  const found = objectOf(configuration, handle);
  return found.ok ? ok({ object: found.value, attributes }) : found;
};

const readGroup = (
  configuration: Configuration,
  scanner: AgentObject,
  bytes: Uint8Array,
): Result<Observation, Unreadable>[] => {
  const group = scanner.class === 'scanner' ? scanner.group : [];
  const length = group.reduce((sum, { slots }) => sum + lengthOfSlots(slots), 0);
  if (group.length === 0 || length !== bytes.length)
    return [fail(`${bytes.length} bytes do not fit the value map of scanner ${scanner.handle}`)];
  const reader = createByteReader(bytes);
  return group.map(({ handle, slots }) => {
    const attributes = takeSlots(reader, slots);
    const found = objectOf(configuration, handle);
    return found.ok ? ok({ object: found.value, attributes }) : found;
  });
};

const together = (
  person: number | undefined,
  results: readonly Result<Observation, Unreadable>[],
): Result<ObservationGroup, Unreadable> => {
  const observations: Observation[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    observations.push(result.value);
  }
  return ok({ person, observations });
};

const all = <T>(results: readonly Result<T, Unreadable>[]): Result<readonly T[], Unreadable> => {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
};

const isMetric = (object: AgentObject): object is MetricObject => object.class === 'metric';

/**
 * What a report says, object by object. Anything in it that the configuration does not explain makes all of it unreadable: a report
 * that does not fit is one of another configuration.
 */
export const observe = (
  configuration: Configuration,
  sender: number,
  report: ScanReport,
): Result<readonly ObservationGroup[], Unreadable> => {
  const scanner = objectOf(configuration, sender);
  if (!scanner.ok) return scanner;
  const isSender = report.sender === 'system' ? sender === SYSTEM.handle : scanner.value.class === 'scanner';
  if (!isSender) return fail(`handle ${sender} does not send reports of this kind`);
  switch (report.form) {
    case 'fixed':
      return all(
        report.parts.map(({ person, values }) =>
          together(
            person,
            values.map((value) => readFixed(configuration, value)),
          ),
        ),
      );
    case 'var':
      return all(
        report.parts.map(({ person, values }) =>
          together(
            person,
            values.map((value) => readVar(configuration, value)),
          ),
        ),
      );
    case 'grouped':
      return all(
        report.parts.map(({ person, values }) =>
          together(person, readGroup(configuration, scanner.value, values)),
        ),
      );
    default:
      return assertNever(report);
  }
};

/** What one stored entry says; elements of objects that the configuration does not have are told by the segment's own map alone. */
export const observeEntry = (
  configuration: Configuration,
  entry: SegmentEntry,
  person: number | undefined,
): ObservationGroup => ({
  person,
  observations: entry.values.map(({ element, bytes }) => {
    const known = configuration.objects.get(element.handle);
    const attributes = new Map(cut(bytes, element.slots));
    if (entry.absoluteTime !== undefined && !attributes.has(ATTRIBUTES.timeStamp))
      attributes.set(ATTRIBUTES.timeStamp, entry.absoluteTime);
    if (known === undefined || !isMetric(known))
      return { object: { class: 'other', handle: element.handle }, attributes };
    // The segment's map is the nearer witness of what its entries are: a meter keeps control solution in a segment of its own.
    return { object: { ...known, type: element.type }, attributes };
  }),
});
