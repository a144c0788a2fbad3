import { type Attributes, readAttributes } from './attributes.ts';
import { type ByteReader, readAll } from './byte-reader.ts';

/** Kinds of message inside a presentation APDU (20601, annex A: remote operation invoke, response, error, reject). */
export const MESSAGES = {
  event: 0x0100,
  confirmedEvent: 0x0101,
  get: 0x0103,
  set: 0x0104,
  confirmedSet: 0x0105,
  action: 0x0106,
  confirmedAction: 0x0107,
  eventResult: 0x0201,
  getResult: 0x0203,
  setResult: 0x0205,
  actionResult: 0x0207,
  error: 0x0300,
  reject: 0x0400,
} as const;

/** Ids of a message and of the object it is about. */
interface About {
  readonly handle: number;
}

export type Message =
  | ({
      readonly type: 'event';
      readonly confirmed: boolean;
      readonly event: number;
      readonly information: Uint8Array;
    } & About)
  | ({ readonly type: 'get'; readonly attributes: readonly number[] } & About)
  | ({ readonly type: 'set'; readonly confirmed: boolean; readonly modifications: Attributes } & About)
  | ({
      readonly type: 'action';
      readonly confirmed: boolean;
      readonly action: number;
      readonly information: Uint8Array;
    } & About)
  | ({ readonly type: 'event-result'; readonly event: number; readonly information: Uint8Array } & About)
  | ({ readonly type: 'get-result'; readonly attributes: Attributes } & About)
  | ({ readonly type: 'set-result'; readonly attributes: Attributes } & About)
  | ({ readonly type: 'action-result'; readonly action: number; readonly information: Uint8Array } & About)
  | { readonly type: 'error'; readonly error: number; readonly information: Uint8Array }
  | { readonly type: 'reject'; readonly problem: number };

/** One message and the number that ties an answer to its question. */
export interface DataMessage {
  readonly invokeId: number;
  readonly message: Message;
}

const readEvent = (reader: ByteReader) => {
  const handle = reader.u16();
  reader.u32();
  return { handle, event: reader.u16(), information: reader.octets() };
};

const readAction = (reader: ByteReader) => ({
  handle: reader.u16(),
  action: reader.u16(),
  information: reader.octets(),
});

const readGet = (reader: ByteReader) => ({
  handle: reader.u16(),
  attributes: reader.list((item) => item.u16()),
});

const readResult = (reader: ByteReader) => ({ handle: reader.u16(), attributes: readAttributes(reader) });

const readSet = (reader: ByteReader) => {
  const handle = reader.u16();
  const entries = reader.list((item): [number, Uint8Array] => {
    item.u16();
    return [item.u16(), item.octets()];
  });
  return { handle, modifications: new Map(entries) };
};

const READERS: ReadonlyMap<number, (reader: ByteReader) => Message> = new Map<
  number,
  (reader: ByteReader) => Message
>([
  [MESSAGES.event, (reader) => ({ type: 'event', confirmed: false, ...readEvent(reader) })],
  [MESSAGES.confirmedEvent, (reader) => ({ type: 'event', confirmed: true, ...readEvent(reader) })],
  [MESSAGES.get, (reader) => ({ type: 'get', ...readGet(reader) })],
  [MESSAGES.set, (reader) => ({ type: 'set', confirmed: false, ...readSet(reader) })],
  [MESSAGES.confirmedSet, (reader) => ({ type: 'set', confirmed: true, ...readSet(reader) })],
  [MESSAGES.action, (reader) => ({ type: 'action', confirmed: false, ...readAction(reader) })],
  [MESSAGES.confirmedAction, (reader) => ({ type: 'action', confirmed: true, ...readAction(reader) })],
  [MESSAGES.eventResult, (reader) => ({ type: 'event-result', ...readEvent(reader) })],
  [MESSAGES.getResult, (reader) => ({ type: 'get-result', ...readResult(reader) })],
  [MESSAGES.setResult, (reader) => ({ type: 'set-result', ...readResult(reader) })],
  [MESSAGES.actionResult, (reader) => ({ type: 'action-result', ...readAction(reader) })],
  [MESSAGES.error, (reader) => ({ type: 'error', error: reader.u16(), information: reader.octets() })],
  [MESSAGES.reject, (reader) => ({ type: 'reject', problem: reader.u16() })],
]);

/** Whether a choice is one that the standard names. */
export const isMessageChoice = (choice: number): boolean => READERS.has(choice);

/** Reads the body of a presentation APDU: an octet string that holds one message. */
export const readDataMessage = (reader: ByteReader): DataMessage | undefined =>
  readAll(reader.octets(), (inner) => {
    const invokeId = inner.u16();
    const read = READERS.get(inner.u16());
    const body = inner.octets();
    const message = read && readAll(body, read);
    if (message === undefined) inner.refuse();
    return message && { invokeId, message };
  });
