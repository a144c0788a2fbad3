import { HeadphoneOff, Headphones, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AssistantCompany } from '#renderer/call/company/assistant-company.ts';
import type { TrackKind } from '#renderer/call/company/own-tracks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

const TRACKS = {
  audio: { on: Mic, off: MicOff, words: 'microphone' },
  video: { on: Video, off: VideoOff, words: 'camera' },
} as const;

const TrackKey = ({ kind, own }: { readonly kind: TrackKind } & Pick<AssistantCompany, 'own'>) => {
  const { t } = useTranslation('company');
  const staff = useStaffWords();
  const { state, failure } = useStore(own.store, (tracks) => tracks[kind]);
  const { words, ...icons } = TRACKS[kind];
  const Icon = icons[state === 'on' ? 'on' : 'off'];
  return (
    <>
      <Button
        look={state === 'on' ? 'main' : 'alt'}
        pressed={state === 'on'}
        busy={state === 'opening' ? t('part.opening') : undefined}
        icon={<Icon className="i" aria-hidden />}
        onPress={() => (state === 'off' ? void own.turnOn(kind) : own.turnOff(kind))}
      >
        {t(`part.${words}-${state === 'opening' ? 'off' : state}`)}
      </Button>
      {failure === undefined ? null : <p role="alert">{staff.fault(failure.code, 'assistant')}</p>}
    </>
  );
};

/** Microphone, camera and headphones: each says in words what it is now. */
export const PartKeys = ({ part }: { readonly part: AssistantCompany }) => {
  const { t } = useTranslation('company');
  const listening = useStore(part.listening);
  const Icon = listening ? Headphones : HeadphoneOff;
  return (
    <>
      <TrackKey kind="audio" own={part.own} />
      <TrackKey kind="video" own={part.own} />
      <Button
        look={listening ? 'main' : 'alt'}
        pressed={listening}
        icon={<Icon className="i" aria-hidden />}
        onPress={() => part.setListening(!listening)}
      >
        {t(listening ? 'part.listen-on' : 'part.listen-off')}
      </Button>
    </>
  );
};
