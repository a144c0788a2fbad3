import { type BrowserWindow, session } from 'electron';
import type { Misconfiguration } from '#core/contract/misconfiguration.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import { serveApp } from './app-protocol.ts';
import { restrictPermissions } from './hardening.ts';
import type { WindowLayout } from './layout.ts';
import { openRoleWindow, type WindowRole } from './role-window.ts';

interface MisconfiguredWindowsOptions {
  readonly layout: WindowLayout;
  readonly language: StaffLanguage;
  readonly rendererRoot: string;
  readonly packaged: boolean;
  /** Opens the technician's window too. */
  readonly technician: boolean;
  readonly told: Misconfiguration;
}

/** The windows of a cabin whose profile cannot be used: closed to the patient, and to the others where the mistake is. */
export const openMisconfiguredWindows = (options: MisconfiguredWindowsOptions): void => {
  const { layout, language, rendererRoot, packaged, technician, told } = options;
  const open = (role: WindowRole): BrowserWindow => {
    const own = session.fromPartition(role);
    serveApp(own, rendererRoot);
    restrictPermissions(own, () => false);
    return openRoleWindow({
      role,
      session: own,
      bounds: layout[role],
      framed: layout.framed,
      language,
      kiosk: packaged,
      devTools: !packaged,
      page: { name: 'misconfigured', parameters: role === 'patient' ? {} : { told: JSON.stringify(told) } },
    });
  };
  open('patient');
  open('assistant');
  if (technician) open('technician');
};
