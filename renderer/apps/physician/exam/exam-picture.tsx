import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { openExam } from '#core/visit/examination/examination.ts';
import type { BodySite } from '#core/visit/examination/targets.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConsultationView } from '../view.ts';
import { STAGE_LAYOUTS, type StageLayout } from './stage-layout.ts';
import { useExamState } from './use-exam-state.ts';
import { useExamWords } from './use-exam-words.ts';

/** The site whose picture is to be seen, if a camera is in use. */
export const shownExam = ({ examination }: PhysicianProjection): BodySite | undefined => {
  const open = openExam(examination);
  return open?.status.status === 'accepted' && open.target.instrument === 'exam-camera'
    ? open.target.site
    : undefined;
};

type ExamPictureProps = ConsultationView & { readonly role: BodySite };

/** The examination camera, whole, never cropped. Covered unless live: an old picture cannot be taken for the present one. */
export const ExamPicture = (view: ExamPictureProps) => {
  const { visit, instruments, role } = view;
  const words = useExamWords(visit.assistant.givenName);
  const state = useExamState(role, view);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(
    () => (video.current === null ? undefined : instruments.attachExam(video.current)),
    [instruments],
  );
  const open = openExam(visit.examination);
  const name = open === undefined ? '' : words.target(open.target);
  const live = state.state === 'live';
  return (
    <div className="scene exam-picture">
      <video ref={video} aria-label={words.t('physician.exam')} playsInline autoPlay muted />
      {live ? (
        <div className="tag exam-tag">
          {name}
          {state.simulated ? `, ${words.t('physician.simulated')}` : null}
        </div>
      ) : (
        <div className="over" role="status">
          {state.state === 'opening' || state.state === 'taking' ? (
            <LoaderCircle className="i turn" aria-hidden />
          ) : null}
          <span>
            {name}. {words.state(state, true)}
          </span>
        </div>
      )}
      {live && state.warning !== undefined ? (
        <p className="cap" role="alert">
          {words.state(state, true)}
        </p>
      ) : null}
    </div>
  );
};

type LayoutKeysProps = Pick<ConsultationView, 'visit'> & {
  readonly layout: StageLayout;
  readonly onLayout: (layout: StageLayout) => void;
};

/** Face, exam, or both. */
export const LayoutKeys = ({ visit, layout, onLayout }: LayoutKeysProps) => {
  const { t } = useExamWords(visit.assistant.givenName);
  return (
    <fieldset className="seg" aria-label={t('physician.layout.label')}>
      {STAGE_LAYOUTS.map((one) => (
        <Button key={one} pressed={one === layout} onPress={() => onLayout(one)}>
          {t(`physician.layout.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
};
