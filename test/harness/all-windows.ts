import type { Page } from 'playwright';
import { openCabin, type RunningCabin } from './cabin.ts';
import { openRig } from './rig.ts';
import type { Undo } from './undo.ts';

/** Every role that has a window of its own. */
export const ROLES = ['patient', 'assistant', 'technician'] as const;

type Role = (typeof ROLES)[number];

/** A cabin with all of its windows open, the technician's too. */
export interface AllWindows {
  readonly cabin: RunningCabin;
  /** The role's present page. */
  readonly pageOf: (role: Role) => Promise<Page>;
}

/** Starts it with devices that are played 20 times as fast; `undo` closes it. */
export const openAllWindows = async (undo: Undo): Promise<AllWindows> => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
  const opened = cabin.app.waitForEvent('window');
  await (await cabin.assistant()).evaluate(() => Reflect.get(window, 'cabine').openTechnician());
  await (await opened).waitForURL('app://**');
  return { cabin, pageOf: (role) => cabin[role]() };
};
