import { DoorClosed, LoaderCircle, MessageSquareText, MicOff, UserPlus } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraFaultIn } from '#core/contract/media-faults.ts';
import type { Level } from '#core/contract/quality.ts';
import { assertNever } from '#core/result.ts';
import type { ShownPicture } from '#renderer/call/stills/shown-picture.ts';
import { formatTimeToSecond } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { ConversationSide } from '#renderer/ui/conversation/use-conversation.ts';
import { useQualityWords } from '#renderer/ui/quality/use-quality-words.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { StillPicture } from '#renderer/ui/still-picture.tsx';
import { CompanyTiles, PhysicianPresence } from './company/company-tiles.tsx';
import { ExamPicture, LayoutKeys, shownExam } from './exam/exam-picture.tsx';
import type { StageLayout } from './exam/stage-layout.ts';
import { KEY_NAMES } from './key-names.ts';
import { LineTag } from './line-tag.tsx';
import { MediaKeys } from './media-keys.tsx';
import { mediaKeyState } from './model/media-key.ts';
import { pictureState } from './model/picture-state.ts';
import { OwnCard } from './own-card.tsx';
import { mayTalkAlone } from './private-talk.tsx';
import { Talk } from './talk.tsx';
import { UnderKey } from './under-key.tsx';
import type { ConsultationView } from './view.ts';

type StageProps = ConsultationView & {
  readonly layout: StageLayout;
  readonly onLayout: (layout: StageLayout) => void;
  readonly onClose: () => void;
  readonly side: ConversationSide;
  readonly writing: boolean;
  readonly onWriting: (writing: boolean) => void;
  readonly onInvite: () => void;
};
type Attach = (video: HTMLVideoElement) => () => void;

/** A video element that follows a stream of the call. */
const Picture = ({ attach, label, className }: { attach: Attach; label: string; className: string }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => (video.current === null ? undefined : attach(video.current)), [attach]);
  // biome-ignore lint/a11y/useMediaCaption: a live call has no captions yet
  return <video ref={video} className={className} aria-label={label} playsInline autoPlay />;
};

const Veil = ({ children, busy = false }: { readonly children: ReactNode; readonly busy?: boolean }) => (
  <div className="over" role="status">
    {busy ? <LoaderCircle className="i turn" aria-hidden /> : null}
    {children}
  </div>
);

/** A single picture in place of moving ones: its time stands on it, so that it is never taken for live. */
const Still = ({ picture }: { readonly picture: ShownPicture }) => {
  const { t } = useQualityWords();
  const label = t('still', { time: formatTimeToSecond(picture.takenAt) });
  return (
    <div className="over stills">
      <StillPicture picture={picture} label={label} />
      <p className="picture-time" role="status">
        {label}
      </p>
    </div>
  );
};

/** The cabin sends no moving picture: why not. */
const SoundOnly = ({ level }: { readonly level: Level }) => {
  const words = useQualityWords();
  const { reason } = level;
  return reason === undefined
    ? words.t('rung.audio')
    : words.t('no-still', { reason: words.t(`reason.${reason}`) });
};

/** The cabin's camera yields nothing: why, and that the assistant knows. */
const CameraFault = ({ call }: Pick<ConsultationView, 'call'>) => {
  const staff = useStaffWords();
  const fault = cameraFaultIn(call.otherFaults);
  return fault === undefined ? null : <Veil>{staff.found(fault, 'cabin', 'physician')}</Veil>;
};

/** What stands over the picture: nothing while it is live, else in words why it is not. */
const Over = ({ visit, physician, call }: ConsultationView) => {
  const { t } = useTranslation('physician');
  if (visit.stage === 'goodbye') return <Veil>{t('video.closed')}</Veil>;
  if (visit.stage === 'call' && visit.paused) return <Veil>{t('video.paused')}</Veil>;
  const state = pictureState(visit.cardAcknowledged, call);
  switch (state) {
    case 'card':
      return <OwnCard physician={physician} reading={visit.stage === 'physician-card'} />;
    case 'live':
      return null;
    case 'still':
      return call.picture === undefined ? null : <Still picture={call.picture} />;
    case 'sound-only':
      return (
        <Veil>
          <SoundOnly level={call.quality.incoming} />
        </Veil>
      );
    case 'camera-fault':
      return <CameraFault call={call} />;
    case 'connecting':
    case 'no-picture':
    case 'lost':
      return <Veil busy>{t(`video.${state}`)}</Veil>;
    case 'frozen':
    case 'stalled':
    case 'refused':
      return <Veil>{t(`video.${state}`)}</Veil>;
    default:
      return assertNever(state);
  }
};

/** Whether camera and microphone have their keys: not while nothing is sent on purpose of the visit. */
export const hasMediaKeys = ({ visit }: Pick<ConsultationView, 'visit'>): boolean =>
  visit.stage !== 'goodbye' && !(visit.stage === 'call' && visit.paused);

/** Oneself, small, and what of oneself is off. */
const Self = ({ call, controls }: Pick<ConsultationView, 'call' | 'controls'>) => {
  const { t } = useTranslation('physician');
  const isSeen = mediaKeyState(call.media, 'video') === 'on';
  const isMuted = mediaKeyState(call.media, 'audio') !== 'on';
  return (
    <div className="self">
      <Picture attach={controls.attachLocal} label={t('video.self')} className="own" />
      {isSeen ? null : <span>{t('video.no-camera')}</span>}
      {isMuted ? <MicOff className="i" role="img" aria-label={t('video.microphone.off')} /> : null}
    </div>
  );
};

/** The keys of the call, under the picture. */
const StageKeys = (view: StageProps) => {
  const { onClose, side, writing, onWriting, onInvite } = view;
  const { t } = useTranslation(['physician', 'conversation', 'company', 'privacy']);
  const unread = writing ? 0 : side.unread.length;
  return (
    <div className="ctr">
      {hasMediaKeys(view) ? <MediaKeys {...view} /> : null}
      <Button
        icon={<MessageSquareText className="i" aria-hidden />}
        pressed={writing}
        onPress={() => onWriting(!writing)}
      >
        <UnderKey name="M">
          {unread === 0 ? t('conversation:open') : t('conversation:unseen', { count: unread })}
        </UnderKey>
      </Button>
      <Button icon={<UserPlus className="i" aria-hidden />} onPress={onInvite}>
        <UnderKey name={KEY_NAMES.invite}>{t('company:invite.open')}</UnderKey>
      </Button>
      {mayTalkAlone(view) ? (
        <Button
          icon={<DoorClosed className="i" aria-hidden />}
          onPress={() => view.actions.privacy('ask-private-talk')}
        >
          <UnderKey name={KEY_NAMES.alone}>{t('privacy:physician.ask')}</UnderKey>
        </Button>
      ) : null}
      <span className="sp" />
      <Button look="urgent-outline" onPress={onClose}>
        <UnderKey name={KEY_NAMES.end}>{t('physician:video.end')}</UnderKey>
      </Button>
    </div>
  );
};

/**
 * The cabin large, everybody else small under it, and words and keys under them: nothing lies over the face, nor over the exam's picture.
 * A picture that is not live is covered, so that it cannot be taken for live.
 */
export const VideoStage = (view: StageProps) => {
  const { call, controls, visit, side, writing, onWriting } = view;
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const closed = visit.stage === 'goodbye';
  const resting = visit.stage === 'call' && visit.paused;
  const live = !closed && !resting && pictureState(visit.cardAcknowledged, call) === 'live';
  const exam = closed ? undefined : shownExam(visit);
  const shown = exam === undefined ? 'face' : view.layout;
  return (
    <section
      className={classes('vid', `show-${shown}`, exam !== undefined && 'with-exam')}
      aria-label={t('video.label')}
    >
      <div className="scene cabin-face">
        <Picture attach={controls.attachRemote} label={t('video.label')} className="remote" />
        <Over {...view} />
      </div>
      {!closed && !resting && call.state === 'connected' && visit.cardAcknowledged ? (
        <LineTag {...view} live={live} narrow={exam !== undefined} />
      ) : null}
      {exam === undefined ? null : <ExamPicture {...view} role={exam} />}
      {exam === undefined ? null : <LayoutKeys {...view} />}
      <div className="people">
        <Self {...view} />
        {closed ? null : <CompanyTiles {...view} />}
        {visit.stage === 'call' ? <PhysicianPresence {...view} /> : null}
      </div>
      <div className="said">
        {call.media.failures.map(({ code }) => (
          <p key={code} className="cap" role="alert">
            {staff.fault(code, 'physician')}
          </p>
        ))}
        {closed ? null : <Talk visit={visit} side={side} open={writing} onOpen={onWriting} />}
      </div>
      {closed ? null : <StageKeys {...view} />}
    </section>
  );
};
