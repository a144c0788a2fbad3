import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type FromTablet,
  TABLET_FORGETS_MS,
  type TabletChannel,
  type ToTablet,
  toTabletSchema,
} from '#core/contract/tablet.ts';
import { fail, type Result } from '#core/result.ts';
import type { Clock, Instant, Milliseconds } from '#core/time.ts';
import { pairingProof, sessionBytes, type TabletChallenge } from '#core/trust/tablet-proof.ts';
import { signingKeyOf } from '#gateway/client/trust/es256.ts';
import type { KeptKey, KeyStore } from './kept-key.ts';

/** How a tablet stands to its cabin. */
export type TabletLink =
  | { readonly state: 'starting' }
  /** It asks for a code; with why the last one was not taken, or why the pairing is over. */
  | { readonly state: 'unpaired'; readonly pairing: boolean; readonly refusal?: ErrorCode | 'no-storage' }
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  /** What was shown is old, since then. */
  | { readonly state: 'lost'; readonly at: Instant }
  /** Lost for so long that nothing is shown any more. */
  | { readonly state: 'away' };

/** The connection of a tablet's page to its cabin; comes back by itself. */
export interface TabletConnection {
  readonly link: StoreApi<TabletLink>;
  start(): Promise<void>;
  /** Pairs with the code that the cabin shows. */
  pair(digits: string, name: string): Promise<void>;
  /** Asks through a channel of the assistant's window; `GATEWAY_LOST` without a connection. */
  ask(channel: TabletChannel, payload?: unknown): Promise<Result<unknown, Failure>>;
  onPush(listener: (channel: string, payload: unknown) => void): () => void;
}

/** What a connection is made of; a browser's `WebSocket` is one. */
export interface TabletSocket {
  send(text: string): void;
  close(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

interface ConnectionOptions {
  readonly connect: () => TabletSocket;
  readonly keys: KeyStore;
  readonly clock: Clock;
  /** The visit is over, or somebody else is on duty: the page begins anew. */
  readonly onForget: () => void;
}

const HERE_EVERY_MS: Milliseconds = 3_000;
/** Two answers were missed: what is on the screen may be old. */
const SILENCE_MS: Milliseconds = 7_000;
const RETRY_MS: Milliseconds = 1_000;

const parse = (data: unknown): ToTablet | undefined => {
  try {
    return toTabletSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
};

export const createTabletConnection = ({
  connect,
  keys,
  clock,
  onForget,
}: ConnectionOptions): TabletConnection => {
  const link = createStore<TabletLink>(() => ({ state: 'starting' }));
  const set = (next: TabletLink): void => link.setState(next, true);
  const waiting = new Map<number, (answer: Result<unknown, Failure>) => void>();
  const listeners = new Set<(channel: string, payload: unknown) => void>();
  let kept: KeptKey | undefined;
  let asked: { readonly digits: string; readonly name: string; readonly pair: CryptoKeyPair } | undefined;
  let socket: TabletSocket | undefined;
  let numbers = 0;
  let cancelHere: () => void = () => undefined;
  let cancelSilence: () => void = () => undefined;
  let cancelAway: () => void = () => undefined;

  const say = (message: FromTablet): void => socket?.send(JSON.stringify(message));

  const lose = (): void => {
    const { state } = link.getState();
    if (state === 'open') {
      set({ state: 'lost', at: clock.now() });
      cancelAway = clock.after(TABLET_FORGETS_MS, () => set({ state: 'away' }));
    }
    for (const answer of waiting.values()) answer(fail(failure('GATEWAY_LOST')));
    waiting.clear();
  };
  const drop = (): void => {
    cancelHere();
    cancelSilence();
    const before = socket;
    socket = undefined;
    if (before !== undefined) {
      before.onclose = null;
      before.onmessage = null;
      before.close();
    }
    lose();
  };
  const later = (): void => {
    drop();
    if (kept !== undefined) clock.after(RETRY_MS, reach);
    else if (asked !== undefined) unpair('GATEWAY_LOST');
  };
  const unpair = (refusal: ErrorCode): void => {
    drop();
    cancelAway();
    asked = undefined;
    set({ state: 'unpaired', pairing: false, refusal });
  };
  const heard = (): void => {
    cancelSilence();
    cancelSilence = clock.after(SILENCE_MS, later);
  };
  const beat = (): void => {
    cancelHere = clock.after(HERE_EVERY_MS, () => {
      say({ type: 'here' });
      beat();
    });
  };

  const answerChallenge = async (challenge: TabletChallenge): Promise<void> => {
    if (kept !== undefined) {
      const { sign } = await signingKeyOf(kept.pair);
      say({ type: 'prove', id: kept.id, signature: await sign(sessionBytes(challenge, kept.id)) });
    } else if (asked !== undefined) {
      const { publicKey } = await signingKeyOf(asked.pair);
      say({
        type: 'pair',
        key: publicKey,
        name: asked.name,
        proof: pairingProof(asked.digits, challenge, publicKey),
      });
    }
  };
  const paired = async (id: string): Promise<void> => {
    if (asked === undefined) return;
    kept = { pair: asked.pair, id };
    asked = undefined;
    await keys.write(kept);
  };
  const refused = async (code: ErrorCode): Promise<void> => {
    if (code === 'NOT_NOW') return later();
    if (code === 'TABLET_UNKNOWN') {
      kept = undefined;
      await keys.erase();
    }
    unpair(code);
  };

  const take = (message: ToTablet): void => {
    switch (message.type) {
      case 'challenge':
        void answerChallenge(message);
        break;
      case 'paired':
        void paired(message.id);
        break;
      case 'welcome':
        cancelAway();
        set({ state: 'open' });
        break;
      case 'refused':
        void refused(message.code);
        break;
      case 'answer': {
        const answer = message.answer as Result<unknown, Failure>;
        waiting.get(message.number)?.(answer);
        waiting.delete(message.number);
        break;
      }
      case 'push':
        for (const listener of listeners) listener(message.channel, message.payload);
        break;
      case 'forget':
        onForget();
        break;
      case 'here':
        break;
    }
  };

  const reach = (): void => {
    drop();
    const opened = connect();
    socket = opened;
    opened.onmessage = ({ data }) => {
      const message = parse(data);
      if (message === undefined) return;
      heard();
      take(message);
    };
    opened.onclose = later;
    heard();
    beat();
  };

  return {
    link,
    start: async () => {
      try {
        kept = await keys.read();
      } catch {
        set({ state: 'unpaired', pairing: false, refusal: 'no-storage' });
        return;
      }
      if (kept === undefined) set({ state: 'unpaired', pairing: false });
      else {
        set({ state: 'connecting' });
        reach();
      }
    },
    pair: async (digits, name) => {
      set({ state: 'unpaired', pairing: true });
      asked = { digits, name, pair: await keys.make() };
      reach();
    },
    ask: (channel, payload) => {
      if (link.getState().state !== 'open') return Promise.resolve(fail(failure('GATEWAY_LOST')));
      numbers += 1;
      const number = numbers;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        say({ type: 'ask', number, channel, payload });
      });
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
