import WebSocket from 'ws';
import * as z from 'zod';

const messageSchema = z.looseObject({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.looseObject({}).optional(),
  sessionId: z.string().optional(),
});
type Message = z.infer<typeof messageSchema>;

/** A connection to the DevTools of a program that is just starting: lighter than a driver, which would hold its start back. */
export interface Devtools {
  send(method: string, params?: object, sessionId?: string): void;
  onEvent(listener: (event: Message) => void): void;
  close(): void;
}

/** Connects to `ws://…`, the address that Chromium prints when it is started with `--remote-debugging-port`. */
export const openDevtools = async (url: string): Promise<Devtools> => {
  const socket = new WebSocket(url);
  const listeners: ((event: Message) => void)[] = [];
  let lastId = 0;
  socket.on('message', (data) => {
    const message = messageSchema.parse(JSON.parse(String(data)));
    if (message.method !== undefined) for (const listener of listeners) listener(message);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  // A program that ends takes the connection with it.
  socket.on('error', () => undefined);
  return {
    send: (method, params = {}, sessionId) => {
      lastId += 1;
      socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId && { sessionId }) }));
    },
    onEvent: (listener) => void listeners.push(listener),
    close: () => socket.close(),
  };
};
