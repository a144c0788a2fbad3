import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type SignInPageProps = {
  readonly config: GatewayConfig;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly onSignIn: (account: string, accessCode: string) => void;
};

/** Account and access code. Demo accounts are offered in simulation only. */
export const SignInPage = ({ config, busy, failure, onSignIn }: SignInPageProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const [account, setAccount] = useState(config.demoAccounts[0]?.account ?? '');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = account.trim() !== '' && code !== '';
    setMissing(!complete);
    if (complete) onSignIn(account.trim(), code);
  };
  const told = missing ? t('sign-in.missing') : failure && staff.fault(failure.code, 'physician');
  return (
    <main className="alone">
      <form className="card gate" onSubmit={submit} noValidate>
        <Mark />
        <h1>{t('sign-in.title')}</h1>
        <p className="mut">{t('sign-in.lead')}</p>
        {config.demoAccounts.length === 0 ? (
          <label className="fld">
            <span>{t('sign-in.account')}</span>
            <input
              value={account}
              autoComplete="username"
              onChange={(event) => setAccount(event.target.value)}
            />
          </label>
        ) : (
          <label className="fld">
            <span>{t('sign-in.demo')}</span>
            <select value={account} onChange={(event) => setAccount(event.target.value)}>
              {config.demoAccounts.map(({ account: id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="fld">
          <span>{t('sign-in.code')}</span>
          <input
            type="password"
            value={code}
            autoComplete="current-password"
            maxLength={64}
            // The page is this form: the code is the one thing to type.
            // biome-ignore lint/a11y/noAutofocus: see above
            autoFocus
            onChange={(event) => {
              setMissing(false);
              setCode(event.target.value);
            }}
          />
        </label>
        {told === undefined ? null : (
          <p className="notice" role="alert">
            {told}
          </p>
        )}
        <button type="submit" className="btn main" disabled={busy}>
          {busy ? t('sign-in.busy') : t('sign-in.submit')}
        </button>
      </form>
    </main>
  );
};
