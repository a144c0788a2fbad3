import type { AttributeSlot } from '../codec/attributes.ts';
import type { Configuration, MetricObject } from './configuration.ts';
import { ATTRIBUTES, METRICS, MODALITIES, PARTITIONS } from './nomenclature.ts';

const basic: AttributeSlot = { attribute: ATTRIBUTES.basicValue, length: 2 };
const simple: AttributeSlot = { attribute: ATTRIBUTES.simpleValue, length: 4 };
/** Three numbers behind a count and a length. */
const pressures: AttributeSlot = { attribute: ATTRIBUTES.compoundBasicValue, length: 10 };
const stamp: AttributeSlot = { attribute: ATTRIBUTES.timeStamp, length: 8 };

const metric = (
  handle: number,
  code: number,
  unit: number,
  layouts: MetricObject['layouts'],
  more: Partial<Pick<MetricObject, 'parts' | 'modalities'>> = {},
): MetricObject => ({
  class: 'metric',
  handle,
  isNumeric: true,
  type: { partition: PARTITIONS.physiological, code },
  unit,
  isMeasured: true,
  parts: [],
  modalities: [],
  layouts,
  ...more,
});

const oximeter = (layouts: MetricObject['layouts'], modalities: readonly number[]): MetricObject[] => [
  metric(1, METRICS.oxygenSaturation, 0x0220, layouts, { modalities }),
  metric(10, METRICS.oximeterPulseRate, 0x0aa0, layouts, { modalities }),
];

/** Configurations that a standard fixes: an agent that names one of them need not send it. */
const STANDARD: ReadonlyMap<number, readonly MetricObject[]> = new Map([
  // 10404. Continuous; the published report H241_ID_0190 has a time stamp behind each number, which its table does not name.
  [0x0190, oximeter([[basic], [basic, stamp]], [])],
  // 10404. Spot check.
  [0x0191, oximeter([[basic, stamp]], [MODALITIES.spot])],
  // 10407.
  [
    0x02bc,
    [
      metric(1, METRICS.cuffPressures, 0x0f20, [[pressures, stamp]], {
        parts: [METRICS.systolic, METRICS.diastolic, METRICS.mean],
      }),
      metric(2, METRICS.cuffPulseRate, 0x0aa0, [[basic, stamp]]),
    ],
  ],
  // 10408. One published table has a SFLOAT, another one a FLOAT: the length of the report tells them apart.
  [
    0x0320,
    [
      metric(1, 19_292, 0x17a0, [
        [basic, stamp],
        [simple, stamp],
      ]),
    ],
  ],
  // 10415.
  [0x05dc, [metric(1, METRICS.bodyMass, 0x06c3, [[simple, stamp]])]],
  // 10417.
  [0x06a4, [metric(1, 29_112, 0x0852, [[basic, stamp]])]],
]);

/** Ids below this one are fixed by a standard; an agent with another configuration uses one from here up to 7FFF. */
export const FIRST_EXTENDED_ID = 0x4000;

/** The configuration that a standard fixes for an id. */
export const standardConfiguration = (id: number): Configuration | undefined => {
  const objects = STANDARD.get(id);
  return objects && { id, objects: new Map(objects.map((object) => [object.handle, object])) };
};
