import { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import accepts from 'accepts';
import type { Clock } from '#core/time.ts';
import { type Answer, refusal } from '../../http/answer.ts';
import { createCompressor } from '../../http/compressed.ts';
import { securityHeaders } from '../../http/headers.ts';
import { hostOf } from '../../http/origin.ts';
import { reply } from '../../http/reply.ts';
import { readStaticFile } from '../../http/static-files.ts';
import { createBuckets } from '../../rate-limit.ts';
import type { Certificates } from '../certificates/certificates.ts';
import { appleProfile } from './apple-profile.ts';
import { CERTIFICATE_PATH, PLAIN_POLICY, PROFILE_PATH, plainPage } from './plain-page.ts';

/** A page is some twenty files. */
const RATE = { burst: 120, perSecond: 4 };
const MOST_ADDRESSES = 500;

/** A file of the build, by name: no way leads from it to another page. */
const ASSET = /^\/assets\/[\w-][\w.-]*$/;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The host of a request without its port, when it is a name of this machine: a page of another name that leads here gets nothing. */
export const ownHostOf = (request: IncomingMessage, certificates: Certificates): string | undefined => {
  const host = hostOf(request)
    ?.replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  const { host: name, addresses } = certificates.names();
  return host !== undefined && (host === name || addresses.includes(host)) ? host : undefined;
};

const NOT_FOUND: Answer = { status: 404, type: 'text/plain; charset=utf-8', content: 'Not found' };
/** Another host than any of this machine's (RFC 9110, 15.5.20). */
const MISDIRECTED = 421;

/** Answers what `answer` gives, within the rate and to this machine's own names alone. */
const createHandler = (
  certificates: Certificates,
  clock: Clock,
  headersOf: (request: IncomingMessage) => Record<string, string>,
  answer: (request: IncomingMessage, path: string, host: string) => Promise<Answer>,
): Handler => {
  const bucketOf = createBuckets(RATE, MOST_ADDRESSES, clock);
  return (request, response) => {
    for (const [name, value] of Object.entries(headersOf(request))) response.setHeader(name, value);
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const host = ownHostOf(request, certificates);
    const give = async (): Promise<Answer> => {
      if (host === undefined) return { status: MISDIRECTED };
      if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'NOT_ALLOWED');
      if (!bucketOf(request.socket.remoteAddress ?? '').take()) return refusal(429, 'NOT_NOW');
      return answer(request, path, host);
    };
    give().then(
      (sent) => reply(request, response, sent),
      () => response.destroy(),
    );
  };
};

/** The tablet's page over HTTPS: its own files, and nothing of the other pages. */
export const createPageHandler = (webRoot: string, certificates: Certificates, clock: Clock): Handler => {
  const compressed = createCompressor();
  return createHandler(
    certificates,
    clock,
    (request) => ({
      ...securityHeaders(hostOf(request), undefined),
      // What the page hears and sees stays on the cabin's own screen.
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
    }),
    async (request, path) => {
      const file = path === '/' ? '/tablet.html' : ASSET.test(path) ? path : undefined;
      const found = file === undefined ? undefined : await readStaticFile(webRoot, file);
      if (found === undefined) return NOT_FOUND;
      const { content, encoding = null } = await compressed(request, found);
      const cache = found.immutable ? 'private, max-age=31536000, immutable' : 'no-store';
      return { status: 200, type: found.type, content, encoding, cache };
    },
  );
};

/**
 * The one page in the clear: it gives the authority's certificate and says how to install it. A name that browsers had been told to
 * reach over HTTPS alone (HSTS) could not give it any more, so none is.
 */
export const createPlainHandler = (
  certificates: Certificates,
  siteName: string,
  securePort: () => number,
  clock: Clock,
): Handler => {
  const der = new X509Certificate(certificates.authority).raw;
  return createHandler(
    certificates,
    clock,
    () => ({
      'content-security-policy': PLAIN_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }),
    async (request, path, host) => {
      if (path === CERTIFICATE_PATH) return { status: 200, type: 'application/x-x509-ca-cert', content: der };
      if (path === PROFILE_PATH)
        return {
          status: 200,
          type: 'application/x-apple-aspen-config',
          content: appleProfile(der, siteName),
        };
      if (path !== '/') return NOT_FOUND;
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        content: plainPage({
          language: accepts(request).language('fr', 'en') === 'en' ? 'en' : 'fr',
          siteName,
          fingerprint: certificates.fingerprint,
          secureAddress: addressOf('https', host, securePort()),
        }),
      };
    },
  );
};

/** `https://192.168.1.20:8444/`. */
export const addressOf = (scheme: 'https' | 'http', host: string, port: number): string =>
  `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}/`;
