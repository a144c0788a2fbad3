import * as z from 'zod';
import { failure } from '#core/contract/error-codes.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { type InstrumentRole, instrumentRoleSchema } from '#core/instruments/bindings.ts';
import { mediaReportSchema } from '#core/opening/check/media-report.ts';
import { fail, ok } from '#core/result.ts';
import type { OpeningCheck } from '../opening/opening-check.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import type { Channels } from './channel.ts';

const patientOnly = ['patient'] as const;

interface OpeningParts {
  readonly check: OpeningCheck;
  /** Who is on duty, while nobody is in the cabin. */
  readonly mayCheck: () => string | undefined;
  readonly onMissing: (roles: readonly InstrumentRole[]) => void;
}

/** The check before opening: the patient's window looks, the assistant's asks for it once more. */
export const openOpeningChannels = (
  channels: Channels,
  { check, mayCheck, onMissing }: OpeningParts,
): void => {
  channels.listen(IPC.openingReport, patientOnly, mediaReportSchema, check.hear);
  channels.listen(IPC.instrumentsMissing, patientOnly, z.array(instrumentRoleSchema).max(10), onMissing);
  channels.answer(IPC.openingCheck, ['assistant'], z.undefined(), () => {
    const by = mayCheck();
    if (by === undefined) return fail(failure('NOT_NOW', 'visit'));
    check.begin(by);
    return ok(null);
  });
};

/** Asks the patient's page to look, or to stop. */
export const sendLook = (windows: CabinWindows, looking: boolean): void =>
  windows.window('patient')?.webContents.send(IPC.openingLook, looking);
