import * as z from 'zod';
import type { ErrorCode } from './error-codes.ts';

/** Why nothing is to be seen of somebody whose picture is meant to be sent. */
const CAMERA_FAULTS = [
  'CAMERA_REFUSED',
  'CAMERA_MISSING',
  'CAMERA_BUSY',
  'CAMERA_UNPLUGGED',
  'CAMERA_BLACK',
  'CAMERA_FROZEN',
] as const satisfies readonly ErrorCode[];

/** Why nothing is to be heard of somebody whose voice is meant to be sent. */
const MICROPHONE_FAULTS = [
  'MICROPHONE_REFUSED',
  'MICROPHONE_MISSING',
  'MICROPHONE_BUSY',
  'MICROPHONE_UNPLUGGED',
  'MICROPHONE_SILENT',
] as const satisfies readonly ErrorCode[];

/** Why nobody in the cabin hears the physician; whether the loudspeaker is muted or turned down is told to no page. */
const LOUDSPEAKER_FAULTS = [
  'LOUDSPEAKER_MISSING',
  'LOUDSPEAKER_UNPLUGGED',
] as const satisfies readonly ErrorCode[];

/**
 * What one end of a call finds wrong with picture and sound, as it tells the other: its own devices, a voice or a moving picture of the other
 * end that stopped coming, and a voice that its browser plays to nobody yet.
 */
export const callFaultSchema = z.enum([
  ...CAMERA_FAULTS,
  ...MICROPHONE_FAULTS,
  ...LOUDSPEAKER_FAULTS,
  'SOUND_LOST',
  'SOUND_HELD',
  'PICTURE_FROZEN',
]);
export type CallFault = z.infer<typeof callFaultSchema>;
/** One device has one fault at a time. */
export const callFaultsSchema = z.array(callFaultSchema).max(6);

/** At which end of the call of patient and physician something was found. */
export const callEndSchema = z.enum(['cabin', 'physician']);
export type CallEnd = z.infer<typeof callEndSchema>;

type CameraFault = (typeof CAMERA_FAULTS)[number];
type MicrophoneFault = (typeof MICROPHONE_FAULTS)[number];
type LoudspeakerFault = (typeof LOUDSPEAKER_FAULTS)[number];

/** `code` if it says something of that call's picture and sound. */
export const callFaultOf = (code: ErrorCode): CallFault | undefined => callFaultSchema.safeParse(code).data;
/** The one of a camera among `codes`. */
export const cameraFaultIn = (codes: readonly ErrorCode[]): CameraFault | undefined =>
  CAMERA_FAULTS.find((fault) => codes.includes(fault));
/** The one of a microphone among `codes`. */
export const microphoneFaultIn = (codes: readonly ErrorCode[]): MicrophoneFault | undefined =>
  MICROPHONE_FAULTS.find((fault) => codes.includes(fault));
/** The one of a loudspeaker among `codes`. */
export const loudspeakerFaultIn = (codes: readonly ErrorCode[]): LoudspeakerFault | undefined =>
  LOUDSPEAKER_FAULTS.find((fault) => codes.includes(fault));
