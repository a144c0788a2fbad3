import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PeerServer } from 'peer';
import type { Peer } from 'peerjs';
import type { Page } from 'playwright';
import { freePort } from '#test/harness/free-port.ts';
import { benchFrame, type ComparedCall, closeBenchMedia, openBenchMedia } from './bench-media.ts';
import { lendSockets } from './tunnel.ts';

declare global {
  interface Window {
    /** The library's own global. */
    Peer?: typeof Peer;
    benchPeerJs?: Peer;
  }
}

const HOST = '127.0.0.1';

/** A server of PeerJS, and two pages that may call one another over it. */
export interface PeerJsCalls {
  play(caller: Page, called: Page): Promise<ComparedCall>;
  close(): Promise<void>;
}

const startServer = async (port: number): Promise<() => Promise<void>> => {
  const server = await new Promise<{ close(done: () => void): unknown; closeAllConnections?(): void }>(
    (resolve) => PeerServer({ host: HOST, port, path: '/' }, resolve),
  );
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections?.();
    });
};

/** Signs one end in with the server; it answers whoever calls, with its camera and microphone. */
const openEnd = async (page: Page, id: string, port: number): Promise<void> => {
  await openBenchMedia(page);
  await page.evaluate(
    ({ id, host, port }) =>
      new Promise<void>((resolve, reject) => {
        const { Peer, BenchWebSocket, benchMedia: media } = window;
        if (!Peer || !BenchWebSocket || !media) throw new Error('the page was not prepared');
        const { WebSocket } = window;
        // The library makes its socket while it is constructed; what the page itself opens later is not to be tunnelled.
        window.WebSocket = BenchWebSocket;
        const end = new Peer(id, { host, port, path: '/', config: { iceServers: [] } });
        window.WebSocket = WebSocket;
        window.benchPeerJs = end;
        setTimeout(() => reject(new Error('the server of PeerJS does not answer')), 10_000);
        end.on('open', () => resolve());
        end.on('error', reject);
        end.on('call', (call) => {
          call.on('stream', media.show);
          call.answer(media.stream);
        });
      }),
    { id, host: HOST, port },
  );
};

const closeEnd = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.benchPeerJs?.destroy());
  await closeBenchMedia(page);
};

/** Starts PeerJS's own server, and loads its own client into both pages. */
export const openPeerJs = async (one: Page, other: Page): Promise<PeerJsCalls> => {
  const port = await freePort();
  const stopServer = await startServer(port);
  const library = join(dirname(createRequire(import.meta.url).resolve('peerjs')), 'peerjs.min.js');
  const client = await readFile(library, 'utf8');
  const drops: (() => void)[] = [];
  for (const page of [one, other]) {
    drops.push(await lendSockets(page));
    await page.evaluate(`${client}\n;0`);
  }
  let turn = 0;
  return {
    play: async (caller, called) => {
      turn += 1;
      const calledId = `called-${turn}`;
      await Promise.all([openEnd(caller, `caller-${turn}`, port), openEnd(called, calledId, port)]);
      try {
        const frames = Promise.all([benchFrame(caller), benchFrame(called)]);
        const beganAt = await caller.evaluate((id) => {
          const { benchPeerJs: end, benchMedia: media } = window;
          const began = performance.timeOrigin + performance.now();
          if (media) end?.call(id, media.stream).on('stream', media.show);
          return began;
        }, calledId);
        const [callerSees, calledSees] = await frames;
        return { beganAt, callerSees, calledSees };
      } finally {
        await Promise.all([closeEnd(caller), closeEnd(called)]);
      }
    },
    close: async () => {
      for (const drop of drops) drop();
      await stopServer();
    },
  };
};
