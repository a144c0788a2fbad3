import * as z from 'zod';
import { iceServerSchema } from './ice.ts';
import { peerRefusalSchema, proofSchema } from './identity.ts';
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
/** Every call of a consultation, the one of patient and physician among them. */
export type CallName = 'patient-physician' | SideCallName;
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
    /** To the patient's window, for the guest: by whom their other call must be proven. */
    physicianId: z.string().max(64).optional(),
  }),
  z.strictObject({
    type: z.literal('signal'),
    call: sideCallSchema,
    attempt: attemptSchema,
    signal: peerSignalSchema,
    /** With an offer or an answer between two machines; a window of the cabin has the main process sign and judge. */
    proof: proofSchema.optional(),
  }),
  /** A description of this attempt was not taken, so that both ends say why. It proves nothing itself. */
  z.strictObject({
    type: z.literal('refused'),
    call: sideCallSchema,
    attempt: attemptSchema,
    code: peerRefusalSchema,
  }),
  /** To a window of the cabin: other credentials of the relay, for what it holds already. */
  z.strictObject({
    type: z.literal('ice-servers'),
    call: sideCallSchema,
    iceServers: z.array(iceServerSchema),
  }),
  /** From a window of the cabin: the relay does not take the credentials that it was told. */
  z.strictObject({ type: z.literal('relay-refused'), call: sideCallSchema }),
  /** To a window of the cabin: the machine's network addresses have changed. */
  z.strictObject({ type: z.literal('network-changed'), call: sideCallSchema }),
  /** From the end that answers, to the one that offers: restart ICE. */
  z.strictObject({ type: z.literal('restart'), call: sideCallSchema, attempt: attemptSchema }),
  /** To an end: there is a call to hold. It answers with `ready` if it can. */
  z.strictObject({ type: z.literal('on'), call: sideCallSchema }),
  /** To an end: there is none any more; peer closed, nothing sent. */
  z.strictObject({ type: z.literal('off'), call: sideCallSchema }),
]);
export type SideMessage = z.infer<typeof sideMessageSchema>;
