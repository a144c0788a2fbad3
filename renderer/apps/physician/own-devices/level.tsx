import { Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MicrophoneLevel } from './use-microphone-level.ts';

const LEVEL_WORDS = {
  none: 'own.no-microphone',
  measured: 'own.speak',
  unknown: 'own.level-unknown',
} as const satisfies Record<MicrophoneLevel['state'], string>;

/** How loud the microphone in use is. */
export const Level = ({ level }: { readonly level: MicrophoneLevel }) => {
  const { t } = useTranslation('physician');
  return (
    <p className="level-line">
      <Mic className="i" aria-hidden />
      {level.state === 'unknown' ? null : (
        <meter
          aria-label={t('own.microphone')}
          min={0}
          max={1}
          value={level.state === 'measured' ? level.level : 0}
        />
      )}
      {t(LEVEL_WORDS[level.state])}
    </p>
  );
};
