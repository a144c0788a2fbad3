import { useTranslation } from 'react-i18next';
import type { CaptureFeedback } from '#core/contract/live.ts';
import { announceDrawn } from '#renderer/platform/measuring.ts';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';
import { signalLevel } from '#renderer/ui/signal-level.ts';
import { WaveCanvas } from '#renderer/ui/wave/wave-canvas.tsx';
import { useServices } from '../services.ts';
import { CaptureColumn } from './capture-column.tsx';
import { CaptureKeys } from './capture-keys.tsx';
import type { CaptureProps } from './capture-props.ts';
import { useFeedback } from './use-feedback.ts';

type OximetryFeedback = Extract<CaptureFeedback, { measure: 'oximetry' }>;

const titleKey = (feedback: OximetryFeedback | undefined) =>
  feedback === undefined || feedback.state === 'sensor-off'
    ? ('capture.oximetry.place-title' as const)
    : ('capture.oximetry.title' as const);

const sentenceKey = (feedback: OximetryFeedback | undefined) =>
  feedback === undefined || feedback.state === 'sensor-off'
    ? ('capture.oximetry.place-sentence' as const)
    : (`capture.oximetry.${feedback.state}` as const);

/** The finger in the clip, its pulse drawn as it comes, and how long to keep still. */
export const OximetryLive = ({ capture, eyebrow, compact = false }: CaptureProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const { live } = useServices();
  const feedback = useFeedback(capture.askingId, 'oximetry');
  const signal = feedback?.signal ?? 0;
  const needed = feedback?.steadyNeededMs ?? 1;
  const steady = Math.min(needed, feedback?.steadyForMs ?? 0);
  const left = Math.ceil((needed - steady) / 1000);
  return (
    <CaptureColumn
      eyebrow={eyebrow}
      title={t(titleKey(feedback))}
      sentence={t(sentenceKey(feedback))}
      compact={compact}
      foot={<CaptureKeys measure="oximetry" />}
    >
      <section className="card live" aria-label={t('capture.live')}>
        <WaveCanvas feed={live.waves} label={t('capture.wave')} onDrawn={announceDrawn} />
        <div className="q4">
          <SignalBars level={signal} />
          <span>
            {feedback === undefined
              ? t('capture.no-signal')
              : t('common:signal.word', { level: t(`common:signal.level.${signalLevel(signal)}`) })}
          </span>
          {feedback !== undefined && steady > 0 ? (
            <span className="left">
              {left === 0 ? t('capture.hold') : t('capture.left', { count: left })}
            </span>
          ) : null}
        </div>
        <div
          className="track"
          role="progressbar"
          aria-label={t('capture.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round((100 * steady) / needed)}
        >
          <i style={{ width: `${(100 * steady) / needed}%` }} />
        </div>
      </section>
    </CaptureColumn>
  );
};
