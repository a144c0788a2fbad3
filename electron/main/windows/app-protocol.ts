import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** The cabin's own pages are served from here and from nowhere else. */
export const APP_ORIGIN = 'app://cabine';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

const refused = (status: number): Response => new Response(null, { status });

/** Must run before Electron is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);

/**
 * Serves the built pages of `root` to a session, and what `held` has in memory under a path. Once per session: Electron refuses a second
 * handler.
 */
export const serveApp = (
  session: Session,
  root: string,
  held: (path: string) => Uint8Array<ArrayBuffer> | undefined = () => undefined,
): void =>
  session.protocol.handle('app', async (request) => {
    try {
      const url = new URL(request.url);
      if (url.host !== 'cabine' || request.method !== 'GET') return refused(404);
      const bytes = held(url.pathname);
      if (bytes !== undefined) return new Response(bytes, { headers: { 'cache-control': 'no-store' } });
      const file = normalize(join(root, decodeURIComponent(url.pathname)));
      if (!file.startsWith(root + sep)) return refused(403);
      const type = CONTENT_TYPES[extname(file)];
      if (type === undefined) return refused(404);
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    } catch {
      return refused(404);
    }
  });
