import type { IncomingMessage, ServerResponse } from 'node:http';
import { LINE_TEST_PATH } from '#core/call/line-test.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { KeySet } from '#core/contract/identity.ts';
import { type GatewayConfig, type Session, signInSchema } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock } from '#core/time.ts';
import { createBuckets } from '../rate-limit.ts';
import { readBody } from './body.ts';
import { securityHeaders } from './headers.ts';

import type { createIdentityAnswer } from './identity.ts';
import { createLineTest } from './line-test.ts';
import { hostOf, isSameOrigin } from './origin.ts';
import { readStaticFile } from './static-files.ts';

/** Sign-ins of one address: a person may mistype a few times, a program gets nowhere. */
const SIGN_IN_RATE = { burst: 10, perSecond: 0.1 };
const MOST_ADDRESSES = 1_000;

export interface HandlerOptions {
  readonly webRoot: string;
  readonly config: GatewayConfig;
  /** The session of a right account and code, or undefined. */
  readonly signIn: (account: string, accessCode: string) => Promise<Session | undefined>;
  readonly identity: ReturnType<typeof createIdentityAnswer>;
  /** What the statements of `POST /identity` are verified with. */
  readonly keys: KeySet;
  readonly clients: () => number;
  readonly clock: Clock;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly content: Buffer | string;
  readonly cache?: string;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  content: JSON.stringify(body),
});
const refusal = (status: number, code: ErrorCode): Answer => json(status, { code });

/** Answers the physician's page: its files, the configuration, sign-in, and whether the gateway is well. */
export const createHandler = (options: HandlerOptions) => {
  const bucketOf = createBuckets(SIGN_IN_RATE, MOST_ADDRESSES, options.clock);

  const signIn = async (request: IncomingMessage): Promise<Answer> => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    if (!bucketOf(request.socket.remoteAddress ?? '').take()) return refusal(429, 'SIGN_IN_REFUSED');
    const body = await readBody(request, signInSchema);
    if (!body) return refusal(400, 'INVALID_MESSAGE');
    const session = await options.signIn(body.account, body.accessCode);
    return session ? json(200, session) : refusal(403, 'SIGN_IN_REFUSED');
  };

  const state = async (request: IncomingMessage): Promise<Answer> => {
    const stated = await options.identity(request);
    return stated.ok ? json(200, stated.value) : refusal(stated.failure.status, stated.failure.code);
  };

  const file = async (path: string): Promise<Answer> => {
    const found = await readStaticFile(options.webRoot, path);
    if (!found) return { status: 404, type: 'text/plain; charset=utf-8', content: 'Not found' };
    const cache = found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, type: found.type, content: found.content, cache };
  };

  const lineTest = createLineTest(options.clock);
  const testLine = async (request: IncomingMessage, query: string): Promise<Answer> => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    const tested = await lineTest(request, query);
    if (tested.type === 'refused') return refusal(tested.status, 'NOT_NOW');
    if (tested.type === 'taken') return json(200, { bytes: tested.bytes });
    return { status: 200, type: 'application/octet-stream', content: tested.bytes };
  };

  const answer = (request: IncomingMessage): Promise<Answer> | Answer => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/session' && request.method === 'POST') return signIn(request);
    if (path === '/identity' && request.method === 'POST') return state(request);
    if (path === LINE_TEST_PATH) return testLine(request, query);
    if (!reads) return refusal(405, 'NOT_ALLOWED');
    if (path === '/config') return json(200, options.config);
    if (path === '/keys') return json(200, options.keys);
    if (path === '/health')
      return json(200, { status: 'ok', protocolVersion: PROTOCOL_VERSION, clients: options.clients() });
    return file(path);
  };

  const reply = (request: IncomingMessage, response: ServerResponse, sent: Answer): void => {
    const content = Buffer.from(sent.content);
    response.writeHead(sent.status, {
      ...securityHeaders(hostOf(request)),
      'content-type': sent.type,
      'content-length': content.length,
      'cache-control': sent.cache ?? 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    Promise.resolve(answer(request)).then(
      (sent) => reply(request, response, sent),
      () => reply(request, response, refusal(500, 'GATEWAY_LOST')),
    );
  };
};
