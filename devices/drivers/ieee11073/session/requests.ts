import { join, list, octets, u16, u32 } from '../codec/byte-writer.ts';
import { MESSAGES } from '../codec/messages.ts';
import { ACTIONS, ATTRIBUTES, EVENTS } from '../model/nomenclature.ts';

/** A message on its way: its choice and its body. */
export interface Outgoing {
  readonly choice: number;
  readonly body: Uint8Array;
}

/** The MDS object: the agent as a whole. */
const SYSTEM = 0;

/** Asks for every attribute of the agent as a whole. */
export const getSystem: Outgoing = { choice: MESSAGES.get, body: join(u16(SYSTEM), list([])) };

/** Has a scanner send, or stop. */
export const setScanner = (handle: number, enabled: boolean): Outgoing => ({
  choice: MESSAGES.confirmedSet,
  body: join(
    u16(handle),
    // Replace the operational state.
    list([join(u16(0), u16(ATTRIBUTES.operationalState), octets(u16(enabled ? 1 : 0)))]),
  ),
});

/** Asks a memory for all of its segments. */
export const getSegments = (store: number): Outgoing => ({
  choice: MESSAGES.confirmedAction,
  body: join(u16(store), u16(ACTIONS.segmentInformation), octets(join(u16(1), octets(u16(0))))),
});

/** Asks a memory to send one segment. */
export const triggerSegment = (store: number, instance: number): Outgoing => ({
  choice: MESSAGES.confirmedAction,
  body: join(u16(store), u16(ACTIONS.triggerTransfer), octets(u16(instance))),
});

/** Confirms an event. The manager keeps no relative time. */
export const confirmEvent = (
  handle: number,
  event: number,
  information: Uint8Array = new Uint8Array(),
): Outgoing => ({
  choice: MESSAGES.eventResult,
  body: join(u16(handle), u32(0), u16(event), octets(information)),
});

/** What a manager says to a configuration. */
export const CONFIGURATION_RESULTS = { accepted: 0, unsupported: 1, 'standard-unknown': 2 } as const;

/** Answers a configuration report. */
export const answerConfiguration = (id: number, result: keyof typeof CONFIGURATION_RESULTS): Outgoing =>
  confirmEvent(SYSTEM, EVENTS.configuration, join(u16(id), u16(CONFIGURATION_RESULTS[result])));

/** Why a message is refused (20601, error values and reject problems). */
const PROTOCOL_VIOLATION = 23;
const REJECTS = { 'badly-structured': 2, 'unrecognized-operation': 101 } as const;

/** Answers a message that can be read and makes no sense. */
export const violation: Outgoing = {
  choice: MESSAGES.error,
  body: join(u16(PROTOCOL_VIOLATION), octets(new Uint8Array())),
};

/** Answers a message that cannot be read, or asks what a manager does not do. */
export const reject = (problem: keyof typeof REJECTS): Outgoing => ({
  choice: MESSAGES.reject,
  body: u16(REJECTS[problem]),
});
