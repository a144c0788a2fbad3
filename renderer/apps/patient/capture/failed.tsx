import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { CaptureKeys } from './capture-keys.tsx';
import type { CaptureProps } from './capture-props.ts';

type FailedProps = CaptureProps & { readonly code: ErrorCode; readonly failures: number };

/** Tries without a reading that bring the assistant, and that tell the physician. */
const BRINGS_ASSISTANT = 2;
const TELLS_PHYSICIAN = 3;

/** A try gave no reading. It is never the person's fault: what to do now, and who helps. */
export const CaptureFailed = ({ capture, projection, code, failures, compact = false }: FailedProps) => {
  const { t } = useTranslation(['patient', 'errors']);
  const name = projection.assistant.givenName;
  const title = t('capture.failed.title');
  return (
    <>
      <div className="head">
        {compact ? <h2>{title}</h2> : <h1>{title}</h1>}
        <Sentence text={t(`errors:${code}.patient`)} />
      </div>
      {failures >= BRINGS_ASSISTANT ? (
        <p className="note" role="status">
          <UserRound className="i" aria-hidden />
          <span>
            {t('capture.failed.assistant-comes', { name })}{' '}
            {failures >= TELLS_PHYSICIAN ? t('capture.failed.physician-knows') : null}
          </span>
        </p>
      ) : null}
      <CaptureKeys measure={capture.measure} filled />
    </>
  );
};
