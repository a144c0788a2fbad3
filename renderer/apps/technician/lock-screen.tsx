import { Delete, KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TechnicianProjection } from '#core/contract/technician.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { useCountdown } from '#renderer/ui/staff/use-now.ts';
import type { Ask } from './bench.ts';

type Lock = Extract<TechnicianProjection, { access: 'locked' }>;

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const SHORTEST = 4;
const LONGEST = 12;

const Pad = ({ add, erase }: { readonly add: (digit: string) => void; readonly erase: () => void }) => {
  const { t } = useTranslation('technician');
  return (
    <section className="pinpad" aria-label={t('lock.pad')}>
      {DIGITS.map((digit) => (
        <Button key={digit} onPress={() => add(digit)}>
          {digit}
        </Button>
      ))}
      <span />
      <Button onPress={() => add('0')}>{'0'}</Button>
      <Button label={t('lock.erase')} onPress={erase}>
        <Delete className="i" aria-hidden />
      </Button>
    </section>
  );
};

const Pause = ({ lock, remainingMs }: { readonly lock: Lock; readonly remainingMs: number }) => {
  const { t } = useTranslation('technician');
  const left = useCountdown(remainingMs, lock);
  return (
    <p className="wrong" role="alert">
      {t('lock.pause', { time: formatMinutes(left) })}
    </p>
  );
};

const CodeForm = ({ lock, ask }: { readonly lock: Lock; readonly ask: Ask }) => {
  const { t } = useTranslation('technician');
  const [code, setCode] = useState('');
  const [checking, setChecking] = useState(false);
  const [refused, setRefused] = useState(false);
  const take = (text: string) => setCode(text.replaceAll(/\D/g, '').slice(0, LONGEST));
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (code.length < SHORTEST || checking) return;
    setChecking(true);
    const { ok } = await ask({ type: 'unlock', pin: code });
    setChecking(false);
    setRefused(!ok);
    setCode('');
  };
  const { remainingMs } = lock;
  return (
    <form className="code" onSubmit={(event) => void submit(event)}>
      <label className="fld">
        <span>{t('lock.code')}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the one field of the screen, typed at once
          autoFocus
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => take(event.target.value)}
        />
      </label>
      {remainingMs === undefined ? null : <Pause lock={lock} remainingMs={remainingMs} />}
      {refused && remainingMs === undefined ? (
        <p className="wrong" role="alert">
          {t('lock.wrong', { count: lock.triesLeft })}
        </p>
      ) : null}
      <Pad add={(digit) => take(code + digit)} erase={() => setCode(code.slice(0, -1))} />
      <Button
        look="main"
        icon={<KeyRound className="i" aria-hidden />}
        busy={checking ? t('lock.checking') : undefined}
        onPress={() => void submit()}
      >
        {t('lock.open')}
      </Button>
    </form>
  );
};

/** Asks for the technician's code. */
export const LockScreen = ({ lock, ask }: { readonly lock: Lock; readonly ask: Ask }) => {
  const { t } = useTranslation('technician');
  const { site } = lock;
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
          {lock.hasCode ? <CodeForm lock={lock} ask={ask} /> : <p className="wrong">{t('lock.none')}</p>}
        </section>
      </main>
    </>
  );
};
