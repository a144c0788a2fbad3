import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keyboard } from '#renderer/ui/keyboard/keyboard.tsx';

/** As many characters as the visit keeps of a reason. */
const LONGEST = 500;

type ReasonTextProps = { readonly text: string; readonly onDone: (text: string) => void };

/** A few words by the on-screen keyboard; it closes on its own key and on nothing else. */
export const ReasonText = ({ text, onDone }: ReasonTextProps) => {
  const { t } = useTranslation('patient');
  const [draft, setDraft] = useState(text);
  return (
    <main className="typing">
      <h1>{t('reason.write-title')}</h1>
      <div className="field" role="status" dir="auto">
        {draft === '' ? <span className="ghost">{t('reason.placeholder')}</span> : draft}
        <i aria-hidden="true" />
      </div>
      <Keyboard text={draft} longest={LONGEST} onChange={setDraft} onDone={() => onDone(draft.trim())} />
    </main>
  );
};
