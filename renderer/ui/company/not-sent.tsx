import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';

/** Why one's own picture does not go to somebody, while the camera is on. */
export const NotSent = ({ call, name }: { readonly call: StoreApi<CallSnapshot>; readonly name: string }) => {
  const { t } = useTranslation(['company', 'quality']);
  const { state, media, quality } = useStore(call);
  const { rung, reason } = quality.outgoing;
  const isHeld = rung === 'stills' || rung === 'audio';
  if (state !== 'connected' || !media.sends.picture || !isHeld || reason === undefined) return null;
  return (
    <p className="not-sent" role="status">
      {t('company:not-sent', { name, reason: t(`quality:reason.${reason}`) })}
    </p>
  );
};
