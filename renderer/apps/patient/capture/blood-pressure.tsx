import { Check, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaptureView } from '#core/visit/projections/shared.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Dial } from '#renderer/ui/dial.tsx';
import { useSend } from '../services.ts';
import { CaptureColumn } from './capture-column.tsx';
import type { CaptureProps } from './capture-props.ts';
import { useElapsed } from './use-elapsed.ts';
import { useFeedback } from './use-feedback.ts';

const POSTURE = ['back', 'feet', 'arm', 'quiet'] as const;

/** Time to rest, counted down; time under the cuff, counted up towards the longest this device takes. */
const CuffDial = ({ capture }: { readonly capture: CaptureView }) => {
  const { t } = useTranslation('patient');
  const { phase } = capture;
  const feedback = useFeedback(capture.askingId, 'blood-pressure');
  const sinceRest = useElapsed(phase);
  const sinceFeedback = useElapsed(feedback);
  if (phase.phase === 'rest') {
    const left = Math.max(0, phase.remainingMs - sinceRest);
    return (
      <Dial
        fraction={1 - left / phase.totalMs}
        text={formatMinutes(left)}
        label={t('capture.blood-pressure.rest-dial')}
      />
    );
  }
  const elapsed = feedback === undefined ? 0 : feedback.elapsedMs + sinceFeedback;
  const longest = feedback?.longestMs ?? 1;
  return (
    <Dial
      fraction={elapsed / longest}
      text={formatMinutes(elapsed)}
      label={t('capture.blood-pressure.cuff-dial')}
    />
  );
};

/** The series of readings, what the cuff does now, how to sit, and a way to let go at any moment. */
export const BloodPressureLive = ({ capture, eyebrow, compact = false }: CaptureProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const feedback = useFeedback(capture.askingId, 'blood-pressure');
  const { repetition, repetitions } = capture;
  const resting = capture.phase.phase === 'rest';
  const first = repetition === 1;
  const title =
    resting && first
      ? t('capture.blood-pressure.rest-title')
      : t('capture.blood-pressure.title', { number: repetition, total: repetitions });
  const sentence = resting
    ? t(first ? 'capture.blood-pressure.rest-sentence' : 'capture.blood-pressure.between-sentence')
    : t(`capture.blood-pressure.${feedback?.state ?? 'starting'}`);
  const stateOf = (reading: number) => {
    if (reading < repetition) return t('capture.blood-pressure.done');
    if (reading > repetition) return t('capture.blood-pressure.next');
    return t(resting ? 'capture.blood-pressure.resting' : 'capture.blood-pressure.running');
  };
  const foot = (
    <div className="row two">
      <Button
        look="urgent-outline"
        icon={<CircleX className="i" aria-hidden />}
        onPress={() => send({ type: 'stop-capture', captureId: capture.captureId })}
      >
        {t('capture.release')}
      </Button>
      {resting && !compact ? (
        <Button
          onPress={() =>
            send({ type: 'skip-capture', measure: 'blood-pressure', reason: 'patient-declines' })
          }
        >
          {t('capture.skip')}
        </Button>
      ) : null}
    </div>
  );
  return (
    <CaptureColumn eyebrow={eyebrow} title={title} sentence={sentence} compact={compact} foot={foot}>
      {repetitions > 1 && !compact ? (
        <div className="three">
          {Array.from({ length: repetitions }, (_, index) => index + 1).map((reading) => (
            <div key={reading} className={classes(reading === repetition && 'now')}>
              <b>
                {reading < repetition ? <Check className="i" aria-hidden /> : null}
                {t('capture.blood-pressure.reading', { number: reading })}
              </b>
              {stateOf(reading)}
            </div>
          ))}
        </div>
      ) : null}
      {compact ? (
        <CuffDial capture={capture} />
      ) : (
        <div className="timer">
          <CuffDial capture={capture} />
          <ol className="steps">
            {POSTURE.map((step, index) => (
              <li key={step}>
                <span className="n">{index + 1}</span>
                {t(`capture.blood-pressure.${step}`)}
              </li>
            ))}
          </ol>
        </div>
      )}
    </CaptureColumn>
  );
};
