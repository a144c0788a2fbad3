import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MediaKind } from '#renderer/call/media.ts';
import { Button } from '#renderer/ui/button.tsx';
import { KEY_NAMES } from './key-names.ts';
import { mediaKeyState } from './model/media-key.ts';
import { UnderKey } from './under-key.tsx';
import type { ConsultationView } from './view.ts';

const KEYS = {
  audio: { on: Mic, off: MicOff, words: 'microphone' },
  video: { on: Video, off: VideoOff, words: 'camera' },
} as const;

type MediaView = Pick<ConsultationView, 'call' | 'controls'>;

/** Closes what is open or wanted, opens what is closed. */
export const turnMedia = ({ call, controls }: MediaView, kind: MediaKind): void =>
  controls.turnMedia(kind, mediaKeyState(call.media, kind) === 'off');

const MediaKey = ({ kind, ...view }: MediaView & { readonly kind: MediaKind }) => {
  const { t } = useTranslation(['physician', 'company']);
  const { words, ...icons } = KEYS[kind];
  const state = mediaKeyState(view.call.media, kind);
  const Icon = icons[state === 'on' ? 'on' : 'off'];
  return (
    <Button
      icon={<Icon className="i" aria-hidden />}
      busy={state === 'opening' ? t('company:part.opening') : undefined}
      {...(state === 'opening' ? {} : { label: t(`company:part.${words}-${state}`) })}
      onPress={() => turnMedia(view, kind)}
    >
      <UnderKey name={KEY_NAMES[words]}>
        {t(`physician:video.${words}.${state === 'opening' ? 'off' : state}`)}
      </UnderKey>
    </Button>
  );
};

/** Microphone and camera, each with its own key: the key says what is, and the line of who hears and sees whom what comes of it. */
export const MediaKeys = (view: MediaView) => (
  <>
    <MediaKey kind="audio" {...view} />
    <MediaKey kind="video" {...view} />
  </>
);
