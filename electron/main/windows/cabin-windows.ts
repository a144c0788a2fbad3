import { type BrowserWindow, type Session, session, type WebContents } from 'electron';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import { serveApp } from './app-protocol.ts';
import { restrictPermissions } from './hardening.ts';
import type { WindowLayout } from './layout.ts';
import { openRoleWindow, type WindowRole } from './role-window.ts';
import { wipeSession } from './wipe.ts';

/** The cabin's windows: one per role, opened again whenever one is lost; the technician's only when it is asked for. */
export interface CabinWindows {
  /** The role of a page, or undefined for a page that is not one of ours. */
  roleOf(contents: WebContents): WindowRole | undefined;
  window(role: WindowRole): BrowserWindow | undefined;
  /** Closes the patient's window, empties every session, confirms it; a new patient window opens only then. */
  wipe(): Promise<Result<null, Failure>>;
  openAll(): void;
  /** Opens the technician's window, or brings it to the front. */
  openTechnician(): void;
}

interface CabinWindowsOptions {
  readonly clock: Clock;
  readonly layout: WindowLayout;
  readonly language: StaffLanguage;
  readonly rendererRoot: string;
  readonly packaged: boolean;
  /** Whether the page of this role may open camera and microphone now. */
  readonly mayUseMedia: (role: WindowRole) => boolean;
  /** A page crashed or hung; it is on its way back. */
  readonly onLost: (role: WindowRole) => void;
  /** The person closed a window: outside a kiosk that ends the cabin. */
  readonly onClosed: () => void;
  /** The technician's window is closed. */
  readonly onTechnicianLeft: () => void;
}

const ROLES = ['patient', 'assistant', 'technician'] as const satisfies readonly WindowRole[];
/** A page that dies again and again is reopened slowly, never in a tight loop. */
const REOPEN_AFTER_CRASH_MS = 500;

export const createCabinWindows = (options: CabinWindowsOptions): CabinWindows => {
  const { clock, layout, language, rendererRoot, packaged, onLost, onClosed, onTechnicianLeft } = options;
  const sessions: Record<WindowRole, Session> = {
    patient: session.fromPartition('patient'),
    assistant: session.fromPartition('assistant'),
    technician: session.fromPartition('technician'),
  };
  for (const role of ROLES) {
    serveApp(sessions[role], rendererRoot);
    restrictPermissions(sessions[role], () => options.mayUseMedia(role));
  }
  const open: Partial<Record<WindowRole, BrowserWindow>> = {};

  const destroy = (role: WindowRole): void => {
    const window = open[role];
    delete open[role];
    window?.destroy();
  };

  const openWindow = (role: WindowRole): void => {
    const window = openRoleWindow({
      role,
      session: sessions[role],
      bounds: layout[role],
      framed: layout.framed,
      language,
      kiosk: packaged,
      devTools: !packaged,
    });
    open[role] = window;
    window.webContents.on('render-process-gone', () => {
      destroy(role);
      onLost(role);
      clock.after(REOPEN_AFTER_CRASH_MS, () => openWindow(role));
    });
    window.on('close', (event) => {
      if (packaged && role !== 'technician') event.preventDefault();
    });
    window.on('closed', () => {
      if (open[role] !== window) return;
      delete open[role];
      if (role === 'technician') onTechnicianLeft();
      else onClosed();
    });
  };

  return {
    roleOf: (contents) => ROLES.find((role) => open[role]?.webContents === contents),
    window: (role) => open[role],
    openAll: () => {
      openWindow('patient');
      openWindow('assistant');
    },
    openTechnician: () => {
      if (open.technician === undefined) openWindow('technician');
      else open.technician.focus();
    },
    wipe: async () => {
      destroy('patient');
      const patient = await wipeSession(sessions.patient);
      if (!patient.ok) return patient;
      open.assistant?.webContents.reload();
      const assistant = await wipeSession(sessions.assistant);
      if (!assistant.ok) return assistant;
      // What a technician was shown of the visit is forgotten with it.
      open.technician?.webContents.reload();
      const technician = await wipeSession(sessions.technician);
      if (!technician.ok) return technician;
      openWindow('patient');
      return technician;
    },
  };
};
