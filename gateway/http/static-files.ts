import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { GUEST_PATH } from '#core/contract/guests.ts';

/** What the physician's page is made of; a file of any other kind is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

export interface StaticFile {
  /** On this machine's disk. */
  readonly path: string;
  readonly content: Buffer;
  readonly type: string;
  /** Its name changes with its content, so a browser may keep it. */
  readonly immutable: boolean;
}

/** Addresses that people see, and the file behind each. */
const PAGES: Readonly<Record<string, string>> = { '/': '/physician.html', [GUEST_PATH]: '/guest.html' };

/** The file of a request path below `root`, or undefined: not there, outside, of an unknown kind, or a path that cannot be decoded. */
export const readStaticFile = async (root: string, path: string): Promise<StaticFile | undefined> => {
  try {
    const decoded = decodeURIComponent(PAGES[path] ?? path);
    const type = CONTENT_TYPES[extname(decoded)];
    if (type === undefined || decoded.includes('\0') || decoded.includes('\\')) return undefined;
    const realRoot = await realpath(root);
    // Symbolic links are followed first, so that none leads out.
    const file = await realpath(join(realRoot, decoded));
    if (!file.startsWith(realRoot + sep)) return undefined;
    return { path: file, content: await readFile(file), type, immutable: decoded.startsWith('/assets/') };
  } catch {
    return undefined;
  }
};
