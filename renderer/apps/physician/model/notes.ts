import type { ErrorCode, Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** What the page says beside the notes. The words are true: `saved` means that the cabin has acknowledged this very text. */
export type NotesState = {
  readonly text: string;
  readonly status:
    | { readonly status: 'saved' }
    | { readonly status: 'unsaved' }
    | { readonly status: 'saving' }
    | { readonly status: 'failed'; readonly code: ErrorCode };
};

export interface NotesKeeper {
  state(): NotesState;
  /** The physician typed. */
  edit(text: string): void;
  /** The cabin's copy arrived: it fills the field after a reload, and never replaces what is being typed. */
  adopt(text: string): void;
  /** The consultation is closed: the record has what the cabin has, nothing is sent or typed any more. */
  seal(): void;
  dispose(): void;
}

/** Pause in typing after which the text is sent, in milliseconds. */
const PAUSE: Milliseconds = 800;
/** A refused or lost save is tried again after this long, in milliseconds. */
const RETRY: Milliseconds = 3_000;

type Options = {
  readonly clock: Pick<Clock, 'after'>;
  readonly save: (text: string) => Promise<Result<null, Failure>>;
  readonly onChange: (state: NotesState) => void;
};

/** Keeps the notes of one consultation: one save on its way at a time, the newest text always last. */
export const createNotesKeeper = ({ clock, save, onChange }: Options): NotesKeeper => {
  let state: NotesState = { text: '', status: { status: 'saved' } };
  let cancelTimer: () => void = () => undefined;
  let onItsWay = false;
  let sealed = false;
  let disposed = false;

  const become = (next: NotesState) => {
    state = next;
    if (!disposed) onChange(state);
  };
  const sendIn = (delay: Milliseconds) => {
    cancelTimer();
    cancelTimer = clock.after(delay, send);
  };
  const settle = (sent: string, outcome: Result<null, Failure>) => {
    onItsWay = false;
    if (disposed || sealed) return;
    if (!outcome.ok) {
      become({ ...state, status: { status: 'failed', code: outcome.failure.code } });
      sendIn(RETRY);
    } else if (state.text === sent) become({ ...state, status: { status: 'saved' } });
    else sendIn(0);
  };
  function send(): void {
    if (onItsWay || disposed || sealed || state.status.status === 'saved') return;
    const { text } = state;
    onItsWay = true;
    become({ text, status: { status: 'saving' } });
    void save(text).then((outcome) => settle(text, outcome));
  }

  return {
    state: () => state,
    edit: (text) => {
      if (sealed) return;
      become({ text, status: { status: 'unsaved' } });
      if (!onItsWay) sendIn(PAUSE);
    },
    adopt: (text) => {
      if (state.status.status === 'saved' && text !== state.text) {
        become({ text, status: { status: 'saved' } });
      }
    },
    seal: () => {
      if (sealed) return;
      sealed = true;
      cancelTimer();
      become({ text: state.text, status: { status: 'saved' } });
    },
    dispose: () => {
      disposed = true;
      cancelTimer();
      state = { text: '', status: { status: 'saved' } };
    },
  };
};
