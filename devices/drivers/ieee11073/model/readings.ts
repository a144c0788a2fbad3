import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import {
  KIND_VALUES,
  type Quantity,
  type ReadingKind,
  type ValueKey,
  type Values,
} from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { decodeAbsoluteTime } from '../codec/absolute-time.ts';
import type { Attributes } from '../codec/attributes.ts';
import type { MetricObject } from './configuration.ts';
import { type DeviceStatus, statusOf } from './device-status.ts';
import type { Refusal } from './measurement-status.ts';
import { type MetricValue, valuesOf } from './metric-values.ts';
import { ATTRIBUTES } from './nomenclature.ts';
import type { Observation, ObservationGroup } from './observations.ts';

/** What stands behind the readings of a group. */
export interface ReadingContext {
  readonly device: DeviceIdentity;
  /** Of every reading. */
  readonly flags: readonly ReadingFlag[];
  /** Of every valid one. */
  readonly validFlags: readonly ReadingFlag[];
}

/** Values of one kind, of one moment. */
interface Bucket {
  readonly kind: ReadingKind;
  readonly time: string | undefined;
  readonly values: Map<ValueKey, MetricValue['outcome']>;
}

const isMetric = (observation: Observation): observation is Observation & { object: MetricObject } =>
  observation.object.class === 'metric';

/** Time of an observation: undefined without one, null for bytes that are none. An oximeter is known to call its time stamp a clock. */
const timeOf = (attributes: Attributes): string | undefined | null => {
  const bytes = attributes.get(ATTRIBUTES.timeStamp) ?? attributes.get(ATTRIBUTES.time);
  const time = bytes && decodeAbsoluteTime(bytes);
  if (time === undefined || time.type === 'unset') return undefined;
  return time.type === 'time' ? time.local : null;
};

/**
 * Times of the observations, in their order; null for one that is none. In a report of a single moment, what has no time is of that
 * moment: a scanner stamps one value for all.
 */
const timesOf = (observations: readonly Observation[]): (string | undefined | null)[] => {
  const times = observations.map(({ attributes }) => timeOf(attributes));
  const moments = new Set(times.filter((time) => time !== undefined));
  const [moment] = moments;
  return moments.size === 1 ? times.map((time) => time ?? moment) : times;
};

const statusesOf = (observations: readonly Observation[]): DeviceStatus[] =>
  observations.filter(isMetric).flatMap(({ object, attributes }) => {
    const bits = attributes.get(ATTRIBUTES.basicBits) ?? attributes.get(ATTRIBUTES.simpleBits);
    const status = bits && statusOf(object.type, bits);
    return status === undefined ? [] : [status];
  });

/** Puts values that belong together side by side: one kind, one moment, each value once. */
const createBuckets = () => {
  const buckets: Bucket[] = [];
  return {
    buckets,
    add: ({ kind, key, outcome }: MetricValue, time: string | undefined): void => {
      const open = buckets.findLast((bucket) => bucket.kind === kind && bucket.time === time);
      if (open !== undefined && !open.values.has(key)) open.values.set(key, outcome);
      else buckets.push({ kind, time, values: new Map([[key, outcome]]) });
    },
  };
};

const refusalIn = ({ kind, values }: Bucket): Refusal | undefined => {
  for (const key of KIND_VALUES[kind].required) {
    const outcome = values.get(key);
    if (outcome === undefined) return { reason: 'no-value', detail: `no ${key}` };
    if ('reason' in outcome) return outcome;
  }
  return undefined;
};

const quantitiesIn = ({ kind, values }: Bucket): Values => {
  const { required, optional } = KIND_VALUES[kind];
  return Object.fromEntries(
    [...required, ...optional].flatMap((key): [ValueKey, Quantity][] => {
      const outcome = values.get(key);
      // An optional number that is none is left out: the others stand without it.
      return outcome !== undefined && 'quantity' in outcome ? [[key, outcome.quantity]] : [];
    }),
  );
};

const concerns = (status: DeviceStatus, kind: ReadingKind): boolean =>
  status.kind === undefined || status.kind === kind;

const readingOf = (
  bucket: Bucket,
  statuses: readonly DeviceStatus[],
  context: ReadingContext,
): DecodedReading => {
  const { kind, time } = bucket;
  const own = statuses.filter((status) => concerns(status, kind));
  const flags = [...new Set([...context.flags, ...own.flatMap((status) => status.flags)])];
  const common = {
    kind,
    ...(time === undefined ? {} : { deviceTime: time }),
    flags,
    device: context.device,
    frames: 1,
  };
  const refusal = own.find((status) => status.refusal !== undefined)?.refusal ?? refusalIn(bucket);
  if (refusal !== undefined) return { ...common, status: 'invalid', ...refusal };
  const values = quantitiesIn(bucket);
  if (!isPlausible(values)) return { ...common, status: 'invalid', reason: 'out-of-range' };
  return { ...common, status: 'valid', values, flags: [...flags, ...context.validFlags] };
};

const hasRequired = ({ kind, values }: Bucket): boolean =>
  KIND_VALUES[kind].required.some((key) => values.has(key));

/** A status that takes numbers away is told even when no number came with it. */
const refusedAlone = (
  statuses: readonly DeviceStatus[],
  buckets: readonly Bucket[],
  { device, flags }: ReadingContext,
): DecodedReading[] =>
  statuses.flatMap(({ kind, refusal }): DecodedReading[] =>
    kind === undefined || refusal === undefined || buckets.some((bucket) => bucket.kind === kind)
      ? []
      : [{ kind, status: 'invalid', ...refusal, flags: [...flags], device, frames: 1 }],
  );

/** The readings of observations that came together; undefined when an object contradicts itself. */
export const readingsOf = (
  { observations }: ObservationGroup,
  context: ReadingContext,
): readonly DecodedReading[] | undefined => {
  const statuses = statusesOf(observations);
  const { buckets, add } = createBuckets();
  const metrics = observations.filter(isMetric);
  const times = timesOf(metrics);
  for (const [index, { object, attributes }] of metrics.entries()) {
    const values = valuesOf(object, attributes);
    const time = times[index];
    if (values === undefined || time === null) return undefined;
    for (const value of values) add(value, time);
  }
  const measured = buckets.filter(hasRequired);
  return [
    ...measured.map((bucket) => readingOf(bucket, statuses, context)),
    ...refusedAlone(statuses, measured, context),
  ];
};
