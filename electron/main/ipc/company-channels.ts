import * as z from 'zod';
import { presenceEnvelopeSchema, sideEnvelopeSchema } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import { type CallParty, partySchema, type SideMessage } from '#core/contract/side-calls.ts';
import type { CompanyDesk } from '../consultation/company.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels, Sender } from './channel.ts';

const bothWindows = ['patient', 'assistant'] as const;

/** For whom each window may speak: the patient's carries what the physician's and the guest's pages say over their encrypted channels. */
const SPEAKS_FOR = {
  patient: ['patient', 'physician', 'guest'],
  assistant: ['assistant'],
} as const satisfies Record<(typeof bothWindows)[number], readonly CallParty[]>;

/** Side calls and presence: messages of the windows in, each checked against who may say it. */
export const openCompanyChannels = (channels: Channels, company: CompanyDesk): void => {
  const mayBe = (party: CallParty, { role }: Sender): boolean =>
    (role === 'patient' || role === 'assistant') && SPEAKS_FOR[role].some((one) => one === party);
  channels.listen(IPC.sideOpen, bothWindows, partySchema, (party, sender) => {
    if (mayBe(party, sender)) company.opened(party);
  });
  channels.listen(IPC.sideSend, bothWindows, sideEnvelopeSchema, ({ party, message }, sender) => {
    // A guest's signals come over the broker.
    if (party !== 'guest' && mayBe(party, sender)) company.receive(party, message);
  });
  channels.listen(IPC.presenceReport, bothWindows, presenceEnvelopeSchema, ({ party, report }, sender) => {
    if (mayBe(party, sender)) company.report(party, report);
  });
  channels.listen(IPC.presenceSnapshot, bothWindows, z.undefined(), (_, sender) =>
    sender.send(IPC.presenceUpdate, company.board()),
  );
};

/** A message of a side call to the window that holds it, or carries it on. */
export const sendSide = (
  windows: CabinWindows,
  party: Exclude<CallParty, 'guest'>,
  message: SideMessage,
): void => {
  const role = party === 'assistant' ? 'assistant' : 'patient';
  windows.window(role)?.webContents.send(IPC.sideEvent, { party, message });
};

/** Tells both windows who hears and sees whom. */
export const sendPresence = (windows: CabinWindows, board: PresenceBoard): void => {
  for (const role of bothWindows) windows.window(role)?.webContents.send(IPC.presenceUpdate, board);
};
