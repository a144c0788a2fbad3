import { readAttributes } from './attributes.ts';
import { type ByteReader, readAll } from './byte-reader.ts';
import { join, list, octets, u16, u32 } from './byte-writer.ts';

/** Numbers of the association (20601, annex A). */
export const VERSION_1 = 0x8000_0000;
const PROTOCOL_20601 = 0x5079;
/** Selected when an association is refused. */
const NO_PROTOCOL = 0;
/** The encoding rules that every agent and manager share. */
const MDER = 0x8000;
export const SYSTEM_TYPES = { manager: 0x8000_0000, agent: 0x0080_0000 } as const;

/** What an association response says. */
export const ASSOCIATION_RESULTS = {
  accepted: 0,
  'rejected-permanent': 1,
  'rejected-transient': 2,
  'accepted-unknown-config': 3,
  'rejected-no-common-protocol': 4,
  'rejected-no-common-parameter': 5,
  'rejected-unknown': 6,
  'rejected-unauthorized': 7,
  'rejected-unsupported-assoc-version': 8,
} as const;
export type AssociationResult = keyof typeof ASSOCIATION_RESULTS;

/** What an agent or a manager says of itself when they associate. */
export interface AssociationInformation {
  readonly protocolVersion: number;
  readonly encodingRules: number;
  readonly nomenclatureVersion: number;
  readonly functionalUnits: number;
  readonly systemType: number;
  /** EUI-64, as hex digits. */
  readonly systemId: string;
  readonly configurationId: number;
  /** How the agent takes requests for data: flags, most that the agent begins, most that the manager begins. */
  readonly dataRequests: { readonly flags: number; readonly byAgent: number; readonly byManager: number };
}

export interface AssociationRequest {
  readonly version: number;
  /** Undefined when the agent offers other protocols only. */
  readonly information: AssociationInformation | undefined;
}

export interface AssociationResponse {
  readonly result: number;
  readonly information: AssociationInformation | undefined;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');

const readInformation = (reader: ByteReader): AssociationInformation => {
  const information = {
    protocolVersion: reader.u32(),
    encodingRules: reader.u16(),
    nomenclatureVersion: reader.u32(),
    functionalUnits: reader.u32(),
    systemType: reader.u32(),
    systemId: hexOf(reader.octets()),
    configurationId: reader.u16(),
    dataRequests: { flags: reader.u16(), byAgent: reader.u8(), byManager: reader.u8() },
  };
  readAttributes(reader);
  return information;
};

const readProtocol = (reader: ByteReader): AssociationInformation | undefined => {
  const protocol = reader.u16();
  const bytes = reader.octets();
  if (protocol !== PROTOCOL_20601) return undefined;
  const information = readAll(bytes, readInformation);
  if (information === undefined) reader.refuse();
  return information;
};

/** Reads the body of an association request. */
export const readAssociationRequest = (reader: ByteReader): AssociationRequest => ({
  version: reader.u32(),
  information: reader.list(readProtocol).find((information) => information !== undefined),
});

/** Reads the body of an association response. */
export const readAssociationResponse = (reader: ByteReader): AssociationResponse => ({
  result: reader.u16(),
  information: readProtocol(reader),
});

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );

const writeProtocol = (information: AssociationInformation): Uint8Array => {
  const { flags, byAgent, byManager } = information.dataRequests;
  return join(
    u16(PROTOCOL_20601),
    octets(
      join(
        u32(information.protocolVersion),
        u16(information.encodingRules),
        u32(information.nomenclatureVersion),
        u32(information.functionalUnits),
        u32(information.systemType),
        octets(bytesOfHex(information.systemId)),
        u16(information.configurationId),
        u16(flags),
        Uint8Array.of(byAgent, byManager),
        list([]),
      ),
    ),
  );
};

/** The body of an agent's association request. */
export const writeAssociationRequest = (
  information: AssociationInformation,
  version = VERSION_1,
): Uint8Array => join(u32(version), list([writeProtocol(information)]));

/** What this manager says of itself: one version of everything, and no OUI of its own, so a locally administered EUI-64. */
const MANAGER: AssociationInformation = {
  protocolVersion: VERSION_1,
  encodingRules: MDER,
  nomenclatureVersion: VERSION_1,
  functionalUnits: 0,
  systemType: SYSTEM_TYPES.manager,
  systemId: '020000FFFE000001',
  configurationId: 0,
  dataRequests: { flags: 0, byAgent: 0, byManager: 0 },
};

/** The body of this manager's response: all of itself when it accepts, no protocol when it refuses. */
export const writeAssociationResponse = (result: AssociationResult): Uint8Array =>
  join(
    u16(ASSOCIATION_RESULTS[result]),
    result === 'accepted' || result === 'accepted-unknown-config'
      ? writeProtocol(MANAGER)
      : join(u16(NO_PROTOCOL), octets(new Uint8Array())),
  );

/** Why an agent cannot be associated with; undefined when it can. */
export const refusalOf = ({ version, information }: AssociationRequest): AssociationResult | undefined => {
  const isOffered = (offered: number, wanted: number): boolean => (offered & wanted) !== 0;
  if (!isOffered(version, VERSION_1)) return 'rejected-unsupported-assoc-version';
  if (information === undefined) return 'rejected-no-common-protocol';
  const { protocolVersion, encodingRules, nomenclatureVersion, systemType } = information;
  if (systemType !== SYSTEM_TYPES.agent) return 'rejected-permanent';
  const isCommon =
    isOffered(protocolVersion, VERSION_1) &&
    isOffered(encodingRules, MDER) &&
    isOffered(nomenclatureVersion, VERSION_1);
  return isCommon ? undefined : 'rejected-no-common-parameter';
};
