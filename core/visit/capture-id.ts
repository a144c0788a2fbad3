import * as z from 'zod';

/** Identifies one capture: the guided steps that yield one reading or one series of readings. */
export const captureIdSchema = z.string().min(1).max(64);
export type CaptureId = z.infer<typeof captureIdSchema>;

/** Names one asking of the device within a capture, as the device host knows it; `run` counts the askings. */
export const askingId = (captureId: CaptureId, run: number): string => `${captureId}#${run}`;

/** The capture and the run that an asking's name was made of. */
export const fromAskingId = (id: string): { captureId: CaptureId; run: number } => {
  const at = id.lastIndexOf('#');
  return { captureId: id.slice(0, at), run: Number(id.slice(at + 1)) };
};
