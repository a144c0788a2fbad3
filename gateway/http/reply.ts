import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer, whole and with its headers; nothing is kept by a browser unless the answer says so. */
export const reply = (request: IncomingMessage, response: ServerResponse, sent: Answer): void => {
  const content = Buffer.from(sent.content ?? '');
  response.writeHead(sent.status, {
    ...(sent.type === undefined ? {} : { 'content-type': sent.type }),
    ...(sent.status === 204 ? {} : { 'content-length': content.length }),
    ...(sent.location === undefined ? {} : { location: sent.location }),
    ...(sent.cookies && sent.cookies.length > 0 ? { 'set-cookie': [...sent.cookies] } : {}),
    ...(sent.encoding ? { 'content-encoding': sent.encoding } : {}),
    ...(sent.encoding === undefined ? {} : { vary: 'accept-encoding' }),
    'cache-control': sent.cache ?? 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
};
