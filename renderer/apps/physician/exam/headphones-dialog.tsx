import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listening } from '#renderer/call/instruments/listening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** The low end of heart sounds, in Hz. */
const TONES = [50, 63, 80, 100] as const;

type Step =
  | { readonly step: 'ready' }
  | { readonly step: 'playing' }
  /** Nothing can be heard on this computer. */
  | { readonly step: 'no-output' }
  | { readonly step: 'asking'; readonly played: number };

type HeadphonesDialogProps = {
  readonly listening: Listening;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly onClose: () => void;
};

/** Plays one to four low tones and asks how many: who heard nothing cannot know. */
export const HeadphonesDialog = ({ listening, random, onClose }: HeadphonesDialogProps) => {
  const { t } = useTranslation('exam');
  const [state, setState] = useState<Step>({ step: 'ready' });
  const play = async () => {
    const played = 1 + Math.floor(random() * TONES.length);
    setState({ step: 'playing' });
    const outcome = await listening.tones(TONES.slice(0, played));
    setState(outcome === 'played' ? { step: 'asking', played } : { step: 'no-output' });
  };
  const answer = (count: number, played: number) => {
    listening.judgeHeadphones(count === played);
    onClose();
  };
  return (
    <Dialog isOpen title={t('physician.headphones.title')} onClose={onClose}>
      {state.step === 'asking' ? (
        <>
          <p>{t('physician.headphones.ask')}</p>
          <div className="counts">
            <Button onPress={() => answer(0, state.played)}>{t('physician.headphones.none')}</Button>
            {TONES.map((_, index) => (
              <Button key={TONES[index]} onPress={() => answer(index + 1, state.played)}>
                {index + 1}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <>
          {state.step === 'no-output' ? (
            <p className="warn" role="alert">
              {t('physician.headphones.absent')}
            </p>
          ) : (
            <p>{t('physician.headphones.lead')}</p>
          )}
          <Button
            look="main"
            busy={state.step === 'playing' ? t('physician.headphones.playing-tones') : undefined}
            onPress={() => void play()}
          >
            {t(`physician.headphones.${state.step === 'no-output' ? 'again' : 'play'}`)}
          </Button>
        </>
      )}
      <Button onPress={onClose}>{t('physician.headphones.skip')}</Button>
    </Dialog>
  );
};
