import type { Page } from 'playwright';
import { type RawData, WebSocket } from 'ws';
import { lendNames } from './lend-names.ts';

type News =
  | { readonly type: 'open' | 'closed'; readonly id: number }
  | { readonly type: 'message'; readonly id: number; readonly text: string };

declare global {
  interface Window {
    benchSocketOpen?: (id: number, url: string) => Promise<void>;
    benchSocketSend?: (id: number, text: string) => Promise<void>;
    benchSocketClose?: (id: number) => Promise<void>;
    /** What happens to the sockets that were opened for this page, in order. */
    benchSocketNews?: (news: News) => void;
    /** A `WebSocket` whose other end is in the process of the bench. */
    BenchWebSocket?: typeof globalThis.WebSocket;
  }
}

/**
 * Lends a page web sockets that the process of the bench opens for it: the cabin's window may reach no network, and must not for a bench
 * either. Once for a page. Gives what closes them all.
 */
export const lendSockets = async (page: Page): Promise<() => void> => {
  const sockets = new Map<number, WebSocket>();
  const tell = (news: News): void =>
    void page.evaluate((told) => window.benchSocketNews?.(told), news).catch(() => {});
  await page.exposeFunction('benchSocketOpen', (id: number, url: string) => {
    const socket = new WebSocket(url);
    sockets.set(id, socket);
    socket.on('open', () => tell({ type: 'open', id }));
    socket.on('message', (data: RawData) => tell({ type: 'message', id, text: data.toString() }));
    // An error is followed by the end.
    socket.on('error', () => {});
    socket.on('close', () => tell({ type: 'closed', id }));
  });
  await page.exposeFunction('benchSocketSend', (id: number, text: string) => sockets.get(id)?.send(text));
  await page.exposeFunction('benchSocketClose', (id: number) => sockets.get(id)?.close());
  await lendNames(page);
  await page.evaluate(() => {
    const known = new Map<number, Tunnelled>();
    class Tunnelled {
      readyState = 0;
      onopen: (() => void) | undefined;
      onmessage: ((event: { readonly data: string }) => void) | undefined;
      onclose: (() => void) | undefined;
      private readonly id = known.size + 1;
      constructor(url: string) {
        known.set(this.id, this);
        void window.benchSocketOpen?.(this.id, url);
      }
      hear(news: News): void {
        if (news.type === 'message') this.onmessage?.({ data: news.text });
        if (news.type === 'open') {
          this.readyState = 1;
          this.onopen?.();
        }
        if (news.type === 'closed') {
          this.readyState = 3;
          this.onclose?.();
        }
      }
      send(text: string): void {
        void window.benchSocketSend?.(this.id, text);
      }
      close(): void {
        void window.benchSocketClose?.(this.id);
      }
    }
    window.benchSocketNews = (news) => known.get(news.id)?.hear(news);
    Object.assign(window, { BenchWebSocket: Tunnelled });
  });
  return () => {
    for (const socket of sockets.values()) socket.terminate();
  };
};
