import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { TABLET_PATH } from '#core/contract/tablet.ts';
import type { Clock } from '#core/time.ts';
import { hostOf } from '../http/origin.ts';
import { createBuckets } from '../rate-limit.ts';

/** A drawn reason or a note of the assistant is far shorter. */
const LARGEST_MESSAGE_BYTES = 64 * 1_024;
/** A tablet that does not take what it is sent is cut: what waits for it grows old. */
const MOST_WAITING_BYTES = 2 * 1_024 * 1_024;
/** Eight tablets, each of which may be coming back. */
const MOST_CONNECTIONS = 24;
/** Connections from one address: a code typed wrongly takes one. */
const RATE = { burst: 20, perSecond: 0.5 };
const MOST_ADDRESSES = 500;

/** One connection, as a session uses it. */
export interface TabletSocket {
  readonly transmit: (text: string) => void;
  readonly close: () => void;
}

/** What takes the messages of one connection. */
export interface TabletEnd {
  receive(text: string): void;
  gone(): void;
}

interface SocketsOptions {
  readonly clock: Clock;
  /** Whether the host that was asked is this machine. */
  readonly isOwn: (request: IncomingMessage) => boolean;
  readonly open: (socket: TabletSocket) => TabletEnd;
}

/** Serves the tablets' WebSocket; every other upgrade is refused. Returns what ends it. */
export const serveTabletSockets = (server: Server, { clock, isOwn, open }: SocketsOptions): (() => void) => {
  const bucketOf = createBuckets(RATE, MOST_ADDRESSES, clock);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const objectionTo = (request: IncomingMessage): string | undefined => {
    if (request.url !== TABLET_PATH) return '404 Not Found';
    // A page of another origin, and a program that says none.
    if (!isOwn(request) || request.headers.origin !== `https://${hostOf(request)}`) return '403 Forbidden';
    if (!bucketOf(request.socket.remoteAddress ?? '').take()) return '429 Too Many Requests';
    return sockets.clients.size >= MOST_CONNECTIONS ? '503 Service Unavailable' : undefined;
  };
  const attach = (webSocket: WebSocket): void => {
    const end = open({
      transmit: (text) => {
        if (webSocket.bufferedAmount > MOST_WAITING_BYTES) webSocket.terminate();
        else webSocket.send(text);
      },
      // What was just said is still sent.
      close: () => webSocket.close(),
    });
    webSocket.on('error', () => webSocket.terminate());
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) webSocket.close();
      else end.receive(String(data));
    });
    webSocket.once('close', () => end.gone());
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const objection = objectionTo(request);
    if (objection !== undefined) {
      socket.end(`HTTP/1.1 ${objection}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, attach);
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
};
