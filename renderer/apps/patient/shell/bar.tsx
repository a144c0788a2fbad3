import {
  ALargeSmall,
  CirclePause,
  Contrast,
  Hand,
  Languages,
  PhoneCall,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { HelpView } from '#core/visit/projections/shared.ts';
import type { Language } from '#core/visit/words.ts';
import { BarKey } from '#renderer/ui/bar-key.tsx';
import { useServices } from '../services.ts';
import { LanguageDialog } from './language-dialog.tsx';

type BarProps = {
  readonly language: Language;
  readonly help: HelpView | undefined;
  readonly onHelp: () => void;
  readonly onEmergency: () => void;
  readonly onStop: () => void;
  readonly onLanguage: (language: Language) => void;
};

const helpWord = (help: HelpView | undefined) => {
  if (help === undefined) return 'bar.help' as const;
  return help.acknowledgedAt === undefined ? ('bar.help-asked' as const) : ('bar.help-coming' as const);
};

/** The same seven keys at the same place on every screen. They need no login and work in every state. */
export const Bar = ({ language, help, onHelp, onEmergency, onStop, onLanguage }: BarProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const { preferences } = useServices();
  const { largeText, contrast, sound } = useStore(preferences);
  const [choosing, setChoosing] = useState(false);
  return (
    <nav className="bar" aria-label={t('bar.label')}>
      <BarKey kind="call" icon={<Hand className="i" aria-hidden />} on={help !== undefined} onPress={onHelp}>
        {t(helpWord(help))}
      </BarKey>
      <BarKey kind="urgent" icon={<PhoneCall className="i" aria-hidden />} onPress={onEmergency}>
        {t('bar.emergency')}
      </BarKey>
      <BarKey kind="call" icon={<CirclePause className="i" aria-hidden />} onPress={onStop}>
        {t('bar.stop')}
      </BarKey>
      <span className="grow" />
      <BarKey
        kind="setting"
        icon={<Languages className="i" aria-hidden />}
        onPress={() => setChoosing(true)}
        lang={language}
      >
        {t(`common:language.${language}`)}
      </BarKey>
      <BarKey
        kind="setting"
        icon={<ALargeSmall className="i" aria-hidden />}
        on={largeText}
        onPress={() => preferences.setState({ largeText: !largeText })}
      >
        {t(largeText ? 'bar.text-on' : 'bar.text')}
      </BarKey>
      <BarKey
        kind="setting"
        icon={<Contrast className="i" aria-hidden />}
        on={contrast}
        onPress={() => preferences.setState({ contrast: !contrast })}
      >
        {t(contrast ? 'bar.contrast-on' : 'bar.contrast')}
      </BarKey>
      <BarKey
        kind="setting"
        icon={sound ? <Volume2 className="i" aria-hidden /> : <VolumeX className="i" aria-hidden />}
        on={!sound}
        onPress={() => preferences.setState({ sound: !sound })}
      >
        {t(sound ? 'bar.sound' : 'bar.sound-off')}
      </BarKey>
      <LanguageDialog
        isOpen={choosing}
        onClose={() => setChoosing(false)}
        language={language}
        onChoose={onLanguage}
      />
    </nav>
  );
};
