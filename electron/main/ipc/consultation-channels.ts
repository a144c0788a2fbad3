import * as z from 'zod';
import { judgeEchoes, readingEchoesSchema } from '#core/call/echo.ts';
import { callLevelsSchema } from '#core/call/ledger.ts';
import { physicianCommandSchema } from '#core/contract/consultation.ts';
import { attemptRefusalSchema, type CallEvent, callSignalSchema } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { paperDeliverySchema } from '#core/contract/printing.ts';
import { ok } from '#core/result.ts';
import type { CallMeter } from '../consultation/call-meter.ts';
import type { CallRelay } from '../consultation/call-relay.ts';
import type { LineWatch } from '../consultation/line-watch.ts';
import type { PaperDesk } from '../printing/paper-desk.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { ProjectionHub } from '../visit/projection-hub.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels, Sender } from './channel.ts';

const nothing = z.undefined();
const patientOnly = ['patient'] as const;

/** What the patient's window needs to hold the call: signalling, the physician's projection, the physician's commands. */
export const openConsultationChannels = (
  channels: Channels,
  {
    keeper,
    hub,
    windows,
    relay,
    callAlive,
    meter,
    lineWatch,
    papers,
  }: {
    keeper: VisitKeeper;
    hub: ProjectionHub;
    windows: CabinWindows;
    relay: CallRelay;
    callAlive: (alive: boolean) => void;
    meter: Pick<CallMeter, 'hear' | 'flush'>;
    lineWatch: Pick<LineWatch, 'hear'>;
    papers: Pick<PaperDesk, 'deliver'>;
  },
): void => {
  const sendProjection = (window: Pick<Sender, 'send'> | undefined): void => {
    const { sequence, projection } = hub.snapshot('physician');
    window?.send(IPC.consultationUpdate, projection === undefined ? undefined : { sequence, projection });
  };
  channels.listen(IPC.callOpen, patientOnly, nothing, () => relay.windowReady());
  channels.listen(IPC.callSignal, patientOnly, callSignalSchema, ({ attempt, signal }) =>
    relay.fromWindow(attempt, signal),
  );
  channels.listen(IPC.callRefusal, patientOnly, attemptRefusalSchema, ({ attempt, code }) =>
    relay.refusedByWindow(attempt, code),
  );
  channels.listen(IPC.callAlive, patientOnly, z.boolean(), callAlive);
  channels.listen(IPC.callLevels, patientOnly, callLevelsSchema, (levels) => {
    meter.hear(levels);
    lineWatch.hear(levels);
  });
  channels.listen(IPC.consultationSnapshot, patientOnly, nothing, (_, sender) => sendProjection(sender));
  // The claim was checked when the peer was opened: whoever is on the encrypted channel holds it.
  channels.answer(IPC.consultationCommand, patientOnly, physicianCommandSchema, (command) => {
    // The record is written at once, and holds the call up to its last second.
    if (command.type === 'close-consultation') meter.flush();
    return keeper.ask('physician', command);
  });
  channels.answer(IPC.paperDeliver, patientOnly, paperDeliverySchema, papers.deliver);
  channels.answer(IPC.consultationEcho, patientOnly, readingEchoesSchema, (readings) => {
    const noted = keeper.bring({ type: 'note-echoes', readings });
    return noted.ok ? ok(judgeEchoes(keeper.visit().readings, readings)) : noted;
  });
  hub.listen('physician', () => sendProjection(windows.window('patient')?.webContents));
};

/** Tells the patient's window about the call. */
export const sendCallEvent = (windows: CabinWindows, event: CallEvent): void =>
  windows.window('patient')?.webContents.send(IPC.callEvent, event);
