import type { Reading } from '../vitals/reading.ts';
import { type HandoverContext, isSimulated, NAMES, testDataMeta } from './context.ts';
import { deviceReference } from './devices.ts';
import type { Reference } from './fhir/datatypes.ts';
import type { Provenance } from './fhir/resources.ts';
import { PROVENANCE_PARTICIPANT, URI_SYSTEM } from './fhir/systems.ts';
import { fhirInstant } from './fhir/text.ts';
import { observationNames } from './observations/common.ts';
import { assistantAt } from './practitioners.ts';

type AgentType = 'author' | 'assembler' | 'enterer' | 'performer';
type Agent = Provenance['agent'][number];
type Entity = NonNullable<Provenance['entity']>[number];

const agent = (code: AgentType, who: Reference): Agent => ({
  type: { coding: [{ system: PROVENANCE_PARTICIPANT, code }] },
  who,
});

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** The raw frames by their SHA-256, as a URI that names content by its hash (RFC 6920, section 7): they stay with the technician. */
const rawFrames = (hash: string): Entity => ({
  role: 'source',
  what: SHA256_HEX.test(hash)
    ? { identifier: { system: URI_SYSTEM, value: `nih:sha-256;${hash}` }, display: 'Trames brutes, SHA-256' }
    : { display: 'Trames brutes, empreinte illisible' },
});

const sourceReadings = (reading: Reading, context: HandoverContext): readonly Entity[] =>
  context.record.readings
    .filter(({ id }) => reading.derivedFrom?.includes(id) === true)
    .flatMap(observationNames)
    .map((name) => ({ role: 'derivation', what: context.to(name) }));

const agentsOf = (reading: Reading, context: HandoverContext): readonly Agent[] => {
  const assembler = agent('assembler', context.to(NAMES.gateway));
  if (reading.origin === 'manual') return [agent('enterer', assistantAt(reading, context)), assembler];
  const device = deviceReference(reading, context);
  return [
    ...(device === undefined ? [] : [agent('author', device)]),
    ...(reading.assistedBy === undefined ? [] : [agent('performer', assistantAt(reading, context))]),
    assembler,
  ];
};

/** Who and what a reading comes from: one Provenance for all the Observations of one reading. */
export const toProvenance = (reading: Reading, context: HandoverContext): Provenance | undefined => {
  const target = observationNames(reading).map(context.to);
  if (target.length === 0) return undefined;
  const entity = [
    ...(reading.rawHash === undefined ? [] : [rawFrames(reading.rawHash)]),
    ...sourceReadings(reading, context),
  ];
  return {
    resourceType: 'Provenance',
    ...testDataMeta(isSimulated(reading, context.record.readings)),
    target,
    occurredDateTime: fhirInstant(reading.takenAt),
    recorded: context.now,
    agent: agentsOf(reading, context),
    ...(entity.length === 0 ? {} : { entity }),
  };
};
