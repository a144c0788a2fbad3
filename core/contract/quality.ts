import * as z from 'zod';
import { LADDER_REASONS } from '../call/ladder/decide.ts';
import { RUNGS } from '../call/ladder/rungs.ts';
import type { LineMeasure } from '../call/line-test.ts';
import type { PeerTrust } from '../trust/peer-trust.ts';
import type { PeerRefusal } from './identity.ts';
import { callFaultsSchema } from './media-faults.ts';
import type { SideCallName } from './side-calls.ts';

/**
 * Why no more is sent than is: what the ladder found or was told, `camera` when the camera yields nothing, `camera-off` when it alone is
 * closed on purpose, `off` when camera and microphone are.
 */
const LEVEL_REASONS = [...LADDER_REASONS, 'camera', 'camera-off', 'off'] as const;

/** What is sent one way: a rung of the ladder, or `none` when nothing arrives. */
const levelSchema = z.strictObject({
  rung: z.enum([...RUNGS, 'none']),
  /** Why it is no more; absent at the best. */
  reason: z.enum(LEVEL_REASONS).optional(),
  /** The physician forced more than the line bears. */
  strained: z.boolean(),
  /** The microphone is closed on purpose, the camera is not. */
  muted: z.literal(true).optional(),
  /** The physician forced this rung, and it was given up because the sound broke. */
  released: z.enum(RUNGS).optional(),
});
export type Level = z.infer<typeof levelSchema>;

/** Both ways of a call as one side sees them. */
export const callQualitySchema = z.strictObject({
  outgoing: levelSchema,
  incoming: levelSchema,
  roundTripMs: z.number().nonnegative().optional(),
});
export type CallQuality = z.infer<typeof callQualitySchema>;

/** Whether anything passes, one way at least: else a quality says that the line is gone, and nothing of what it bears. */
export const passes = ({ outgoing, incoming }: CallQuality): boolean =>
  outgoing.rung !== 'none' || incoming.rung !== 'none';

/**
 * The call as the patient's window finds it: what is sent each way, and what is wrong with picture and sound, in the cabin and, as the
 * physician's page tells it, at the physician's.
 */
export const cabinCallSchema = callQualitySchema.extend({
  faults: callFaultsSchema,
  physicianFaults: callFaultsSchema,
});
export type CabinCallReport = z.infer<typeof cabinCallSchema>;

/** What the main process knows of line and call, for the cabin's windows. */
export interface QualityBoard {
  /** The line to the gateway, measured while the patient waits. */
  readonly line: LineMeasure | undefined;
  readonly call: CabinCallReport | undefined;
  /** What the visit's last call got over the line, while that is newer than what was measured. */
  readonly lastCall: CallQuality | undefined;
  /** Whether the line can be measured before a call at all: not where every gateway is out of reach. */
  readonly measurable: boolean;
  /** Whether the physician's end of the call has proven itself. */
  readonly trust: PeerTrust;
  /** The calls of assistant and guest that are refused now, because somebody at an end is not proven. */
  readonly sideRefusals: readonly { readonly call: SideCallName; readonly code: PeerRefusal }[];
}

const part = z.number().min(0).max(1).optional();

/**
 * Goes over the live channel once a second, each way, alone in its datagram: what this side sends, and what it hears and sees of the
 * other. A lost one is made good by the next; one that comes after a newer one is dropped.
 */
export const qualityReportSchema = z.strictObject({
  type: z.literal('quality'),
  sequence: z.int().positive(),
  level: levelSchema,
  /**
   * Of what came in over the last seconds: picture that stood frozen, voice that had to be invented and whose packets never came, and
   * stethoscope that had to be invented.
   */
  received: z.strictObject({ frozen: part, concealed: part, lost: part, spoilt: part }),
  /** What it finds wrong with picture and sound; absent when nothing is. */
  faults: callFaultsSchema.optional(),
  /** In a call of assistant or guest: what the line of whoever says it leaves for the other side's picture. */
  most: z.enum(RUNGS).optional(),
  /** What the physician wants the cabin to send, in every report; `choice` differs after each choice. The page alone sends it. */
  wish: z.strictObject({ choice: z.int().nonnegative(), rung: z.enum(RUNGS).optional() }).optional(),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;
