import { PencilLine, Volume1, Volume2, VolumeX } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { peerRefusalOf } from '#core/contract/identity.ts';
import { cameraFaultIn, microphoneFaultIn } from '#core/contract/media-faults.ts';
import { assertNever } from '#core/result.ts';
import type { Company } from '#core/visit/company/company.ts';
import type { Language, PhysicianCard, Role } from '#core/visit/words.ts';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';
import { formatTimeToSecond } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConversationSide } from '#renderer/ui/conversation/use-conversation.ts';
import { Face } from '#renderer/ui/face.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';
import { StillPicture } from '#renderer/ui/still-picture.tsx';
import { useCallWords } from '#renderer/ui/trust/use-call-words.ts';
import { useServices } from '../services.ts';
import { CallPresence, GuestSide } from './call-company.tsx';
import { Caption } from './caption.tsx';
import { SelfView } from './self-view.tsx';

/** Loudness by step; hearing differs more than any screen can guess, so the person sets it. */
const LOUDNESS = [0.35, 0.65, 1] as const;
const VOLUME_ICONS = [VolumeX, Volume1, Volume2] as const;

/** What hides the picture, if anything does: an old picture is never shown as if it were live. */
const holdOf = ({ state, media, frozen, quality, otherFaults }: CallSnapshot, away: boolean) => {
  if (away) return 'call.reconnecting' as const;
  switch (state) {
    case 'idle':
    case 'connecting':
      return 'call.connecting' as const;
    case 'stalled':
    case 'lost':
    case 'closed':
      return 'call.reconnecting' as const;
    case 'connected':
      if (cameraFaultIn(otherFaults) !== undefined)
        return microphoneFaultIn(otherFaults) === undefined
          ? ('call.no-camera' as const)
          : ('call.no-picture' as const);
      if (quality.incoming.reason === 'off') return 'call.no-picture' as const;
      if (quality.incoming.rung === 'audio' || quality.incoming.rung === 'stills')
        return 'call.no-picture' as const;
      if (media.remote === 'none') return 'call.connecting' as const;
      return frozen ? ('call.no-picture' as const) : undefined;
    default:
      return assertNever(state);
  }
};

type CallStageProps = {
  readonly physician: PhysicianCard | undefined;
  readonly away: boolean;
  readonly language: Language;
  readonly side: ConversationSide;
  readonly nameOf: (author: Role) => string;
  readonly onWrite: () => void;
  readonly company: Company;
  /** The assistant is out of the room. */
  readonly isAlone: boolean;
  /** The key to a talk alone with the physician. */
  readonly privateTalk: ReactNode;
};

/** The physician large, the person small, who it is, and the loudness; nothing freezes silently. */
export const CallStage = ({
  physician,
  away,
  language,
  side,
  nameOf,
  onWrite,
  company,
  isAlone,
  privateTalk,
}: CallStageProps) => {
  const { t } = useTranslation(['patient', 'conversation', 'quality', 'errors', 'trust']);
  const { call } = useServices();
  const video = useRef<HTMLVideoElement>(null);
  const [step, setStep] = useState(1);
  const snapshot = useStore(call.store);
  const hold = holdOf(snapshot, away);
  const { picture } = snapshot;
  const isStill = hold === 'call.no-picture' && picture !== undefined;
  const still =
    picture === undefined ? '' : t('quality:still', { time: formatTimeToSecond(picture.takenAt) });
  const refusal = peerRefusalOf(snapshot.failure);
  const inWords = useCallWords(language);
  useEffect(() => (video.current === null ? undefined : call.attachRemote(video.current)), [call]);
  useEffect(() => {
    if (video.current !== null) video.current.volume = LOUDNESS[step] ?? 1;
  }, [step]);
  const VolumeIcon = VOLUME_ICONS[step] ?? Volume2;
  const name = physician?.name ?? '';
  const caption = side.unread.at(-1);
  return (
    <section className="stage" aria-label={t('call.label')}>
      {/* biome-ignore lint/a11y/useMediaCaption: live speech of another person; there is no text of it to show */}
      <video ref={video} autoPlay playsInline />
      {isStill ? (
        <div className="hold stills">
          <StillPicture picture={picture} label={still} />
        </div>
      ) : null}
      {hold === undefined || isStill ? null : (
        <div className="hold" role="status">
          <Face name={name} portrait={portraitOf(name)} />
          <p>{refusal === undefined ? t(hold) : t(`errors:${refusal}.patient`)}</p>
        </div>
      )}
      <div className="signs">
        {physician === undefined ? null : (
          <div className="who">
            <b>
              <bdi>{physician.name}</bdi>
            </b>{' '}
            <span className="specialty">
              <bdi>{physician.specialty}</bdi>
            </span>
            {snapshot.words === undefined ? null : <p>{t('trust:patient', inWords(snapshot.words))}</p>}
          </div>
        )}
        {isStill ? (
          <p className="picture-time" role="status">
            {still}
          </p>
        ) : null}
      </div>
      <div className="self">
        <SelfView />
      </div>
      <div className="ctl">
        <Button
          className="vol"
          icon={<VolumeIcon className="i" aria-hidden />}
          onPress={() => setStep((step + 1) % LOUDNESS.length)}
        >
          {t('call.volume', { level: step + 1 })}
        </Button>
        <Button icon={<PencilLine className="i" aria-hidden />} onPress={onWrite}>
          {t('conversation:open')}
        </Button>
        {privateTalk}
      </div>
      <div className="foot">
        <div className="said">
          <GuestSide company={company} />
          {caption === undefined ? null : (
            <Caption message={caption} name={nameOf(caption.author)} onRead={side.markRead} />
          )}
        </div>
        <CallPresence company={company} nameOf={nameOf} isAlone={isAlone} />
      </div>
    </section>
  );
};
