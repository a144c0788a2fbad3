import { useTranslation } from 'react-i18next';
import { formatValue } from '#renderer/i18n/format.ts';
import { CaptureColumn } from './capture-column.tsx';
import { CaptureKeys } from './capture-keys.tsx';
import type { CaptureProps } from './capture-props.ts';
import { useFeedback } from './use-feedback.ts';

const ADVICE = ['shoes', 'still'] as const;

/** The scale settles under the person; a number that stops coming leaves the screen. */
export const BodyWeightLive = ({ capture, projection, eyebrow, compact = false }: CaptureProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const feedback = useFeedback(capture.askingId, 'body-weight');
  const settling = feedback?.state === 'settling';
  const weight = feedback?.values?.weight;
  const name = projection.assistant.givenName;
  const title = t(settling ? 'capture.body-weight.settling-title' : 'capture.body-weight.title');
  return (
    <CaptureColumn
      eyebrow={eyebrow}
      title={title}
      sentence={settling ? t('capture.body-weight.settling') : t('capture.body-weight.waiting', { name })}
      compact={compact}
      foot={<CaptureKeys measure="body-weight" />}
    >
      <section className="card weigh" aria-label={t('capture.live')}>
        <p className="v">
          {weight === undefined ? '…' : formatValue('weight', weight.value, projection.language)}
        </p>
        <p className="u">
          {weight === undefined
            ? t('capture.body-weight.step')
            : `${t('common:unit.kg')}, ${t('capture.body-weight.unsettled')}`}
        </p>
      </section>
      <ol className="steps">
        {ADVICE.map((step, index) => (
          <li key={step}>
            <span className="n">{index + 1}</span>
            {t(`capture.body-weight.${step}`)}
          </li>
        ))}
      </ol>
    </CaptureColumn>
  );
};
