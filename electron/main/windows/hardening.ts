import { app, type Session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

/**
 * Denies by default. The only permission given is camera and microphone, to a page that may use them now, for `getUserMedia` with a named kind:
 * screen capture arrives as `media` too, with no kind.
 */
export const restrictPermissions = (session: Session, mayUseMedia: () => boolean): void => {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(mayUseMedia() && permission === 'media' && kinds.length > 0 && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => mayUseMedia() && permission === 'media' && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};

/**
 * No page leaves its address, not even for the page of another role, opens another, or embeds one; it may load itself again. Holds for
 * every window there will ever be.
 */
export const restrictNavigation = (): void => {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
};
