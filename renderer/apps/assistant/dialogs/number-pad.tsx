import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** Three digits, a separator and two decimals are the longest value of a cabin. */
const LONGEST = 6;

type NumberPadProps = { readonly text: string; readonly onChange: (text: string) => void };

/** Twelve keys for a screen without a keyboard; the comma is the one of the screen's language. */
export const NumberPad = ({ text, onChange }: NumberPadProps) => {
  const { t, i18n } = useTranslation('assistant');
  const separator = i18n.language.startsWith('en') ? '.' : ',';
  const add = (sign: string) => {
    if (text.length < LONGEST) onChange(text + sign);
  };
  return (
    <section className="pad" aria-label={t('hand.pad')}>
      {DIGITS.map((digit) => (
        <Button key={digit} onPress={() => add(digit)}>
          {digit}
        </Button>
      ))}
      <Button label={t('hand.comma')} onPress={() => add(separator)}>
        {separator}
      </Button>
      <Button onPress={() => add('0')}>{'0'}</Button>
      <Button label={t('hand.erase')} onPress={() => onChange(text.slice(0, -1))}>
        <Delete className="i" aria-hidden />
      </Button>
    </section>
  );
};
