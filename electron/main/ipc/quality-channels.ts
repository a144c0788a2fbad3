import * as z from 'zod';
import { IPC } from '#core/contract/ipc-channels.ts';
import { cabinCallSchema } from '#core/contract/quality.ts';
import type { QualityKeeper } from '../consultation/quality-board.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels } from './channel.ts';

/** Line and call quality: reported by the patient's window, shown in both windows of a visit. */
export const openQualityChannels = (channels: Channels, quality: QualityKeeper): void => {
  channels.listen(IPC.callQuality, ['patient'], cabinCallSchema.optional(), quality.callQuality);
  channels.listen(IPC.qualitySnapshot, ['patient', 'assistant'], z.undefined(), (_, sender) =>
    sender.send(IPC.qualityUpdate, quality.board()),
  );
};

/** Tells both windows of a visit what is known now. */
export const sendQuality = (windows: CabinWindows, quality: QualityKeeper): void => {
  for (const role of ['patient', 'assistant'] as const)
    windows.window(role)?.webContents.send(IPC.qualityUpdate, quality.board());
};
