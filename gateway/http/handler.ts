import type { IncomingMessage, ServerResponse } from 'node:http';
import { LINE_TEST_PATH } from '#core/call/line-test.ts';
import type { KeySet } from '#core/contract/identity.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock } from '#core/time.ts';
import { DEMO_MOUNT, type IdentityProvider } from '../sign-in/identity-provider.ts';
import { type Answer, json, type Routes, refusal } from './answer.ts';
import { createCompressor } from './compressed.ts';
import { securityHeaders } from './headers.ts';
import { createLineTest } from './line-test.ts';
import { hostOf, isSameOrigin } from './origin.ts';
import { reply } from './reply.ts';
import { readStaticFile } from './static-files.ts';

export interface HandlerOptions {
  readonly webRoot: string;
  readonly config: GatewayConfig;
  readonly routes: Routes;
  readonly serveDemo: IdentityProvider['serveDemo'];
  /** What the statements of `POST /identity` are verified with. */
  readonly keys: KeySet;
  readonly clients: () => number;
  /** Where the broker is, when it is elsewhere: pages may connect to it. */
  readonly brokerOrigin: string | undefined;
  /** Where a request came from, for counting. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly clock: Clock;
}

/** Answers the physician's page: its files, the configuration, sign-in, and whether the gateway is well. */
export const createHandler = (options: HandlerOptions) => {
  const compressed = createCompressor();
  const file = async (request: IncomingMessage, path: string): Promise<Answer> => {
    const found = await readStaticFile(options.webRoot, path);
    if (!found) return { status: 404, type: 'text/plain; charset=utf-8', content: 'Not found' };
    const cache = found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
    const { content, encoding = null } = await compressed(request, found);
    return { status: 200, type: found.type, content, encoding, cache };
  };

  const lineTest = createLineTest(options.addressOf, options.clock);
  const testLine = async (request: IncomingMessage, query: string): Promise<Answer> => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    const tested = await lineTest(request, query);
    if (tested.type === 'refused') return refusal(tested.status, 'NOT_NOW');
    if (tested.type === 'taken') return json(200, { bytes: tested.bytes });
    return { status: 200, type: 'application/octet-stream', content: tested.bytes };
  };

  const answer = (request: IncomingMessage, path: string, query: string): Promise<Answer> | Answer => {
    const { method = '' } = request;
    const route = options.routes[`${method} ${path}`];
    if (route) return route(request);
    if (path === LINE_TEST_PATH) return testLine(request, query);
    if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'NOT_ALLOWED');
    if (path === '/config') return json(200, options.config);
    if (path === '/keys') return json(200, options.keys);
    if (path === '/health')
      return json(200, { status: 'ok', protocolVersion: PROTOCOL_VERSION, clients: options.clients() });
    return file(request, path);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    for (const [name, value] of Object.entries(securityHeaders(hostOf(request), options.brokerOrigin)))
      response.setHeader(name, value);
    const wentWrong = (): void => {
      if (response.headersSent) response.destroy();
      else reply(request, response, refusal(500, 'GATEWAY_LOST'));
    };
    if (options.serveDemo && path.startsWith(`${DEMO_MOUNT}/`)) {
      options.serveDemo(request, response).catch(wentWrong);
      return;
    }
    Promise.resolve(answer(request, path, query)).then((sent) => reply(request, response, sent), wentWrong);
  };
};
