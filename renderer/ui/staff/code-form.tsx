import { Delete, KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeTries } from '#core/opening/duty.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '../button.tsx';
import { useCountdown } from './use-now.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const SHORTEST = 4;
const LONGEST = 12;

/** What became of a code: taken, wrong, or refused for another reason, in words. */
export type CodeAnswer = 'taken' | 'wrong' | { readonly why: string };

type CodeFormProps = {
  readonly tries: CodeTries;
  /** Words of the key that hands the code in. */
  readonly open: string;
  readonly submit: (code: string) => Promise<CodeAnswer>;
};

const Pad = ({ add, erase }: { readonly add: (digit: string) => void; readonly erase: () => void }) => {
  const { t } = useTranslation('staff');
  return (
    <section className="pinpad" aria-label={t('code.pad')}>
      {DIGITS.map((digit) => (
        <Button key={digit} onPress={() => add(digit)}>
          {digit}
        </Button>
      ))}
      <span />
      <Button onPress={() => add('0')}>{'0'}</Button>
      <Button label={t('code.erase')} onPress={erase}>
        <Delete className="i" aria-hidden />
      </Button>
    </section>
  );
};

const Pause = ({ tries, remainingMs }: { readonly tries: CodeTries; readonly remainingMs: number }) => {
  const { t } = useTranslation('staff');
  const left = useCountdown(remainingMs, tries);
  return (
    <p className="wrong" role="alert">
      {t('code.pause', { time: formatMinutes(left) })}
    </p>
  );
};

/** A person's own code, by keyboard or by touch. It is erased as soon as it was tried. */
export const CodeForm = ({ tries, open, submit }: CodeFormProps) => {
  const { t } = useTranslation('staff');
  const [code, setCode] = useState('');
  const [checking, setChecking] = useState(false);
  const [answer, setAnswer] = useState<CodeAnswer>('taken');
  const take = (text: string) => setCode(text.replaceAll(/\D/g, '').slice(0, LONGEST));
  const handIn = async (event?: FormEvent) => {
    event?.preventDefault();
    if (code.length < SHORTEST || checking) return;
    setChecking(true);
    const given = await submit(code);
    setChecking(false);
    setAnswer(given);
    setCode('');
  };
  const { left, remainingMs } = tries;
  const refusal =
    answer === 'taken' ? undefined : answer === 'wrong' ? t('code.wrong', { count: left }) : answer.why;
  return (
    <form className="code" onSubmit={(event) => void handIn(event)}>
      <label className="fld">
        <span>{t('code.label')}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: the one field of the form, typed at once
          autoFocus
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => take(event.target.value)}
        />
      </label>
      {remainingMs === undefined ? null : <Pause tries={tries} remainingMs={remainingMs} />}
      {refusal !== undefined && remainingMs === undefined ? (
        <p className="wrong" role="alert">
          {refusal}
        </p>
      ) : null}
      <Pad add={(digit) => take(code + digit)} erase={() => setCode(code.slice(0, -1))} />
      <Button
        look="main"
        icon={<KeyRound className="i" aria-hidden />}
        busy={checking ? t('code.checking') : undefined}
        onPress={() => void handIn()}
      >
        {open}
      </Button>
    </form>
  );
};
