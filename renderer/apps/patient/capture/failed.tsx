import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { CaptureColumn } from './capture-column.tsx';
import { CaptureKeys } from './capture-keys.tsx';
import type { CaptureProps } from './capture-props.ts';

type FailedProps = CaptureProps & { readonly code: ErrorCode; readonly failures: number };

/** Tries without a reading that bring the assistant, and that tell the physician. */
const BRINGS_ASSISTANT = 2;
const TELLS_PHYSICIAN = 3;

/** A try gave no reading. It is never the person's fault: what to do now, and who helps. */
export const CaptureFailed = ({
  capture,
  projection,
  eyebrow,
  code,
  failures,
  compact = false,
}: FailedProps) => {
  const { t } = useTranslation(['patient', 'errors']);
  const name = projection.assistant.givenName;
  return (
    <CaptureColumn
      eyebrow={eyebrow}
      title={t('capture.failed.title')}
      sentence={t(`errors:${code}.patient`)}
      compact={compact}
      foot={<CaptureKeys measure={capture.measure} filled />}
    >
      {failures >= BRINGS_ASSISTANT ? (
        <p className="note" role="status">
          <UserRound className="i" aria-hidden />
          <span>
            {t('capture.failed.assistant-comes', { name })}{' '}
            {failures >= TELLS_PHYSICIAN ? t('capture.failed.physician-knows') : null}
          </span>
        </p>
      ) : null}
    </CaptureColumn>
  );
};
