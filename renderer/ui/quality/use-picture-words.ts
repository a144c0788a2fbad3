import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';
import { useQualityWords } from './use-quality-words.ts';

/** What the patient should know of the physician's picture, in one sentence; undefined while it is whole, or the call itself is not. */
export const usePictureWords = ({ state, quality }: CallSnapshot): string | undefined => {
  const { t } = useQualityWords();
  const { rung, reason, muted } = quality.incoming;
  if (state !== 'connected') return undefined;
  if (muted) return t('patient.muted');
  if (reason === undefined || reason === 'starting') return undefined;
  // Why a camera yields nothing is told in words of its own.
  if (reason === 'camera') return undefined;
  if (reason === 'off' || reason === 'camera-off') return t(`patient.${reason}`);
  switch (rung) {
    case 'stills':
    case 'audio':
      return t(reason === 'forced' && rung === 'audio' ? 'patient.forced' : `patient.${rung}`);
    case '360p':
    case '240p':
      return reason === 'forced' ? undefined : t('patient.smaller', { reason: t(`reason.${reason}`) });
    case 'hd':
    case 'none':
      return undefined;
  }
};
