import type { IncomingMessage } from 'node:http';

/** How the cookies of one gateway are named and guarded. */
export interface CookieJar {
  /** The value that the browser sent, or undefined. */
  read(request: IncomingMessage, name: string): string | undefined;
  /**
   * A `set-cookie` header. `lax` goes along when another site leads here by a link (the way back from the identity provider),
   * `strict` never does. Never readable by scripts.
   */
  set(name: string, value: string, sameSite: 'lax' | 'strict', seconds: number): string;
  /** A `set-cookie` header that takes it away. */
  clear(name: string, sameSite: 'lax' | 'strict'): string;
}

/** A value of ours is a token or an identifier; anything else was not set by us. */
const VALUE = /^[A-Za-z0-9._-]+$/;

/**
 * Cookies of a gateway that browsers know as `origin`. Over TLS the `__Host-` prefix keeps other hosts of the domain from setting them;
 * without it (this machine only) the port is part of the name, since browsers share cookies among ports.
 */
export const createCookieJar = (origin: () => string): CookieJar => {
  const isSecure = (): boolean => origin().startsWith('https:');
  const fullName = (name: string): string =>
    isSecure() ? `__Host-cabine-${name}` : `cabine-${name}-${new URL(origin()).port}`;
  const set: CookieJar['set'] = (name, value, sameSite, seconds) =>
    [
      `${fullName(name)}=${value}`,
      'Path=/',
      'HttpOnly',
      `SameSite=${sameSite === 'lax' ? 'Lax' : 'Strict'}`,
      `Max-Age=${seconds}`,
      ...(isSecure() ? ['Secure'] : []),
    ].join('; ');
  return {
    read: (request, name) => {
      const wanted = `${fullName(name)}=`;
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
      return value !== undefined && VALUE.test(value) ? value : undefined;
    },
    set,
    clear: (name, sameSite) => set(name, '', sameSite, 0),
  };
};
