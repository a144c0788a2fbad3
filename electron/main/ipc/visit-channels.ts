import * as z from 'zod';
import { windowReportSchema } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { ok } from '#core/result.ts';
import { commandSchema } from '#core/visit/commands.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { ProjectionHub } from '../visit/projection-hub.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels } from './channel.ts';

const nothing = z.undefined();
const bothWindows = ['patient', 'assistant'] as const;

/** Commands in, projections out. */
export const openVisitChannels = (
  channels: Channels,
  { keeper, hub, windows }: { keeper: VisitKeeper; hub: ProjectionHub; windows: CabinWindows },
): void => {
  channels.answer(IPC.command, bothWindows, commandSchema, (command, role) => keeper.ask(role, command));
  channels.answer(IPC.snapshot, bothWindows, nothing, (_, role) => ok(hub.snapshot(role)));
  channels.listen(IPC.report, bothWindows, windowReportSchema, ({ code, end }) => {
    keeper.bring({ type: 'note-incident', code, ...(end && { end }) });
  });
  for (const role of bothWindows) {
    hub.listen(role, (update) => windows.window(role)?.webContents.send(IPC.update, update));
  }
};
