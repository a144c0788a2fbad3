import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { ClosingWords } from '#core/visit/closing/closing.ts';
import type { GuestKind } from '#core/visit/company/company.ts';
import type { EmergencyService } from '#core/visit/emergency/emergency.ts';
import type { ExamCommand } from '#core/visit/examination/commands.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import type { PaperKind } from '#core/visit/papers/papers.ts';
import type { PrivacyCommand } from '#core/visit/privacy/commands.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Exclusion } from '#core/visit/relevance/exclusions.ts';
import type { Pathway } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import type { Bulk } from '#renderer/call/bulk/bulk.ts';
import type { SentItem } from '#renderer/call/bulk/bulk-sender.ts';
import { createNotesKeeper, type NotesKeeper, type NotesState } from './model/notes.ts';
import type { ReadPaper } from './papers/read-paper.ts';

/** What this page holds of a consultation besides the cabin's projection. */
export interface ConsultationState {
  readonly notes: NotesState;
  /** Measures whose request is on its way to the cabin. */
  readonly sending: ReadonlySet<Measure>;
  /** The last refusal, until it is read or something else succeeds. */
  readonly refusal: Failure | undefined;
  readonly closing: boolean;
  /** How much of each paper has gone that this page is sending, 0 to 1, by its id. */
  readonly sendingPapers: ReadonlyMap<string, number>;
}

export const NO_CONSULTATION: ConsultationState = {
  notes: { text: '', status: { status: 'saved' } },
  sending: new Set(),
  refusal: undefined,
  closing: false,
  sendingPapers: new Map(),
};

type PrivacyAsked = Extract<PhysicianCommand, PrivacyCommand>['type'];
type LineAnswer = Extract<PhysicianCommand, { type: 'answer-line' }>['answer'];

export interface Consultation {
  readonly store: StoreApi<ConsultationState>;
  /** Takes each projection in; undefined (the visit is over, or no longer ours) forgets everything. */
  follow(projection: PhysicianProjection | undefined): void;
  request(measure: Measure): void;
  /** Asks to hear a point or to see a site. */
  requestExam(target: ExamTarget): void;
  /** Asks for a still, or 15 seconds of sound, of what is open. */
  takeItem(requestId: string): void;
  examine(command: Extract<ExamCommand, PhysicianCommand>): void;
  /** This physician has called, by their own telephone. */
  noteEmergencyCall(service: EmergencyService): void;
  choosePathway(pathway: Pathway): void;
  /** Notes, or takes back, what speaks against remote care. */
  tickExclusion(exclusion: Exclusion, ticked: boolean): void;
  /** A talk alone with the patient: wished, taken back, ended, or kept on. */
  privacy(type: PrivacyAsked): void;
  /** How to go on over a line that bears no picture. */
  answerLine(answer: LineAnswer): void;
  editNotes(text: string): void;
  /** Resolves to whether the cabin took the message, over any number of reconnections. */
  write(text: string): Promise<boolean>;
  /** Closes, and brings the notes along; until the cabin has answered, and once it agreed, neither notes nor decision can be changed. */
  /** `handedOverTo`: who has taken the patient over, asked for while an emergency is not over. */
  close(words: ClosingWords, handedOverTo?: string): Promise<Result<null, Failure>>;
  /** Announces a document and sends its bytes; they are forgotten here once the cabin has them. */
  sendPaper(kind: PaperKind, paper: ReadPaper): void;
  takeBackPaper(paperId: string): void;
  inviteGuest(kind: GuestKind, language: string | undefined): void;
  endGuest(guestId: string): void;
  dismissRefusal(): void;
}

type Options = {
  readonly bulk: Pick<Bulk, 'send' | 'withdraw' | 'store'>;
  readonly command: (command: PhysicianCommand) => Promise<Result<null, Failure>>;
  readonly clock: Pick<Clock, 'after'>;
  /** 8 to 64 characters, never the same twice. */
  readonly newId: () => string;
};

const shareOf = ({ item, sent }: SentItem): number => {
  if (sent.state === 'sending') return sent.bytes / item.byteLength;
  return sent.state === 'delivered' ? 1 : 0;
};

/** The physician's side of one consultation after another; between two it holds nothing. */
export const createConsultation = ({ command, bulk, clock, newId }: Options): Consultation => {
  const store = createStore<ConsultationState>(() => NO_CONSULTATION);
  let notes: NotesKeeper | undefined;

  const openNotes = (): NotesKeeper =>
    createNotesKeeper({
      clock,
      save: (text) => command({ type: 'save-notes', text }),
      onChange: (state) => store.setState({ notes: state }),
    });
  /** Answers that arrive after the visit was forgotten change nothing. */
  const ask = async (asked: PhysicianCommand): Promise<Result<null, Failure>> => {
    const mine = notes;
    const outcome = await command(asked);
    if (mine === notes && notes !== undefined)
      store.setState({ refusal: outcome.ok ? undefined : outcome.failure });
    return outcome;
  };
  const without = (measure: Measure): ReadonlySet<Measure> =>
    new Set([...store.getState().sending].filter((other) => other !== measure));

  bulk.store.subscribe(({ sent }) => {
    const papers = sent.filter(({ item }) => item.about.kind === 'paper');
    if (papers.length === 0 && store.getState().sendingPapers.size === 0) return;
    store.setState({ sendingPapers: new Map(papers.map((each) => [each.item.itemId, shareOf(each)])) });
  });

  return {
    store,
    follow: (projection) => {
      if (projection === undefined) {
        notes?.dispose();
        notes = undefined;
        store.setState(NO_CONSULTATION, true);
        return;
      }
      notes ??= openNotes();
      if (projection.stage === 'goodbye') notes.seal();
      notes.adopt(projection.notes);
    },
    request: (measure) => {
      if (store.getState().sending.has(measure)) return;
      store.setState({ sending: new Set([...store.getState().sending, measure]) });
      void ask({ type: 'request-measure', requestId: newId(), measure }).then(() =>
        store.setState({ sending: without(measure) }),
      );
    },
    requestExam: (target) => void ask({ type: 'request-exam', requestId: newId(), target }),
    takeItem: (requestId) => void ask({ type: 'take-exam-item', itemId: newId(), requestId }),
    examine: (command) => void ask(command),
    noteEmergencyCall: (service) => void ask({ type: 'note-emergency-call', service }),
    choosePathway: (pathway) => void ask({ type: 'choose-pathway', pathway }),
    tickExclusion: (exclusion, ticked) =>
      void ask({ type: ticked ? 'note-exclusion' : 'withdraw-exclusion', exclusion }),
    privacy: (type) => void ask({ type }),
    answerLine: (answer) => void ask({ type: 'answer-line', answer }),
    editNotes: (text) => {
      if (!store.getState().closing) notes?.edit(text);
    },
    write: async (text) => (await ask({ type: 'write-message', messageId: newId(), text })).ok,
    close: async (words, handedOverTo) => {
      const mine = notes;
      const { text } = store.getState().notes;
      store.setState({ closing: true });
      const outcome = await ask({
        type: 'close-consultation',
        ...words,
        notes: text,
        ...(handedOverTo && { handedOverTo }),
      });
      if (outcome.ok) mine?.seal();
      if (mine === notes) store.setState({ closing: false });
      return outcome;
    },
    sendPaper: (kind, { bytes, ...head }) => {
      const paperId = newId();
      const mine = notes;
      void ask({ type: 'send-paper', paper: { paperId, kind, ...head } }).then((outcome) => {
        if (outcome.ok && mine === notes) void bulk.send(paperId, { kind: 'paper' }, bytes, { keep: false });
      });
    },
    takeBackPaper: (paperId) => {
      bulk.withdraw(paperId);
      void ask({ type: 'take-back-paper', paperId });
    },
    inviteGuest: (kind, language) =>
      void ask({
        type: 'invite-guest',
        guestId: newId(),
        kind,
        ...(language === undefined ? {} : { language }),
      }),
    endGuest: (guestId) => void ask({ type: 'end-guest', guestId }),
    dismissRefusal: () => store.setState({ refusal: undefined }),
  };
};
