import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import type { AssociationInformation } from '../codec/association.ts';
import type { Attributes } from '../codec/attributes.ts';
import { readScanReport } from '../codec/scan-reports.ts';
import { readEntries, type Segment, type SegmentPage } from '../codec/segments.ts';
import { type AgentObject, type Configuration, secondaryHandles, withChanges } from './configuration.ts';
import { measuredBy } from './measured-types.ts';
import { type ObservationGroup, observe, observeEntry } from './observations.ts';
import { type ReadingContext, readingsOf } from './readings.ts';
import { standardConfiguration } from './standard-configurations.ts';
import { batteryOf, clockOf, identityOf } from './system.ts';

/** A reading and the person whom the agent names with it. */
export interface AgentReading {
  readonly reading: DecodedReading;
  /** The agent's own number of the person; undefined when it names none. */
  readonly person: number | undefined;
}

/** What the agent's bytes are in the end: readings, or why they cannot be told apart. */
export type Interpretation =
  | { readonly type: 'readings'; readonly readings: readonly AgentReading[] }
  | { readonly type: 'unreadable'; readonly detail: string };

/** What is known of one agent: who it is, what it consists of, and so what its reports mean. */
export interface Agent {
  /** It asks for an association; returns whether its configuration is known already. */
  associate(information: AssociationInformation): boolean;
  /** It describes its configuration, which is remembered for its next association. */
  configure(configuration: Configuration): void;
  /** It describes itself: the attributes of its MDS object. */
  describe(attributes: Attributes): void;
  /** It lists the segments of its memory. */
  list(segments: readonly Segment[]): void;
  report(event: number, sender: number, information: Uint8Array): Interpretation;
  page(page: SegmentPage): Interpretation;
  /** The association is over: the next one describes itself again. */
  forget(): void;
  configuration(): Configuration | undefined;
  identity(): DeviceIdentity;
  /** What its clock showed when it described itself, local, without offset. */
  clock(): string | undefined;
  battery(): 'low' | 'good' | undefined;
  /** What it measures of what a cabin takes, in the order of its objects. */
  measures(): readonly ReadingKind[];
}

const unreadable = (detail: string): Interpretation => ({ type: 'unreadable', detail });

const kindsOf = (object: AgentObject): ReadingKind[] => {
  if (object.class !== 'metric' || !object.isNumeric || !object.isMeasured) return [];
  const codes = object.parts.length > 0 ? object.parts : [object.type.code];
  return codes.flatMap((code) => {
    const measured = measuredBy({ partition: object.type.partition, code });
    // A pulse rate alone does not make an instrument for pressures.
    return measured === undefined || measured.key === 'pulse-rate' || measured.key === 'perfusion-index'
      ? []
      : [measured.kind];
  });
};

/** What a configuration measures of what a cabin takes. */
export const measuresOf = ({ objects }: Configuration): readonly ReadingKind[] => [
  ...new Set([...objects.values()].flatMap(kindsOf)),
];

/** An agent of which nothing is known but `unknown`, what stands for its identity until it has said its own. */
export const createAgent = (unknown: DeviceIdentity): Agent => {
  const learned = new Map<string, Configuration>();
  let systemId = '';
  let configuration: Configuration | undefined;
  let objects = new Map<number, AgentObject>();
  let secondary: ReadonlySet<number> = new Set();
  let segments = new Map<number, Segment>();
  let identity = unknown;
  let clock: string | undefined;
  let battery: 'low' | 'good' | undefined;

  const keyOf = (id: number): string => `${systemId}:${id}`;

  const use = (next: Configuration | undefined): void => {
    objects = new Map(next?.objects);
    configuration = next && { id: next.id, objects };
    secondary = next === undefined ? new Set() : secondaryHandles(next);
    segments = new Map();
  };

  const contextOf = (validFlags: ReadingContext['validFlags']): ReadingContext => ({
    device: identity,
    flags: battery === 'low' ? ['low-battery'] : [],
    validFlags,
  });

  const describe = (attributes: Attributes): void => {
    identity = identityOf(attributes, identity);
    clock = clockOf(attributes) ?? clock;
    battery = batteryOf(attributes) ?? battery;
  };

  /** What a report changes for good holds from it on. */
  const keepChanges = ({ observations }: ObservationGroup): void => {
    for (const { object, attributes } of observations) {
      if (object.handle === 0) describe(attributes);
      if (object.class === 'metric') objects.set(object.handle, withChanges(object, attributes));
    }
  };

  const interpret = (groups: readonly ObservationGroup[], context: () => ReadingContext): Interpretation => {
    const readings: AgentReading[] = [];
    for (const group of groups) {
      const observations = group.observations.filter(({ object }) => !secondary.has(object.handle));
      const found = readingsOf({ ...group, observations }, context());
      if (found === undefined) return unreadable('an object contradicts itself');
      readings.push(...found.map((reading) => ({ reading, person: group.person })));
    }
    return { type: 'readings', readings };
  };

  return {
    associate: (information) => {
      if (information.systemId !== systemId) {
        identity = unknown;
        battery = undefined;
      }
      systemId = information.systemId;
      clock = undefined;
      const id = information.configurationId;
      use(standardConfiguration(id) ?? learned.get(keyOf(id)));
      return configuration !== undefined;
    },
    configure: (described) => {
      // A standard configuration without objects is the one that the standard fixes.
      const known = described.objects.size === 0 ? standardConfiguration(described.id) : undefined;
      const meant = known ?? described;
      learned.set(keyOf(described.id), meant);
      use(meant);
    },
    describe,
    list: (listed) => {
      segments = new Map(listed.map((segment) => [segment.instance, segment]));
    },
    report: (event, sender, information) => {
      const report = readScanReport(event, information);
      if (report === undefined) return unreadable('the report contradicts itself');
      if (configuration === undefined) return unreadable('the configuration of the agent is not known');
      const groups = observe(configuration, sender, report);
      if (!groups.ok) return unreadable(groups.failure);
      const interpretation = interpret(groups.value, () => contextOf(['unprotected']));
      if (interpretation.type === 'readings') for (const group of groups.value) keepChanges(group);
      return interpretation;
    },
    page: (page) => {
      const segment = segments.get(page.instance);
      if (configuration === undefined || segment?.map === undefined)
        return unreadable(`the map of segment ${page.instance} is not known`);
      const entries = readEntries(page, segment.map);
      if (entries === undefined)
        return unreadable(`the entries of segment ${page.instance} do not fit its map`);
      const { objects: known } = configuration;
      return interpret(
        entries.map((entry) => observeEntry({ id: 0, objects: known }, entry, segment.person)),
        () => contextOf(['stored', 'unprotected']),
      );
    },
    forget: () => {
      use(undefined);
      clock = undefined;
    },
    configuration: () => configuration,
    identity: () => identity,
    clock: () => clock,
    battery: () => battery,
    measures: () => (configuration === undefined ? [] : measuresOf(configuration)),
  };
};
