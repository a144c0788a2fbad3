import * as z from 'zod';
import { failure } from '#core/contract/error-codes.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { tabletOrderSchema } from '#core/contract/tablet.ts';
import { fail, ok } from '#core/result.ts';
import type { TabletDesk } from '../tablets/tablet-desk.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels } from './channel.ts';

const assistantOnly = ['assistant'] as const;

/** Pairing is asked for on the cabin's own screen by whoever is on duty; a tablet cannot bring in another. */
export const openTabletChannels = (
  channels: Channels,
  { tablets, isOnDuty }: { readonly tablets: TabletDesk; readonly isOnDuty: () => boolean },
): void => {
  channels.listen(IPC.tabletsSnapshot, assistantOnly, z.undefined(), (_, sender) =>
    sender.send(IPC.tabletsUpdate, tablets.board()),
  );
  channels.answer(IPC.tabletsOrder, assistantOnly, tabletOrderSchema, (order) => {
    if (!isOnDuty()) return fail(failure('NOT_SIGNED_IN'));
    tablets.order(order);
    return ok(null);
  });
};

/** Tells the assistant's window what is known of tablets. */
export const sendTablets = (windows: CabinWindows, tablets: TabletDesk): void =>
  windows.window('assistant')?.webContents.send(IPC.tabletsUpdate, tablets.board());
