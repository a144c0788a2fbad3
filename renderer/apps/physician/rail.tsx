import { CircleHelp, Headset, Languages, LogOut, Moon, Sun, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '#renderer/i18n/setup.ts';

type RailKeyProps = {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly lang?: string;
};
const RailKey = ({ icon, children, onPress, lang }: RailKeyProps) => (
  <AriaButton onPress={onPress} {...(lang === undefined ? {} : { lang })}>
    {icon}
    <small>{children}</small>
  </AriaButton>
);

type RailProps = {
  readonly night: boolean;
  readonly onNight: (night: boolean) => void;
  readonly onHelp: () => void;
  /** Given while a claim is held, and the devices are not in sight. */
  readonly onDevices?: (() => void) | undefined;
  /** Given while a claim is held. */
  readonly onRelease?: (() => void) | undefined;
  readonly onSignOut: () => void;
};

/** Settings of the page, out of the way of the consultation. */
export const Rail = ({ night, onNight, onHelp, onDevices, onRelease, onSignOut }: RailProps) => {
  const { t, i18n } = useTranslation('physician');
  const other = i18n.language.startsWith('en') ? 'fr' : 'en';
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <RailKey
        icon={night ? <Sun className="i" aria-hidden /> : <Moon className="i" aria-hidden />}
        onPress={() => onNight(!night)}
      >
        {night ? t('rail.day') : t('rail.night')}
      </RailKey>
      <RailKey
        lang={other}
        icon={<Languages className="i" aria-hidden />}
        onPress={() => changeLanguage(i18n, other)}
      >
        {t('rail.language')}
      </RailKey>
      <RailKey icon={<CircleHelp className="i" aria-hidden />} onPress={onHelp}>
        {t('rail.help')}
      </RailKey>
      {onDevices === undefined ? null : (
        <RailKey icon={<Headset className="i" aria-hidden />} onPress={onDevices}>
          {t('rail.devices')}
        </RailKey>
      )}
      <span className="sp" />
      {onRelease === undefined ? null : (
        <RailKey icon={<Undo2 className="i" aria-hidden />} onPress={onRelease}>
          {t('rail.release')}
        </RailKey>
      )}
      <RailKey icon={<LogOut className="i back" aria-hidden />} onPress={onSignOut}>
        {t('rail.sign-out')}
      </RailKey>
    </nav>
  );
};
