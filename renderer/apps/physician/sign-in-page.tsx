import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type SignInPageProps = {
  readonly config: Pick<GatewayConfig, 'signIn'>;
  readonly failure: Failure | undefined;
};

/** One way in: the identity provider. Nothing is typed here. */
export const SignInPage = ({ config, failure }: SignInPageProps) => {
  const { t, i18n } = useTranslation('physician');
  const staff = useStaffWords();
  const { signIn } = config;
  const code = signIn === 'none' ? 'SIGN_IN_NOT_SET_UP' : failure?.code;
  const language = i18n.language.startsWith('en') ? 'en' : 'fr';
  return (
    <main className="alone">
      <section className="card gate">
        <Mark />
        <h1>{t('sign-in.title')}</h1>
        <p className="mut">{t('sign-in.lead')}</p>
        {code === undefined ? null : (
          <p className="notice" role="alert">
            {staff.fault(code, 'physician')}
          </p>
        )}
        {signIn === 'none' ? null : (
          <>
            <a className="btn main" href={`/sign-in?lang=${language}`}>
              {t(`sign-in.by.${signIn}`)}
            </a>
            <p className="mut">{t(`sign-in.hint.${signIn}`)}</p>
          </>
        )}
      </section>
    </main>
  );
};
