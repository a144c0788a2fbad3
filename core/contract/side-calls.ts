import * as z from 'zod';
import { iceServerSchema } from './ice.ts';
import { attemptSchema, peerSignalSchema } from './signalling.ts';

/**
 * Who takes part in the calls of a consultation. `patient` is the patient's window, which holds the cabin's camera and microphone, and with
 * them everybody in the room.
 */
export const PARTIES = ['patient', 'physician', 'assistant', 'guest'] as const;
export const partySchema = z.enum(PARTIES);
export type CallParty = z.infer<typeof partySchema>;

/**
 * Peer connections beside the call of patient and physician, each with who offers and who answers. The assistant and the guest need none:
 * the assistant is in the room, heard through the cabin's microphone.
 */
export const SIDE_CALLS = {
  'assistant-physician': { offers: 'assistant', answers: 'physician' },
  'guest-patient': { offers: 'patient', answers: 'guest' },
  'guest-physician': { offers: 'physician', answers: 'guest' },
} as const satisfies Record<string, { readonly offers: CallParty; readonly answers: CallParty }>;

export type SideCallName = keyof typeof SIDE_CALLS;
export const SIDE_CALL_NAMES = Object.keys(SIDE_CALLS) as [SideCallName, ...SideCallName[]];
const sideCallSchema = z.enum(SIDE_CALL_NAMES);

/** Between one end of a side call and the cabin's main process, which alone issues attempts and carries signals to the other end. */
export const sideMessageSchema = z.discriminatedUnion('type', [
  /** From an end: it can hold this call, first, after a reload, and when it gave the present attempt up. */
  z.strictObject({ type: z.literal('ready'), call: sideCallSchema }),
  /** To the end that offers: open a peer for this attempt. A window of the cabin is told the servers to use, a page has its own. */
  z.strictObject({
    type: z.literal('open'),
    call: sideCallSchema,
    attempt: attemptSchema,
    iceServers: z.array(iceServerSchema).optional(),
  }),
  z.strictObject({
    type: z.literal('signal'),
    call: sideCallSchema,
    attempt: attemptSchema,
    signal: peerSignalSchema,
  }),
  /** From the end that answers, to the one that offers: restart ICE. */
  z.strictObject({ type: z.literal('restart'), call: sideCallSchema, attempt: attemptSchema }),
  /** To an end: there is a call to hold. It answers with `ready` if it can. */
  z.strictObject({ type: z.literal('on'), call: sideCallSchema }),
  /** To an end: there is none any more; peer closed, nothing sent. */
  z.strictObject({ type: z.literal('off'), call: sideCallSchema }),
]);
export type SideMessage = z.infer<typeof sideMessageSchema>;
