import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type StartPageProps = { readonly failure: Failure | undefined; readonly onRetry: () => void };

/** Before the gateway has answered, or when it does not; an old page is told to load again. */
export const StartPage = ({ failure, onRetry }: StartPageProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const old = failure?.code === 'PROTOCOL_VERSION';
  const words = old ? t('start.old') : t('start.no-gateway');
  return (
    <main className="alone">
      <section className="card gate">
        <Mark />
        {failure === undefined ? (
          <p role="status">{t('start.loading')}</p>
        ) : (
          <>
            <p role="alert">{staff.t('fault', { words, code: failure.code })}</p>
            <Button look="main" onPress={old ? () => window.location.reload() : onRetry}>
              {old ? t('reload') : t('retry')}
            </Button>
          </>
        )}
      </section>
    </main>
  );
};
