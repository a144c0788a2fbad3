import {
  type AssociationRequest,
  type AssociationResponse,
  readAssociationRequest,
  readAssociationResponse,
} from './association.ts';
import { createByteReader } from './byte-reader.ts';
import { join, octets, u16 } from './byte-writer.ts';
import { type DataMessage, readDataMessage } from './messages.ts';

/** First two bytes of an APDU (20601, annex A). */
export const APDUS = {
  associationRequest: 0xe200,
  associationResponse: 0xe300,
  releaseRequest: 0xe400,
  releaseResponse: 0xe500,
  abort: 0xe600,
  data: 0xe700,
} as const;

/** Why an association ends at once. */
export const ABORT_REASONS = {
  undefined: 0,
  'buffer-overflow': 1,
  'response-timeout': 2,
  'configuration-timeout': 3,
} as const;

/** One application protocol data unit. */
export type Apdu =
  | { readonly type: 'association-request'; readonly request: AssociationRequest }
  | { readonly type: 'association-response'; readonly response: AssociationResponse }
  | { readonly type: 'release-request'; readonly reason: number }
  | { readonly type: 'release-response'; readonly reason: number }
  | { readonly type: 'abort'; readonly reason: number }
  | ({ readonly type: 'data' } & DataMessage);

/** Reads one APDU; undefined unless every length in it agrees with every other and nothing is left over. */
export const readApdu = (bytes: Uint8Array): Apdu | undefined => {
  const outer = createByteReader(bytes);
  const choice = outer.u16();
  const reader = createByteReader(outer.octets());
  if (!outer.finished()) return undefined;
  const read = (): Apdu | undefined => {
    switch (choice) {
      case APDUS.associationRequest:
        return { type: 'association-request', request: readAssociationRequest(reader) };
      case APDUS.associationResponse:
        return { type: 'association-response', response: readAssociationResponse(reader) };
      case APDUS.releaseRequest:
        return { type: 'release-request', reason: reader.u16() };
      case APDUS.releaseResponse:
        return { type: 'release-response', reason: reader.u16() };
      case APDUS.abort:
        return { type: 'abort', reason: reader.u16() };
      case APDUS.data: {
        const data = readDataMessage(reader);
        return data && { type: 'data', ...data };
      }
      default:
        return undefined;
    }
  };
  const apdu = read();
  return reader.finished() ? apdu : undefined;
};

/** The bytes of an APDU that is no presentation. */
export const writeApdu = (choice: number, body: Uint8Array): Uint8Array => join(u16(choice), octets(body));

/** The bytes of a presentation APDU with one message. */
export const writeDataApdu = (invokeId: number, choice: number, body: Uint8Array): Uint8Array =>
  writeApdu(APDUS.data, octets(join(u16(invokeId), u16(choice), octets(body))));
