import * as z from 'zod';
import type { FrameBatch } from '#core/contract/bench.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { type TechnicianProjection, technicianCommandSchema } from '#core/contract/technician.ts';
import { ok } from '#core/result.ts';
import type { TechnicianDesk } from '../technician/desk.ts';
import type { ProjectionChannel } from '../visit/projection-channel.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels } from './channel.ts';

const nothing = z.undefined();
const technicianOnly = ['technician'] as const;

/** The technician's window: opened from the assistant's, commands in, what the bench shows out. */
export const openTechnicianChannels = (
  channels: Channels,
  {
    desk,
    projection,
    windows,
  }: { desk: TechnicianDesk; projection: ProjectionChannel<TechnicianProjection>; windows: CabinWindows },
): void => {
  channels.listen(IPC.technicianOpen, ['assistant'], nothing, () => windows.openTechnician());
  channels.answer(IPC.technicianCommand, technicianOnly, technicianCommandSchema, (command) =>
    desk.command(command),
  );
  channels.answer(IPC.technicianSnapshot, technicianOnly, nothing, () => ok(projection.snapshot()));
  projection.listen((update) => windows.window('technician')?.webContents.send(IPC.technicianUpdate, update));
};

/** Frames go straight to the window: nothing keeps them. */
export const sendFrames = (windows: CabinWindows, batch: FrameBatch): void =>
  windows.window('technician')?.webContents.send(IPC.technicianFrames, batch);
