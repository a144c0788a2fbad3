import * as z from 'zod';
import { IPC } from '#core/contract/ipc-channels.ts';
import { signInSchema } from '#core/opening/duty.ts';
import type { Confirming } from '../people/confirming.ts';
import type { Duty } from '../people/duty.ts';
import type { Channels } from './channel.ts';

const nothing = z.undefined();
const assistantOnly = ['assistant'] as const;

/** Whoever assists signs in and out in their own window. */
export const openPeopleChannels = (
  channels: Channels,
  { duty, confirming }: { readonly duty: Duty; readonly confirming: Confirming },
  interruptionSeen: () => void,
): void => {
  channels.answer(IPC.signIn, assistantOnly, signInSchema, (signIn) => duty.signIn(signIn));
  channels.answer(IPC.confirmSignIn, assistantOnly, z.string().max(40), (personId) =>
    confirming.begin(personId),
  );
  channels.listen(IPC.stopConfirming, assistantOnly, nothing, confirming.stop);
  channels.answer(IPC.signOut, assistantOnly, nothing, () => duty.signOut());
  channels.listen(IPC.interruptionSeen, assistantOnly, nothing, interruptionSeen);
};
