import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#core/vitals/reading.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { ValueCard } from '#renderer/ui/value-card.tsx';
import { nextToDo } from '../model/measure-list.ts';
import { shownValues } from '../model/shown-values.ts';
import { useSend } from '../services.ts';
import { CaptureColumn } from './capture-column.tsx';
import type { CaptureProps } from './capture-props.ts';
import { RepeatKeys } from './repeat-keys.tsx';

type KeptProps = CaptureProps & { readonly reading: Reading };

/** The value, large, with its unit in words, and what happens next. Never a colour, an arrow or a comment. */
export const CaptureKept = ({ capture, projection, eyebrow, reading, compact = false }: KeptProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const send = useSend();
  const { language, stage } = projection;
  const more = capture.repetition < capture.repetitions;
  const next = nextToDo(projection);
  const values = shownValues(capture.measure, reading.values, language);
  const repeats = !more && projection.toRepeat.includes(capture.measure);
  const goOn = () =>
    send(next === undefined ? { type: 'finish-measures' } : { type: 'start-capture', measure: next });
  const whatNext = () => {
    if (more) return t('capture.kept.next-reading');
    if (stage === 'call') return t('capture.kept.next-call');
    return next === undefined
      ? t('capture.kept.next-wait')
      : t('capture.kept.next-measure', { measure: t(`common:measure-the.${next}`) });
  };
  // Two pressures are wider than a pulse: the first card takes the room it needs.
  const lead = values.length > 1 && !compact && capture.measure === 'blood-pressure';
  const mean = reading.derivedFrom === undefined ? '' : `${t('capture.kept.mean')} `;
  const goOnKey = (
    <Button look="main" wide iconEnd={<ArrowRight className="i flip" aria-hidden />} onPress={goOn}>
      {t('capture.kept.go')}
    </Button>
  );
  const foot = repeats ? <RepeatKeys measure={capture.measure} onWithout={goOn} /> : goOnKey;
  return (
    <CaptureColumn
      eyebrow={eyebrow}
      title={t(repeats ? 'capture.kept.repeat-title' : 'capture.kept.title')}
      sentence={
        repeats ? t('capture.kept.repeat-sentence') : `${t('capture.kept.sentence')} ${mean}${whatNext()}`
      }
      compact={compact}
      foot={more || stage === 'call' ? undefined : foot}
    >
      <div className={classes('vals', (values.length === 1 || compact) && 'one', lead && 'lead')}>
        {values.map((value) => (
          <ValueCard
            key={value.name}
            big
            name={
              value.name === 'blood-pressure'
                ? t('common:measure-title.blood-pressure')
                : t(`common:value.${value.name}`)
            }
            state="value"
            value={value.text}
            note={t(`common:unit.${value.unit}`)}
          />
        ))}
      </div>
    </CaptureColumn>
  );
};
