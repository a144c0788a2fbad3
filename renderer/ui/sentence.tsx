import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { withTitle } from './speech/announcement.ts';
import { useSpeech } from './speech/speech-context.tsx';

type SpeakerKeyProps = {
  /** What is said aloud. */
  readonly text: string;
  readonly label: string;
  readonly onUnavailable?: () => void;
};

/** The round key that says a sentence again. */
export const SpeakerKey = ({ text, label, onUnavailable }: SpeakerKeyProps) => {
  const speech = useSpeech();
  return (
    <AriaButton
      className="spk"
      aria-label={label}
      onPress={() => (speech.available ? speech.speak(text) : onUnavailable?.())}
      {...(speech.speaking !== undefined && text.endsWith(speech.speaking) ? { 'data-speaking': true } : {})}
    >
      {speech.soundOn ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />}
    </AriaButton>
  );
};

type SentenceProps = {
  /** The title of the screen, said before the sentence. */
  readonly title?: string;
  readonly text: string;
  /** Say it as soon as it appears (default), when sound is on and the machine has a voice. */
  readonly auto?: boolean;
};

/**
 * One sentence, written and spoken. Where the machine has no voice, its key offers the voice of the person who is there:
 * the line that says so stays, it does not vanish after a time.
 */
export const Sentence = ({ title, text, auto = true }: SentenceProps) => {
  const { t } = useTranslation('common');
  const { speak, soundOn, available } = useSpeech();
  const [explained, setExplained] = useState(false);
  const said = useRef<{ title: string | undefined; text: string; speak: typeof speak }>(undefined);
  useEffect(() => {
    const last = said.current;
    said.current = undefined;
    if (!auto || !soundOn || !available) return;
    said.current = { title, text, speak };
    // A title that stays is not said again with each new sentence, nor a sentence each time that its title counts on.
    if (last?.text === text && last.speak === speak) return;
    speak(last?.title === title ? text : withTitle(title, text));
  }, [title, text, auto, soundOn, available, speak]);
  return (
    <div className="say">
      <SpeakerKey
        text={withTitle(title, text)}
        label={t('say-again')}
        onUnavailable={() => setExplained(true)}
      />
      <p>
        {text}
        {explained && !available ? <small role="status">{t('no-voice')}</small> : null}
      </p>
    </div>
  );
};
