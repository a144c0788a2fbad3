import { Video, VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';
import type { Listening } from '#renderer/call/instruments/listening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LineNote } from '#renderer/ui/quality/line-note.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { HeadphonesLine } from '../exam/headphones-line.tsx';
import type { KnownLine } from '../page-line.ts';
import type { CallControls } from '../view.ts';
import { DeviceSelects } from './device-selects.tsx';
import { Level } from './level.tsx';
import type { OwnControls } from './own-controls.ts';
import { useMicrophoneLevel } from './use-microphone-level.ts';

type OwnDevicesCardProps = {
  readonly known: KnownLine;
  readonly call: CallSnapshot;
  readonly controls: Pick<CallControls, 'attachLocal' | 'startMedia' | 'stopMedia'>;
  readonly own: OwnControls;
  readonly listening: Listening;
};

/** The physician's own camera, microphone, headphones and line, tried before anybody is taken. Nothing of it is sent. */
export const OwnDevicesCard = ({ known, call, controls, own, listening }: OwnDevicesCardProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const video = useRef<HTMLVideoElement>(null);
  const { local, failures } = call.media;
  const isOn = local === 'open' || local === 'sending';
  useEffect(() => {
    if (!isOn || video.current === null) return undefined;
    return controls.attachLocal(video.current);
  }, [isOn, controls]);
  const level = useMicrophoneLevel(isOn ? own.microphone() : undefined);
  return (
    <section className="card own" aria-label={t('own.title')}>
      <div className="shot">
        <video ref={video} aria-label={t('video.self')} playsInline autoPlay muted hidden={!isOn} />
        {isOn ? null : <VideoOff className="i" aria-hidden />}
      </div>
      <div className="tries">
        <h2>{t('own.title')}</h2>
        {failures.map(({ code }) => (
          <p key={code} className="warn" role="alert">
            {staff.fault(code, 'physician')}
          </p>
        ))}
        {isOn ? <Level level={level} /> : <p className="mut">{t('own.lead')}</p>}
        <DeviceSelects own={own} />
        <HeadphonesLine listening={listening} />
        <LineNote {...known} measurable />
      </div>
      {isOn ? (
        <Button icon={<VideoOff className="i" aria-hidden />} onPress={controls.stopMedia}>
          {t('own.stop')}
        </Button>
      ) : (
        <Button
          icon={<Video className="i" aria-hidden />}
          busy={local === 'opening' ? t('video.opening-media') : undefined}
          onPress={controls.startMedia}
        >
          {t('own.start')}
        </Button>
      )}
    </section>
  );
};
