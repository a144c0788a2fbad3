import { Smartphone, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Confirmation } from '#core/opening/confirmation.ts';
import type { Candidate } from '#core/opening/duty.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCountdown } from '#renderer/ui/staff/use-now.ts';
import type { CabinKeys } from '../cabin.ts';

/** What the sign-in card needs to let somebody confirm on a device of their own. */
export type OwnDeviceKeys = Pick<CabinKeys, 'confirmSignIn' | 'stopConfirming'>;

type WaitingProps = {
  readonly waiting: Extract<Confirmation, { state: 'waiting' }>;
  readonly isDemo: boolean;
  readonly onStop: () => void;
};

/** The number that must stand on the person's own screen too, for as long as it is waited for. */
export const OwnDeviceWaiting = ({ waiting, isDemo, onStop }: WaitingProps) => {
  const { t } = useTranslation('assistant');
  const left = useCountdown(waiting.remainingMs, waiting);
  return (
    <div className="own-device" role="status">
      <p>{t('duty.own-device.lead')}</p>
      <p className="number">{waiting.number}</p>
      <p className="mut">{t('duty.own-device.left', { time: formatMinutes(left) })}</p>
      {isDemo ? <p className="fix plain">{t('duty.own-device.demo')}</p> : null}
      <Button icon={<X className="i" aria-hidden />} onPress={onStop}>
        {t('duty.own-device.stop')}
      </Button>
    </div>
  );
};

type OfferProps = {
  readonly person: Candidate;
  readonly confirmation: Confirmation | undefined;
  readonly onAsk: () => void;
};

/** Instead of the code; and why it came to nothing the last time. */
export const OwnDeviceOffer = ({ person, confirmation, onAsk }: OfferProps) => {
  const { t } = useTranslation('assistant');
  if (person.confirms === undefined) return null;
  const failed =
    confirmation?.state === 'failed' && confirmation.personId === person.id ? confirmation.why : undefined;
  return (
    <>
      {failed === undefined ? null : (
        <p className="wrong" role="alert">
          {t(`duty.own-device.failed.${failed}`)}
        </p>
      )}
      <Button icon={<Smartphone className="i" aria-hidden />} onPress={onAsk}>
        {t('duty.own-device.ask')}
      </Button>
    </>
  );
};
