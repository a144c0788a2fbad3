import type { Values } from '#core/vitals/kinds.ts';
import { encodeAbsoluteTime } from '../codec/absolute-time.ts';
import { type AttributeSlot, type Attributes, writeAttributes, writeSlots } from '../codec/attributes.ts';
import { join, list, u16 } from '../codec/byte-writer.ts';
import { encodeFloat, encodeSfloat } from '../codec/float.ts';
import { ATTRIBUTES, CLASSES, METRICS, PARTITIONS, STATUSES } from '../model/nomenclature.ts';

export const SPECIALIZATIONS = ['oximeter', 'blood-pressure', 'scale', 'thermometer', 'glucose'] as const;
/** What kind of agent is simulated (the 104xx standard that it follows). */
export type Specialization = (typeof SPECIALIZATIONS)[number];

/** What one object says at one moment. */
export interface SimulatedObservation {
  readonly handle: number;
  readonly attributes: Attributes;
}

/** One number of an agent: where it stands, and how it is written. */
interface NumberObject {
  readonly handle: number;
  readonly code: number;
  readonly unit: number;
  /** Types of a compound's numbers. */
  readonly parts?: readonly number[];
  readonly attribute: number;
  /** The bytes of the value; `undefined` values are written as NaN. */
  write(values: Values): Uint8Array;
}

/** One kind of agent. */
export interface SimulatedAgent {
  readonly systemId: string;
  readonly model: string;
  /** Code of the specialization (partition 8). */
  readonly profile: number;
  readonly knownId: number;
  readonly numbers: readonly NumberObject[];
  /** The status object of its extended configuration. */
  readonly status: {
    readonly handle: number;
    readonly partition: number;
    readonly code: number;
    readonly bytes: 2 | 4;
  };
  /** Whether its standard configuration stamps each number with its time. */
  readonly stampsAlways: boolean;
  readonly keepsRecords: boolean;
}

const SFLOAT_NAN = u16(0x07ff);
const FLOAT_NAN = Uint8Array.of(0, 0x7f, 0xff, 0xff);
const sfloat = (value: number | undefined, decimals = 0): Uint8Array =>
  value === undefined ? SFLOAT_NAN : encodeSfloat(value, decimals);

/** Handle of the memory of an agent that keeps records. */
export const STORE_HANDLE = 0x0100;
/** Handle of the scanner of an oximeter that has one. */
export const SCANNER_HANDLE = 0x0028;

export const AGENTS: Readonly<Record<Specialization, SimulatedAgent>> = {
  oximeter: {
    systemId: '020000FFFE001004',
    model: 'PulseOximeter',
    profile: 0x1004,
    knownId: 0x0190,
    numbers: [
      {
        handle: 1,
        code: METRICS.oxygenSaturation,
        unit: 0x0220,
        attribute: ATTRIBUTES.basicValue,
        write: ({ spo2 }) => sfloat(spo2?.value),
      },
      {
        handle: 10,
        code: METRICS.oximeterPulseRate,
        unit: 0x0aa0,
        attribute: ATTRIBUTES.basicValue,
        write: (values) => sfloat(values['pulse-rate']?.value),
      },
    ],
    status: { handle: 20, partition: PARTITIONS.physiological, code: METRICS.oximeterStatus, bytes: 2 },
    stampsAlways: false,
    keepsRecords: false,
  },
  'blood-pressure': {
    systemId: '020000FFFE001007',
    model: 'BloodPressureMonitor',
    profile: 0x1007,
    knownId: 0x02bc,
    numbers: [
      {
        handle: 1,
        code: METRICS.cuffPressures,
        unit: 0x0f20,
        parts: [METRICS.systolic, METRICS.diastolic, METRICS.mean],
        attribute: ATTRIBUTES.compoundBasicValue,
        write: ({ systolic, diastolic, mean }) =>
          list([systolic, diastolic, mean].map((quantity) => sfloat(quantity?.value))),
      },
      {
        handle: 2,
        code: METRICS.cuffPulseRate,
        unit: 0x0aa0,
        attribute: ATTRIBUTES.basicValue,
        write: (values) => sfloat(values['pulse-rate']?.value),
      },
    ],
    status: { handle: 20, partition: PARTITIONS.diseaseManagement, code: STATUSES.generic, bytes: 4 },
    stampsAlways: true,
    keepsRecords: false,
  },
  scale: {
    systemId: '020000FFFE00100F',
    model: 'WeighingScale',
    profile: 0x100f,
    knownId: 0x05dc,
    numbers: [
      {
        handle: 1,
        code: METRICS.bodyMass,
        unit: 0x06c3,
        attribute: ATTRIBUTES.simpleValue,
        write: ({ weight }) => (weight === undefined ? FLOAT_NAN : encodeFloat(weight.value, 1)),
      },
    ],
    status: { handle: 20, partition: PARTITIONS.diseaseManagement, code: STATUSES.generic, bytes: 4 },
    stampsAlways: true,
    keepsRecords: false,
  },
  thermometer: {
    systemId: '020000FFFE001008',
    model: 'Thermometer',
    profile: 0x1008,
    knownId: 0x0320,
    numbers: [
      {
        handle: 1,
        code: 19_292,
        unit: 0x17a0,
        attribute: ATTRIBUTES.basicValue,
        write: ({ temperature }) => sfloat(temperature?.value, 1),
      },
    ],
    status: { handle: 20, partition: PARTITIONS.diseaseManagement, code: STATUSES.generic, bytes: 4 },
    stampsAlways: true,
    keepsRecords: false,
  },
  glucose: {
    systemId: '020000FFFE001011',
    model: 'GlucoseMeter',
    profile: 0x1011,
    knownId: 0x06a4,
    numbers: [
      {
        handle: 1,
        code: 29_112,
        unit: 0x0852,
        attribute: ATTRIBUTES.basicValue,
        write: ({ glucose }) => sfloat(glucose?.value),
      },
    ],
    status: { handle: 20, partition: PARTITIONS.diseaseManagement, code: STATUSES.glucoseMeter, bytes: 2 },
    stampsAlways: true,
    keepsRecords: true,
  },
};

const stamp: AttributeSlot = { attribute: ATTRIBUTES.timeStamp, length: 8 };
const measurementStatus: AttributeSlot = { attribute: ATTRIBUTES.measurementStatus, length: 2 };
const lengthOf = ({ write }: NumberObject): number => write({}).length;

const type = (partition: number, code: number): Uint8Array => join(u16(partition), u16(code));
const object = (objectClass: number, handle: number, attributes: Attributes): Uint8Array =>
  join(u16(objectClass), u16(handle), writeAttributes(attributes));

const numberObject = (number: NumberObject): Uint8Array =>
  object(
    CLASSES.numeric,
    number.handle,
    new Map([
      [ATTRIBUTES.type, type(PARTITIONS.physiological, number.code)],
      [ATTRIBUTES.metricSpecification, u16(0xf040)],
      ...(number.parts === undefined
        ? []
        : ([[ATTRIBUTES.compoundTypes, list(number.parts.map(u16))]] as const)),
      [ATTRIBUTES.unit, u16(number.unit)],
      [
        ATTRIBUTES.valueMap,
        writeSlots([{ attribute: number.attribute, length: lengthOf(number) }, measurementStatus, stamp]),
      ],
    ]),
  );

const statusSlot = ({ status }: SimulatedAgent): AttributeSlot => ({
  attribute: status.bytes === 2 ? ATTRIBUTES.basicBits : ATTRIBUTES.simpleBits,
  length: status.bytes,
});

const statusObject = (agent: SimulatedAgent): Uint8Array =>
  object(
    CLASSES.enumeration,
    agent.status.handle,
    new Map([
      [ATTRIBUTES.type, type(agent.status.partition, agent.status.code)],
      [ATTRIBUTES.metricSpecification, u16(0xf040)],
      [ATTRIBUTES.valueMap, writeSlots([statusSlot(agent), stamp])],
    ]),
  );

/** Layout of a grouped report of an agent's scanner: every number with its status, the device status, one time at the end. */
export const scannerSlots = (agent: SimulatedAgent): { handle: number; slots: AttributeSlot[] }[] => [
  ...agent.numbers.map((number) => ({
    handle: number.handle,
    slots: [{ attribute: number.attribute, length: lengthOf(number) }, measurementStatus],
  })),
  { handle: agent.status.handle, slots: [statusSlot(agent), stamp] },
];

const scannerObject = (agent: SimulatedAgent): Uint8Array =>
  object(
    CLASSES.periodicScanner,
    SCANNER_HANDLE,
    new Map([
      [ATTRIBUTES.operationalState, u16(0)],
      [ATTRIBUTES.confirmMode, u16(0)],
      [
        ATTRIBUTES.scanHandleValueMap,
        list(scannerSlots(agent).map(({ handle, slots }) => join(u16(handle), writeSlots(slots)))),
      ],
    ]),
  );

const storeObject = (): Uint8Array =>
  object(CLASSES.pmStore, STORE_HANDLE, new Map([[ATTRIBUTES.numberOfSegments, u16(2)]]));

/** The information of the configuration report of an agent's extended configuration. */
export const describeConfiguration = (agent: SimulatedAgent, id: number, withScanner: boolean): Uint8Array =>
  join(
    u16(id),
    list([
      ...agent.numbers.map(numberObject),
      statusObject(agent),
      ...(withScanner ? [scannerObject(agent)] : []),
      ...(agent.keepsRecords ? [storeObject()] : []),
    ]),
  );

/** What an agent says of a measurement, as one observation for each of its objects. */
export interface Said {
  readonly values: Values;
  /** The agent's local time. */
  readonly at: string;
  readonly measurementStatus: number;
  /** Bits of its status object, the first one the most significant. */
  readonly deviceStatus: number;
}

/** The observations of a measurement, in the form of the extended configuration or of the standard one. */
export const observationsOf = (
  agent: SimulatedAgent,
  said: Said,
  isExtended: boolean,
): SimulatedObservation[] => {
  const time: readonly (readonly [number, Uint8Array])[] =
    isExtended || agent.stampsAlways ? [[ATTRIBUTES.timeStamp, encodeAbsoluteTime(said.at)]] : [];
  // A standard configuration has no place for a status: it is said only when there is something to say, in a report that names it.
  const status: readonly (readonly [number, Uint8Array])[] =
    isExtended || said.measurementStatus !== 0
      ? [[ATTRIBUTES.measurementStatus, u16(said.measurementStatus)]]
      : [];
  const { bytes, handle } = agent.status;
  const bits = Uint8Array.from(
    { length: bytes },
    (_, index) => (said.deviceStatus >>> (24 - 8 * index)) & 0xff,
  );
  return [
    ...agent.numbers.map((number) => ({
      handle: number.handle,
      attributes: new Map([[number.attribute, number.write(said.values)] as const, ...status, ...time]),
    })),
    ...(isExtended
      ? [{ handle, attributes: new Map([[statusSlot(agent).attribute, bits] as const, ...time]) }]
      : []),
  ];
};
