import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { PAIRING_CODE_DIGITS } from '#core/contract/tablet.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

const LONGEST_NAME = 40;

export type PairingPageProps = {
  readonly pairing: boolean;
  readonly refusal: ErrorCode | 'no-storage' | undefined;
  readonly onPair: (digits: string, name: string) => void;
};

/** A tablet that the cabin does not know yet: the code on the cabin's screen, and a name to be told from others by. */
export const PairingPage = ({ pairing, refusal, onPair }: PairingPageProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const digits = code.replace(/\D/g, '');
  const isReady = name.trim() !== '' && digits.length === PAIRING_CODE_DIGITS;
  const hand = () => {
    if (!isReady || pairing) return;
    setCode('');
    onPair(digits, name.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    hand();
  };
  return (
    <div className="as">
      <header className="hd">
        <Mark />
        <span className="sp" />
      </header>
      <main className="signin">
        <form className="card own" onSubmit={submit}>
          <h1>{t('tablet.title')}</h1>
          <p className="mut">{t('tablet.lead')}</p>
          {refusal === undefined ? null : (
            <p className="wrong" role="alert">
              {refusal === 'no-storage' ? t('tablet.no-storage') : staff.fault(refusal, 'assistant')}
            </p>
          )}
          <label className="fld">
            <span>{t('tablet.name')}</span>
            <input
              value={name}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
            <small className="mut">{t('tablet.name-hint')}</small>
          </label>
          <label className="fld">
            <span>{t('tablet.code')}</span>
            <input
              className="digits"
              value={code}
              inputMode="numeric"
              autoComplete="off"
              maxLength={PAIRING_CODE_DIGITS + 1}
              onChange={({ target }) => setCode(target.value)}
            />
          </label>
          <Button look="main" off={!isReady} busy={pairing ? t('tablet.pairing') : undefined} onPress={hand}>
            {t('tablet.pair')}
          </Button>
        </form>
      </main>
    </div>
  );
};
