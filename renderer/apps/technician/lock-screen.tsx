import { useTranslation } from 'react-i18next';
import type { TechnicianProjection } from '#core/contract/technician.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { CodeForm } from '#renderer/ui/staff/code-form.tsx';
import type { Ask } from './bench.ts';

type Lock = Extract<TechnicianProjection, { access: 'locked' }>;

/** Asks for the technician's code. */
export const LockScreen = ({ lock, ask }: { readonly lock: Lock; readonly ask: Ask }) => {
  const { t } = useTranslation('technician');
  const { site, remainingMs } = lock;
  const tries = { left: lock.triesLeft, ...(remainingMs !== undefined && { remainingMs }) };
  return (
    <>
      <header className="hd">
        <Mark />
        <span className="mut">{t('place', { cabin: site.cabinId, site: site.name })}</span>
      </header>
      <main className="gate">
        <section className="card">
          <h1>{t('lock.title')}</h1>
          <p className="mut">{t('lock.lead')}</p>
          {lock.hasCode ? (
            <CodeForm
              tries={tries}
              open={t('lock.open')}
              submit={async (pin) => ((await ask({ type: 'unlock', pin })).ok ? 'taken' : 'wrong')}
            />
          ) : (
            <p className="wrong">{t('lock.none')}</p>
          )}
        </section>
      </main>
    </>
  );
};
