import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OwnTracks, TrackKind } from '#renderer/call/company/own-tracks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

const TRACKS = {
  audio: { on: Mic, off: MicOff, words: 'microphone' },
  video: { on: Video, off: VideoOff, words: 'camera' },
} as const;

const TrackKey = ({ kind, own }: { readonly kind: TrackKind; readonly own: OwnTracks }) => {
  const { t } = useTranslation('company');
  const { state } = useStore(own.store, (tracks) => tracks[kind]);
  const { words, ...icons } = TRACKS[kind];
  const Icon = icons[state === 'on' ? 'on' : 'off'];
  return (
    <Button
      pressed={state === 'on'}
      busy={state === 'opening' ? t('part.opening') : undefined}
      icon={<Icon className="i" aria-hidden />}
      onPress={() => (state === 'off' ? void own.turnOn(kind) : own.turnOff(kind))}
    >
      {t(`page.${words}-${state === 'opening' ? 'off' : state}`)}
    </Button>
  );
};

/** Microphone and camera, and why one does not work. */
export const TrackKeys = ({ own }: { readonly own: OwnTracks }) => {
  const staff = useStaffWords();
  const failures = useStore(own.store, ({ audio }) => audio.failure);
  const camera = useStore(own.store, ({ video }) => video.failure);
  return (
    <>
      <TrackKey kind="audio" own={own} />
      <TrackKey kind="video" own={own} />
      {[failures, camera].map((failed) =>
        failed === undefined ? null : (
          <p key={failed.code} role="alert">
            {staff.failureWords(failed.code, 'physician')}
          </p>
        ),
      )}
    </>
  );
};
