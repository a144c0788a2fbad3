import { type Failure, failure } from '#core/contract/error-codes.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import {
  TABLET_FORGETS_MS,
  type TabletBoard,
  type TabletFromHost,
  type TabletOrder,
  type TabletToHost,
} from '#core/contract/tablet.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { commandSchema } from '#core/visit/commands.ts';
import { worksWithoutSignIn } from '#core/visit/decide/decide.ts';
import type { AssistantView } from '#core/visit/projections/assistant.ts';
import type { Channels, Sender } from '../ipc/channel.ts';
import { ProjectionChannel } from '../visit/projection-channel.ts';

/** The assistant's tablets, as the main process sees them: each is one more screen of the assistant's, opened by a code of its own. */
export interface TabletDesk {
  receive(message: TabletFromHost): void;
  /** The gateway died, and every connection with it. */
  gone(): void;
  /** The visit, or who is on duty, may have changed. */
  refresh(): void;
  /** To every tablet; nothing of a patient. */
  push(channel: string, payload: unknown): void;
  /** What a device says during a capture: to the tablets that show the visit now, not to one that asks for a code or is blind. */
  live(message: unknown): void;
  /** The visit is over: nothing of it stays on any tablet. */
  forget(): void;
  board(): TabletBoard;
  order(order: TabletOrder): void;
}

interface TabletDeskOptions {
  readonly clock: Clock;
  /** Whether the profile asks for tablets. */
  readonly wanted: boolean;
  readonly pass: Channels['pass'];
  /** Name of whoever is on duty. */
  readonly onDuty: () => string | undefined;
  /** What the assistant's window shows, or what it shows while nobody has typed a code. */
  readonly view: (isOpen: boolean) => AssistantView;
  readonly send: (message: TabletToHost) => void;
  readonly onBoard: () => void;
  /** One line for the log of accesses. */
  readonly audit: (what: string) => void;
}

interface Session {
  readonly pairing: string;
  readonly name: string;
  /** Who typed their code on this tablet, as long as they are on duty. */
  person: string | undefined;
  /** Whether what was sent last is the visit itself. */
  shows: boolean;
  readonly channel: ProjectionChannel<AssistantView>;
}

type Asked = Extract<TabletFromHost, { readonly type: 'tablet-asked' }>;

/** What a tablet may ask before somebody has typed their code on it. */
const BEFORE_SIGN_IN: readonly string[] = [
  IPC.signIn,
  IPC.interruptionSeen,
  IPC.qualitySnapshot,
  IPC.presenceSnapshot,
  IPC.report,
];

/** Confirming on a telephone opens the cabin for whoever stands before its own screen: a tablet takes a code alone. */
const byCodeAlone = (view: AssistantView): AssistantView => {
  if (view.access === 'private') return view;
  const { confirmation: _confirmation, ...told } = view;
  return { ...told, candidates: told.candidates.map(({ confirms: _confirms, ...candidate }) => candidate) };
};

export const createTabletDesk = (options: TabletDeskOptions): TabletDesk => {
  const { clock, pass, onDuty, view, send, audit } = options;
  const sessions = new Map<string, Session>();
  /** Whose code a tablet that has just lost its connection was opened by. */
  const lately = new Map<string, { readonly person: string; readonly cancel: () => void }>();
  let board: TabletBoard = options.wanted ? { state: 'starting' } : { state: 'off' };

  const isOpen = ({ person }: Session): boolean => person !== undefined && person === onDuty();
  const tell = (session: string, channel: string, payload: unknown): void =>
    send({ type: 'tablet-send', session, message: { type: 'push', channel, payload } });

  const opened = (id: string, pairing: string, name: string): void => {
    const before = lately.get(pairing);
    before?.cancel();
    lately.delete(pairing);
    const session: Session = {
      pairing,
      name,
      person: before?.person,
      shows: false,
      channel: new ProjectionChannel(() => {
        const shown = byCodeAlone(view(isOpen(session)));
        session.shows = shown.access === 'open';
        return shown;
      }),
    };
    sessions.set(id, session);
    session.channel.listen((update) => tell(id, IPC.update, update));
    audit(`tablet ${name}: connected`);
  };

  const closed = (id: string): void => {
    const session = sessions.get(id);
    if (session === undefined) return;
    sessions.delete(id);
    const { pairing, person } = session;
    if (person === undefined) return;
    const cancel = clock.after(TABLET_FORGETS_MS, () => lately.delete(pairing));
    lately.set(pairing, { person, cancel });
  };

  const isAllowed = (session: Session, { channel, payload }: Asked): boolean => {
    if (isOpen(session) || BEFORE_SIGN_IN.includes(channel)) return true;
    const command = channel === IPC.command ? commandSchema.safeParse(payload) : undefined;
    return command?.success === true && worksWithoutSignIn(command.data.type);
  };

  const answer = async (id: string, session: Session, asked: Asked): Promise<Result<unknown, Failure>> => {
    const { channel, payload } = asked;
    if (channel === IPC.snapshot) return ok(session.channel.snapshot());
    if (!isAllowed(session, asked)) return fail(failure('NOT_SIGNED_IN', channel));
    const sender: Sender = { role: 'assistant', send: (name, value) => tell(id, name, value) };
    const answered = await pass(channel, payload, sender);
    if (channel === IPC.signIn && answered?.ok) {
      session.person = onDuty();
      audit(`tablet ${session.name}: opened by ${session.person}`);
      session.channel.refresh();
    }
    return answered ?? ok(null);
  };

  const asked = async (message: Asked): Promise<void> => {
    const { session: id, number } = message;
    const session = sessions.get(id);
    if (session === undefined) return;
    const answered = await answer(id, session, message);
    send({ type: 'tablet-send', session: id, message: { type: 'answer', number, answer: answered } });
  };

  const refresh = (): void => {
    for (const [id, session] of sessions) {
      if (session.person !== undefined && !isOpen(session)) {
        session.person = undefined;
        send({ type: 'tablet-send', session: id, message: { type: 'forget' } });
      }
      session.channel.refresh();
    }
  };

  return {
    receive: (message) => {
      switch (message.type) {
        case 'tablet-board':
          board = message.board;
          options.onBoard();
          break;
        case 'tablet-opened':
          opened(message.session, message.id, message.name);
          break;
        case 'tablet-closed':
          closed(message.session);
          break;
        case 'tablet-asked':
          void asked(message);
          break;
        case 'tablet-news':
          audit(`tablet ${message.name}: ${message.news}`);
          break;
      }
    },
    gone: () => {
      for (const id of sessions.keys()) closed(id);
      board = options.wanted ? { state: 'starting' } : { state: 'off' };
      options.onBoard();
    },
    refresh,
    push: (channel, payload) => {
      for (const id of sessions.keys()) tell(id, channel, payload);
    },
    live: (message) => {
      for (const [id, session] of sessions) if (session.shows) tell(id, IPC.devicePort, message);
    },
    forget: () => {
      for (const session of sessions.keys())
        send({ type: 'tablet-send', session, message: { type: 'forget' } });
    },
    board: () => board,
    order: (order) => {
      if (order.type === 'end-pairing') {
        // A tablet that was cut is not opened again by what its person typed before.
        lately.get(order.id)?.cancel();
        lately.delete(order.id);
        for (const session of sessions.values()) if (session.pairing === order.id) session.person = undefined;
      }
      send({ type: 'tablet-order', order });
    },
  };
};
