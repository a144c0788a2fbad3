import { useTranslation } from 'react-i18next';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';

/** What has words of its own when a call of assistant or guest is not held. */
const REFUSALS = [
  'PEER_UNPROVEN',
  'PEER_FORGED',
  'PEER_STATEMENT_EXPIRED',
  'PEER_CLOCK',
  'RELAY_REFUSED',
] as const;

/** Why a call of assistant or guest is not held; undefined while it is, or nobody knows. */
export const useSideRefusal = ({ failure }: CallSnapshot): string | undefined => {
  const { t } = useTranslation('company');
  const code = REFUSALS.find((known) => known === failure?.code);
  return code === undefined ? undefined : t(`refused.${code}`);
};

/** Why no picture comes of somebody who takes part; undefined while one comes, or is simply off. */
export const useSideTrouble = (call: CallSnapshot): string | undefined => {
  const { t } = useTranslation(['company', 'quality']);
  const refusal = useSideRefusal(call);
  const { rung, reason } = call.quality.incoming;
  if (refusal !== undefined) return refusal;
  return reason !== undefined && (rung === 'stills' || rung === 'audio')
    ? t('company:no-picture-why', { reason: t(`quality:reason.${reason}`) })
    : undefined;
};
