import type { StoreApi } from 'zustand/vanilla';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Numbered } from '#core/contract/ipc.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { liveMessageSchema } from '#core/contract/live.ts';
import { type PresenceBoard, presenceBoardSchema } from '#core/contract/presence.ts';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { TabletChannel } from '#core/contract/tablet.ts';
import { fail, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { AssistantView } from '#core/visit/projections/assistant.ts';
import type { AssistantCompany } from '#renderer/call/company/assistant-company.ts';
import { idleCompany } from '#renderer/call/company/idle-company.ts';
import { createLive, type Live } from '#renderer/stores/live.ts';
import { createMirror, type Mirror } from '#renderer/stores/mirror.ts';
import { createQualityBoard } from '#renderer/stores/quality.ts';
import type { Ask, CabinKeys } from '../cabin.ts';
import type { TabletConnection } from './link.ts';

/** What the assistant's screen on a tablet is drawn from; nothing of it outlives `close`. */
export interface TabletScreen {
  readonly visit: StoreApi<Mirror<AssistantView>>;
  readonly live: Live;
  readonly quality: StoreApi<QualityBoard>;
  readonly part: AssistantCompany;
  readonly ask: Ask;
  readonly keys: CabinKeys;
  close(): void;
}

type Asked = Promise<Result<null, Failure>>;

/** The assistant's screen over the tablet's connection, whose numbers of updates begin anew with each. */
export const createTabletScreen = (
  { link, ask, onPush }: Pick<TabletConnection, 'link' | 'ask' | 'onPush'>,
  clock: Clock,
): TabletScreen => {
  const stops: (() => void)[] = [];
  const hear = (channel: string, listener: (payload: unknown) => void): (() => void) => {
    const stop = onPush((name, payload) => {
      if (name === channel) listener(payload);
    });
    stops.push(stop);
    return stop;
  };
  // What the cabin answers through a channel is what its window gets by the same one.
  const askFor = (channel: TabletChannel, payload?: unknown): Asked => ask(channel, payload) as Asked;

  const mirror = createMirror<AssistantView>({
    snapshot: async () => {
      const answer = await ask(IPC.snapshot);
      if (!answer.ok) throw new Error(`The snapshot was refused: ${answer.failure.code}`);
      return answer.value as Numbered<AssistantView>;
    },
    onUpdate: (listener) => hear(IPC.update, (update) => listener(update as Numbered<AssistantView>)),
    after: clock.after,
  });
  const live = createLive({
    monotonic: clock.monotonic,
    epoch: () => {
      const state = mirror.store.getState();
      return state.status === 'connecting' ? undefined : state.projection.epoch;
    },
  });
  hear(IPC.devicePort, (payload) => {
    const message = liveMessageSchema.safeParse(payload);
    if (message.success) live.take(message.data);
  });
  const quality = createQualityBoard((listener) =>
    hear(IPC.qualityUpdate, (board) => listener(board as QualityBoard)),
  );
  const { part } = idleCompany();
  const presence = part.presence as StoreApi<PresenceBoard>;
  hear(IPC.presenceUpdate, (board) => {
    const known = presenceBoardSchema.safeParse(board);
    if (known.success) presence.setState(known.data, true);
  });
  const askForBoards = (): void => {
    void ask(IPC.qualitySnapshot);
    void ask(IPC.presenceSnapshot);
  };
  askForBoards();
  stops.push(
    link.subscribe(({ state }, before) => {
      if (state === before.state) return;
      if (state === 'lost') {
        live.lose();
        mirror.lose();
      }
      if (state === 'open') {
        mirror.lose();
        askForBoards();
      }
    }),
  );

  return {
    visit: mirror.store,
    live,
    quality,
    part,
    ask: (command) => askFor(IPC.command, command),
    keys: {
      chooseDevice: (choice) => askFor(IPC.chooseDevice, choice),
      signIn: (signIn) => askFor(IPC.signIn, signIn),
      // Nobody is offered it here: it opens the cabin for whoever stands before the cabin's own screen.
      confirmSignIn: async () => fail(failure('NOT_ALLOWED')),
      stopConfirming: () => undefined,
      signOut: () => askFor(IPC.signOut),
      checkOpening: () => askFor(IPC.openingCheck),
      interruptionSeen: () => void ask(IPC.interruptionSeen),
    },
    close: () => {
      for (const stop of stops) stop();
      mirror.close();
    },
  };
};
