import { MicOff, VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { CallSnapshot, Stop } from '#renderer/call/call-snapshot.ts';
import { classes } from '../classes.ts';
import { useSideTrouble } from './use-side-trouble.ts';

type SidePictureProps = {
  readonly call: StoreApi<CallSnapshot>;
  readonly attach: (video: HTMLVideoElement) => Stop;
  readonly name: string;
  readonly className?: string;
  /** Plays no sound; it is heard otherwise, or not to be heard. */
  readonly silent?: boolean;
  /** Too small for a sentence: why no picture comes is said elsewhere. */
  readonly small?: boolean;
};

/** Somebody who takes part, small: what does not arrive of them is said in their place. */
export const SidePicture = ({
  call,
  attach,
  name,
  className,
  silent = false,
  small = false,
}: SidePictureProps) => {
  const { t } = useTranslation('company');
  const video = useRef<HTMLVideoElement>(null);
  const snapshot = useStore(call);
  const trouble = useSideTrouble(snapshot);
  const { state, media, frozen, framesDecoded, sound } = snapshot;
  const isShown = state === 'connected' && media.remote === 'live' && framesDecoded > 0 && !frozen;
  const isHeard = state === 'connected' && sound.voice === 'live';
  useEffect(() => (video.current === null ? undefined : attach(video.current)), [attach]);
  // Not at every drawing: a browser that holds the sound back mutes it too.
  useEffect(() => {
    if (video.current !== null && silent) video.current.muted = true;
  }, [silent]);
  return (
    <figure className={classes('side-picture', className)}>
      {/* biome-ignore lint/a11y/useMediaCaption: live speech of another person; there is no text of it to show */}
      <video ref={video} autoPlay playsInline hidden={!isShown} aria-label={name} />
      {isShown ? null : (
        <span className="none">
          <VideoOff className="i" aria-hidden />
          {small || trouble === undefined ? t('no-picture') : trouble}
        </span>
      )}
      <figcaption>
        {name}
        {isHeard ? null : <MicOff className="i" role="img" aria-label={t('no-sound')} />}
      </figcaption>
    </figure>
  );
};
