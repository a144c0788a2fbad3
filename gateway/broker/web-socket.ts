import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, type RawData, type WebSocket, WebSocketServer } from 'ws';
import { LARGEST_SIGNALLING_MESSAGE_BYTES } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { isSameOrigin } from '../http/origin.ts';
import { createBucket } from '../rate-limit.ts';
import type { Broker } from './broker.ts';
import { createPacketMeter } from './packet-meter.ts';

/** A packet is a message with its topic and header. */
const LARGEST_PACKET_BYTES = LARGEST_SIGNALLING_MESSAGE_BYTES + 1_024;
/** One frame may carry several packets. */
const LARGEST_FRAME_BYTES = 2 * LARGEST_PACKET_BYTES;
/** This machine's own, its cabin above all, come in beyond it. */
const MOST_CONNECTIONS = 256;
/** Connections of one address that have not said who they are; those of a practice that comes back at once say it within a second. */
const MOST_STRANGERS = 32;
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** MQTT packets of one connection: an attempt takes about fifty at once, a quiet page one every 15 s. */
const PACKET_RATE = { burst: 300, perSecond: 50 };
/** RFC 6455, 7.4.1. */
const TOO_BIG = 1009;
const POLICY = 1008;

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data);

/** Closes a connection whose packets are too large, malformed or too many. */
const meter = (socket: WebSocket, clock: Clock): void => {
  const packets = createPacketMeter(LARGEST_PACKET_BYTES);
  const bucket = createBucket(PACKET_RATE, clock);
  socket.on('message', (data) => {
    const begun = packets.feed(bytesOf(data));
    if (begun === 'too-large' || begun === 'malformed') {
      socket.close(TOO_BIG);
      socket.terminate();
      return;
    }
    for (let packet = 0; packet < begun; packet += 1) {
      if (bucket.take()) continue;
      socket.close(POLICY);
      socket.terminate();
      return;
    }
  });
};

export interface WebSocketOptions {
  readonly path: string;
  readonly broker: Broker;
  /** Where a request came from, behind a proxy too. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly clock: Clock;
}

/** Serves MQTT over WebSocket at `path` of the HTTP server; every other upgrade is refused. Returns what ends it. */
export const serveWebSocket = (server: Server, options: WebSocketOptions): (() => void) => {
  const { path, broker, addressOf, clock } = options;
  /** How many strangers each address has here. */
  const strangers = new Map<string, number>();
  const addStranger = (address: string): (() => void) => {
    strangers.set(address, (strangers.get(address) ?? 0) + 1);
    let known = false;
    return () => {
      if (known) return;
      known = true;
      const left = (strangers.get(address) ?? 1) - 1;
      if (left > 0) strangers.set(address, left);
      else strangers.delete(address);
    };
  };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  });
  const objectionTo = (request: IncomingMessage): string | undefined => {
    if (request.url !== path) return '404 Not Found';
    if (!isSameOrigin(request)) return '403 Forbidden';
    const address = addressOf(request);
    if ((strangers.get(address) ?? 0) >= MOST_STRANGERS) return '429 Too Many Requests';
    if (LOOPBACK.has(address)) return undefined;
    return sockets.clients.size >= MOST_CONNECTIONS ? '503 Service Unavailable' : undefined;
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const objection = objectionTo(request);
    if (objection !== undefined) {
      refuse(socket, objection);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      meter(webSocket, clock);
      const stream = createWebSocketStream(webSocket);
      stream.on('error', () => webSocket.terminate());
      const noStranger = addStranger(addressOf(request));
      webSocket.once('close', noStranger);
      broker.handle(stream, request, noStranger);
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
};
