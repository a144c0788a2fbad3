import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { OwnCard } from './own-card.tsx';

type JoiningPageProps = {
  readonly physician: PhysicianCard;
  readonly call: CallSnapshot;
  readonly failure: Failure | undefined;
  /** Beside the cabin, as it has told the queue. */
  readonly telephone: string | undefined;
  readonly onRelease: () => void;
};

/** The claim holds, the record is on its way over the encrypted channel. */
export const JoiningPage = ({ physician, call, failure, telephone, onRelease }: JoiningPageProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const trouble = failure ?? call.failure;
  return (
    <section className="queue">
      <h1>{t('joining.title')}</h1>
      <p className="mut">{t('joining.lead')}</p>
      {telephone === undefined ? null : <p>{t('trouble.telephone', { number: telephone })}</p>}
      {trouble === undefined ? null : (
        <p className="notice" role="alert">
          {trouble.code === 'PROTOCOL_VERSION' ? t('start.old') : staff.fault(trouble.code, 'physician')}
          <span className="sp" />
          {trouble.code === 'PROTOCOL_VERSION' ? (
            <Button look="main" onPress={() => window.location.reload()}>
              {t('reload')}
            </Button>
          ) : null}
        </p>
      )}
      {call.media.failures.map(({ code }) => (
        <p key={code} className="notice" role="alert">
          {staff.fault(code, 'physician')}
        </p>
      ))}
      <div className="card joining">
        <OwnCard physician={physician} reading={false} />
      </div>
      <p>
        <Button onPress={onRelease}>{t('joining.release')}</Button>
      </p>
    </section>
  );
};
