import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import { languageSchema } from '#core/visit/words.ts';
import { type Key, type Layer, rowsOf, typeInto } from './layout.ts';

type KeyboardProps = {
  readonly text: string;
  readonly longest: number;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
  /** What the last key does, when it is not to confirm. */
  readonly doneWord?: string;
};

const nameOf = (key: Key): string => {
  if (key.does === 'type') return key.text;
  return key.does === 'show' ? key.layer : key.does;
};

const widthOf = ({ does }: Key): string => {
  switch (does) {
    case 'type':
      return '';
    case 'erase':
    case 'show':
      return 'w';
    case 'space':
      return 'wide';
    case 'done':
      return 'w go';
    default:
      return assertNever(does);
  }
};

/** Large keys as on a keyboard of the language on screen; letters, digits and accents each on a layer. */
export const Keyboard = ({ text, longest, onChange, onDone, doneWord }: KeyboardProps) => {
  const { t, i18n } = useTranslation('common');
  const language = languageSchema.catch('fr').parse(i18n.language);
  const [layer, setLayer] = useState<Layer>('letters');
  const press = (key: Key) => {
    if (key.does === 'done') onDone();
    else if (key.does === 'show') setLayer(key.layer);
    else {
      onChange(typeInto(text, key, longest));
    }
  };
  const wordOf = (key: Key): string => {
    if (key.does === 'type') return key.text;
    if (key.does === 'done' && doneWord !== undefined) return doneWord;
    return key.does === 'show' ? t(`keyboard.${key.layer}`) : t(`keyboard.${key.does}`);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend
    <div className="kb" role="group" aria-label={t('keyboard.label')}>
      {rowsOf(language, layer).map((row) => (
        <div key={row.map(nameOf).join('')}>
          {row.map((key) => (
            <AriaButton key={nameOf(key)} className={widthOf(key)} onPress={() => press(key)}>
              {wordOf(key)}
            </AriaButton>
          ))}
        </div>
      ))}
    </div>
  );
};
