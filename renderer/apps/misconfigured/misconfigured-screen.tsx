import { useTranslation } from 'react-i18next';
import type { Misconfiguration } from '#core/contract/misconfiguration.ts';
import { Mark } from '#renderer/ui/mark.tsx';

/** More would not fit a small screen; the command line tells them all. */
const SHOWN = 3;

/** What a patient reads: nothing technical, and whom to call. */
export const PatientMisconfigured = () => {
  const { t: ofPatient } = useTranslation('patient');
  const { t } = useTranslation('misconfigured');
  return (
    <main className="mis" data-for="patient">
      <Mark />
      <h1>{ofPatient('closed.nobody-on-duty.title')}</h1>
      <p>{t('patient')}</p>
    </main>
  );
};

/** What whoever mends it needs: the file, the line, the field, and what is expected there. */
export const StaffMisconfigured = ({ file, line, mistakes }: Misconfiguration) => {
  const { t } = useTranslation('misconfigured');
  const left = mistakes.length - SHOWN;
  return (
    <main className="mis">
      <Mark />
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <p>
        {t('file')} <code>{file}</code>
      </p>
      {mistakes.length === 0 ? <code>{line}</code> : null}
      <ul>
        {mistakes.slice(0, SHOWN).map((mistake) => (
          <li key={`${mistake.line}:${mistake.column}:${mistake.field}`}>
            <strong>{t('line', { line: mistake.line, column: mistake.column })}</strong>
            {mistake.field === '' ? null : <code>{mistake.field}</code>}
            <span>{t(`fault.${mistake.fault}`)}</span>
            {mistake.fault === 'invalid' ? (
              <span>{t('expected', { expected: mistake.expected })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {left > 0 ? <p>{t('more', { count: left })}</p> : null}
      <p>{t('check')}</p>
    </main>
  );
};
