import { join } from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import type { StaffLanguage } from '#core/visit/words.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import type { Bounds } from './layout.ts';

export type WindowRole = 'patient' | 'assistant' | 'technician';

interface RoleWindowOptions {
  readonly role: WindowRole;
  readonly session: Session;
  readonly bounds: Bounds;
  readonly framed: boolean;
  readonly language: StaffLanguage;
  /** A packaged cabin fills its display and cannot be left. */
  readonly kiosk: boolean;
  readonly devTools: boolean;
  /** Another page than the role's own, with what its address says besides the language. */
  readonly page?: { readonly name: string; readonly parameters: Readonly<Record<string, string>> };
}

/** Opens the window of a role: sandboxed, isolated, with that role's preload only. */
export const openRoleWindow = (options: RoleWindowOptions): BrowserWindow => {
  const { role, session, bounds, framed, language, kiosk, devTools } = options;
  const window = new BrowserWindow({
    ...bounds,
    frame: framed || role !== 'patient',
    kiosk: kiosk && role === 'patient',
    show: false,
    title: 'Cabine',
    backgroundColor: '#F1F4F2',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '..', 'preload', `${role}.cjs`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools,
      // A covered or hidden window still draws live values; a throttled one would show them late.
      backgroundThrottling: false,
      // The spoken sentences must not wait for a first touch.
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  // Without a window manager a new window may come smaller than asked.
  window.setBounds(bounds);
  window.once('ready-to-show', () => window.show());
  const { name, parameters } = options.page ?? { name: role, parameters: {} };
  void window.loadURL(`${APP_ORIGIN}/${name}.html?${new URLSearchParams({ lang: language, ...parameters })}`);
  return window;
};
