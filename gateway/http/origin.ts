import type { IncomingMessage } from 'node:http';

/** Host and port as a browser sends them; anything else never reaches a header of ours. */
const HOST = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;

/** The host that the client asked, when it is one. */
export const hostOf = (request: IncomingMessage): string | undefined => {
  const { host } = request.headers;
  return host !== undefined && HOST.test(host) ? host : undefined;
};

/** True for a page of this gateway, and for a program that is no page (no `Origin`). */
export const isSameOrigin = (request: IncomingMessage): boolean => {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const host = hostOf(request);
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
};

/**
 * The address that a request came from, for counting. Behind a reverse proxy it is the last one in `X-Forwarded-For`, which the proxy
 * itself wrote; what stands before that came from outside and is not believed.
 */
export const clientAddress = (request: IncomingMessage, behindProxy: boolean): string => {
  const forwarded = behindProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim();
  return last || request.socket.remoteAddress || '';
};
