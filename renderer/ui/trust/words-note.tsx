import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallWords } from '#core/trust/call-words.ts';
import type { Language } from '#core/visit/words.ts';
import { useCallWords } from './use-call-words.ts';

type WordsNoteProps = {
  readonly words: CallWords;
  readonly language: Language;
  /** Who reads it. */
  readonly reader: 'assistant' | 'physician';
};

/** The two words that the other end shows too, and what they are for, in sight: a touch screen has no tips. */
export const WordsNote = ({ words, language, reader }: WordsNoteProps) => {
  const { t } = useTranslation('trust');
  return (
    <p className="wordsnote">
      <ShieldCheck className="i" aria-hidden />
      <span>
        <b lang={language}>{t('staff', useCallWords(language)(words))}</b>
        <small>{t(`purpose.${reader}`)}</small>
      </span>
    </p>
  );
};
