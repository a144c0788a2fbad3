import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rung } from '#core/call/ladder/rungs.ts';
import { assertNever } from '#core/result.ts';
import { openExam } from '#core/visit/examination/examination.ts';
import type { Pathway } from '#core/visit/words.ts';
import { useConversation } from '#renderer/ui/conversation/use-conversation.ts';
import { useNow } from '#renderer/ui/staff/use-now.ts';
import { Brief } from './brief.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { RelevanceNotice } from './closing/relevance-notice.tsx';
import { InviteDialog } from './company/invite-dialog.tsx';
import { ConsultationHeader } from './consultation-header.tsx';
import { CameraPane } from './exam/camera-pane.tsx';
import { EXAM_KEYS, type LowerPane } from './exam/exam-keys.tsx';
import { ListeningPane } from './exam/listening-pane.tsx';
import { nextLayout, type StageLayout, swappedLayout } from './exam/stage-layout.ts';
import { IncidentsDialog } from './incidents.tsx';
import { MeasuresPanel } from './measures-panel.tsx';
import { turnMedia } from './media-keys.tsx';
import { canRequest, requestState } from './model/request-state.ts';
import { NotesCard } from './notes-card.tsx';
import { Notices } from './notices.tsx';
import { PapersDialog } from './papers/papers-dialog.tsx';
import { useDroppedFile } from './papers/use-dropped-file.ts';
import { PlethStrip, useFrozenCopy } from './pleth-strip.tsx';
import { mayTalkAlone } from './private-talk.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { ReadingsList } from './readings-list.tsx';
import { REQUEST_KEYS, RequestKeys } from './request-keys.tsx';
import { useKeys } from './use-keys.ts';
import { hasMediaKeys, VideoStage } from './video-stage.tsx';
import { type ConsultationView, isSettled } from './view.ts';

type Question = 'none' | 'papers' | 'close' | 'incidents' | 'emergency' | 'invite';

/** Every key of the page and what it does now. */
const usePageKeys = (
  view: ConsultationView,
  ask: (question: Question) => void,
  choose: (pathway: Pathway) => void,
  focusNotes: () => void,
  freeze: () => void,
  write: () => void,
  panes: {
    readonly onPane: (pane: LowerPane) => void;
    readonly cycleLayout: () => void;
    readonly swapLayout: () => void;
  },
): void => {
  const { visit, state, actions } = view;
  const requests = REQUEST_KEYS.map(({ key, measure }) => {
    const request = () => {
      if (canRequest(requestState(measure, visit, state.sending))) actions.request(measure);
    };
    return [key, request] as const;
  });
  const chooseBoth = (rung: Rung | undefined) => {
    view.controls.chooseRung('incoming', rung);
    view.controls.chooseRung('outgoing', rung);
  };
  const exams = EXAM_KEYS.map(({ tab, key }) => [key, () => panes.onPane(tab)] as const);
  // What decides, asks or keeps needs Alt: somebody may type without being in the notes.
  useKeys({
    ...Object.fromEntries(exams),
    ...Object.fromEntries(requests),
    v: panes.cycleLayout,
    x: panes.swapLayout,
    n: focusNotes,
    f: freeze,
    m: write,
    'alt+i': () => {
      const open = openExam(visit.examination);
      const live = open?.target.instrument === 'exam-camera' && open.instrument?.state === 'live';
      if (open !== undefined && live) actions.takeItem(open.requestId);
    },
    ...(isSettled(view)
      ? {}
      : {
          'alt+d': () => choose('remote'),
          'alt+p': () => choose('in-person'),
          'alt+u': () => choose('emergency'),
        }),
    ...(hasMediaKeys(view)
      ? { 'alt+m': () => turnMedia(view, 'audio'), 'alt+v': () => turnMedia(view, 'video') }
      : {}),
    'alt+g': () => ask('invite'),
    'alt+o': () => ask('papers'),
    ...(mayTalkAlone(view) ? { 'alt+e': () => actions.privacy('ask-private-talk') } : {}),
    'alt+s': () => chooseBoth('audio'),
    'alt+a': () => chooseBoth(undefined),
    'alt+c': () => {
      if (visit.stage !== 'goodbye') ask('close');
    },
  });
};

/** The file of the visit, or the exam that was chosen. */
const LowerPart = ({ view, pane }: { readonly view: ConsultationView; readonly pane: LowerPane }) => {
  const { visit, agreement } = view;
  switch (pane) {
    case 'file':
      return (
        <div className="panes">
          <ReadingsList readings={visit.readings} table={visit.alertTable} agreement={agreement} />
          <Brief visit={visit} />
        </div>
      );
    case 'back':
      return <ListeningPane key={pane} {...view} start="back" />;
    case 'heart':
      return <ListeningPane key={pane} {...view} start="front" />;
    case 'ear':
    case 'throat':
    case 'skin':
      return <CameraPane key={pane} {...view} site={pane} />;
    default:
      return assertNever(pane);
  }
};

/** One consultation: the cabin's picture and the notes on the left, the measures and the requests on the right. */
export const ConsultationPage = ({ rail, ...view }: ConsultationView & { readonly rail: ReactNode }) => {
  const { visit, feedback, agreement, actions } = view;
  const { t } = useTranslation('physician');
  const now = useNow();
  const [question, setQuestion] = useState<Question>('none');
  const notes = useRef<HTMLTextAreaElement>(null);
  const strip = useRef<HTMLElement>(null);
  const frozen = useFrozenCopy(strip);
  const choose = useMemo(
    () => (pathway: Pathway) => {
      if (pathway === 'emergency') setQuestion('emergency');
      else actions.choosePathway(pathway);
    },
    [actions],
  );
  const [writing, setWriting] = useState(false);
  const [pane, setPane] = useState<LowerPane>('file');
  /** The same key opens a pane and leads back to the file. */
  const togglePane = (chosen: LowerPane) => setPane((before) => (before === chosen ? 'file' : chosen));
  const [layout, setLayout] = useState<StageLayout>('exam');
  const side = useConversation(visit.messages, 'physician', actions.write);
  usePageKeys(
    view,
    setQuestion,
    choose,
    () => notes.current?.focus(),
    frozen.freeze,
    () => setWriting(true),
    {
      onPane: togglePane,
      cycleLayout: () => setLayout(nextLayout(layout)),
      swapLayout: () => setLayout(swappedLayout(layout)),
    },
  );
  const none = () => setQuestion('none');
  const dropped = useDroppedFile(() => setQuestion('papers'));
  const closePapers = () => {
    dropped.forget();
    none();
  };
  const requests = <RequestKeys key="requests" {...view} pane={pane} onPane={togglePane} />;
  const lower = <LowerPart key="lower" view={view} pane={pane} />;
  // What is read out to the emergency services comes before what is asked for.
  const isUrgent = visit.emergency !== undefined;
  return (
    <>
      <ConsultationHeader {...view} onPathway={choose} />
      <main className="pg">
        {rail}
        <div className="pcol">
          <VideoStage
            {...view}
            layout={layout}
            onLayout={setLayout}
            side={side}
            writing={writing}
            onWriting={setWriting}
            onInvite={() => setQuestion('invite')}
            onClose={() => setQuestion('close')}
          />
          <RelevanceNotice {...view} onPathway={choose} />
          <NotesCard
            {...view}
            field={notes}
            onIncidents={() => setQuestion('incidents')}
            onPapers={() => setQuestion('papers')}
          />
        </div>
        <div className="pcol">
          <Notices {...view} />
          <MeasuresPanel visit={visit} feedback={feedback} agreement={agreement} now={now + view.skewMs} />
          <PlethStrip {...view} strip={strip} frozen={frozen} />
          {isUrgent ? [lower, requests] : [requests, lower]}
        </div>
      </main>
      {question === 'close' ? <CloseDialog {...view} onPathway={choose} onClose={none} /> : null}
      {question === 'invite' && visit.stage !== 'goodbye' ? <InviteDialog {...view} onClose={none} /> : null}
      {question === 'papers' ? <PapersDialog {...view} dropped={dropped.file} onClose={closePapers} /> : null}
      {question === 'incidents' ? <IncidentsDialog incidents={visit.incidents} onClose={none} /> : null}
      {question === 'emergency' && visit.stage !== 'goodbye' ? (
        <QuestionDialog
          urgent
          title={t('header.confirm-emergency')}
          lead={t('header.emergency-lead')}
          yes={t('header.emergency-yes')}
          onYes={() => actions.choosePathway('emergency')}
          onClose={none}
        />
      ) : null}
    </>
  );
};
