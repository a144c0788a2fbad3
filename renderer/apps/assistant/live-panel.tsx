import { useTranslation } from 'react-i18next';
import { type CaptureFeedback, valuesShown } from '#core/contract/live.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { CaptureView } from '#core/visit/projections/shared.ts';
import { REST_BREAKS } from '#core/vitals/capture-plan.ts';
import { isMeasure } from '#core/vitals/kinds.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dial } from '#renderer/ui/dial.tsx';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';
import { useCountdown } from '#renderer/ui/staff/use-now.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { WaveCanvas } from '#renderer/ui/wave/wave-canvas.tsx';
import { AlertNote } from './alert-note.tsx';
import type { Ask, LiveCapture } from './cabin.ts';

type Rest = Extract<CaptureView['phase'], { phase: 'rest' }>;

const RestDial = ({ phase, ask }: { readonly phase: Rest; readonly ask: Ask }) => {
  const { t } = useTranslation('assistant');
  const left = useCountdown(phase.remainingMs, phase);
  return (
    <div className="live">
      <Dial fraction={1 - left / phase.totalMs} text={formatMinutes(left)} label={t('capture.rest-label')} />
      <p className="lead">{t('capture.rest')}</p>
      <div className="breaks">
        {REST_BREAKS.map((cause) => (
          <Button
            key={cause}
            label={`${t(`capture.rest-break.${cause}`)}. ${t('capture.rest-anew')}`}
            onPress={() => void ask({ type: 'restart-rest', cause })}
          >
            {t(`capture.rest-break.${cause}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};

const Numbers = ({ feedback }: { readonly feedback: CaptureFeedback }) => {
  const staff = useStaffWords();
  const values = valuesShown(feedback);
  if (values === undefined || !isMeasure(feedback.measure)) return null;
  return (
    <p className="now">
      {staff.written(feedback.measure, values).map(({ key, number, unit }) => (
        <span key={key}>
          <b>{number}</b> {unit}
        </span>
      ))}
    </p>
  );
};

const Oximetry = ({ live, feedback }: { live: LiveCapture; feedback: CaptureFeedback | undefined }) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const told = feedback?.measure === 'oximetry' ? feedback : undefined;
  const seconds = told === undefined ? 0 : Math.ceil((told.steadyNeededMs - told.steadyForMs) / 1_000);
  return (
    <div className="live">
      <div className="curve">
        <WaveCanvas feed={live.wave} label={t('capture.wave')} freshWidth={3} oldWidth={1.5} />
      </div>
      {told === undefined ? (
        <p className="lead">{t('capture.waiting-device')}</p>
      ) : (
        <>
          <p className="lead">{t(`capture.oximetry.${told.state}`, { seconds: Math.max(0, seconds) })}</p>
          <p className="sig">
            <SignalBars level={told.signal} /> {staff.signal(told.signal)}
          </p>
          <Numbers feedback={told} />
        </>
      )}
    </div>
  );
};

const Cuff = ({ feedback }: { readonly feedback: CaptureFeedback | undefined }) => {
  const { t } = useTranslation('assistant');
  if (feedback?.measure !== 'blood-pressure') return <p className="lead">{t('capture.waiting-device')}</p>;
  const elapsed = formatMinutes(feedback.elapsedMs);
  return (
    <div className="live">
      <Dial
        fraction={feedback.elapsedMs / feedback.longestMs}
        text={elapsed}
        label={t('capture.cuff-elapsed', { time: elapsed })}
      />
      <p className="lead">{t(`capture.blood-pressure.${feedback.state}`)}</p>
    </div>
  );
};

const Scale = ({ feedback }: { readonly feedback: CaptureFeedback | undefined }) => {
  const { t } = useTranslation('assistant');
  if (feedback?.measure !== 'body-weight') return <p className="lead">{t('capture.waiting-device')}</p>;
  return (
    <div className="live">
      <Numbers feedback={feedback} />
      <p className="lead">{t(`capture.body-weight.${feedback.state}`)}</p>
    </div>
  );
};

/** What the device itself says during a capture. */
export const LivePanel = ({
  capture,
  live,
  visit,
  ask,
}: {
  readonly capture: CaptureView;
  readonly live: LiveCapture;
  readonly visit: AssistantProjection;
  readonly ask: Ask;
}) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const { phase, measure } = capture;
  const { feedback } = live;
  switch (phase.phase) {
    case 'rest':
      return <RestDial phase={phase} ask={ask} />;
    case 'failed':
      return (
        <div className="live">
          <p className="lead">
            <b>{t('capture.failed', { count: phase.failures })}</b>
          </p>
          <p>{staff.fault(phase.code, 'assistant')}</p>
        </div>
      );
    case 'kept':
      return (
        <div className="live">
          <p className="lead">{t('capture.kept')}</p>
          <p className="now">
            {staff.written(measure, phase.reading.values).map(({ key, number, unit }) => (
              <span key={key}>
                <b>{number}</b> {unit}
              </span>
            ))}
          </p>
          {phase.reading.origin === 'manual' ? <p className="mut">{staff.t('by-hand')}</p> : null}
          <AlertNote visit={visit} />
        </div>
      );
    case 'measuring':
      if (measure === 'oximetry') return <Oximetry live={live} feedback={feedback} />;
      return measure === 'blood-pressure' ? <Cuff feedback={feedback} /> : <Scale feedback={feedback} />;
  }
};
