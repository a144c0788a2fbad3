import { Check, CircleX, FastForward, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canMeasure } from '#core/contract/devices.ts';
import { toConfirm } from '#core/visit/alerts/alerts.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import type { CurrentTask } from './model/current-task.ts';

type MeasureKeysProps = CabinView & {
  readonly task: Extract<CurrentTask, { task: 'measure' }>;
  readonly onSkip: () => void;
  readonly onShorten: () => void;
};

const BEFORE_THE_CALL: readonly AssistantProjection['stage'][] = ['measures', 'waiting'];

/** The measure that the guide would go on with, before the physician is there. */
const nextMeasure = ({ stage, measures, devices }: AssistantProjection): Measure | undefined =>
  BEFORE_THE_CALL.includes(stage)
    ? measures.find(
        ({ measure, status }) =>
          status.status === 'to-do' &&
          devices.some((device) => device.measures.includes(measure) && canMeasure(device.state)),
      )?.measure
    : undefined;

const KeptKey = ({ visit, ask, task: { measure } }: MeasureKeysProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const repeats = toConfirm(visit.alertTable, visit.unusual).includes(measure);
  const next = nextMeasure(visit);
  const finish = BEFORE_THE_CALL.includes(visit.stage) ? t('capture.finish') : t('capture.close');
  return (
    <>
      {repeats ? (
        <Button
          look="main"
          className="wide2"
          icon={<RotateCcw className="i" aria-hidden />}
          onPress={() => void ask({ type: 'restart-capture', measure })}
        >
          {t('capture.confirm')}
        </Button>
      ) : null}
      <Button
        look={repeats ? 'alt' : 'main'}
        className={repeats ? '' : 'wide2'}
        onPress={() =>
          void ask(
            next === undefined ? { type: 'finish-measures' } : { type: 'start-capture', measure: next },
          )
        }
      >
        {next === undefined ? finish : t('capture.next', { measure: staff(`measure.${next}`) })}
      </Button>
    </>
  );
};

/** The main key follows the phase of the capture: start, shorten, stop or release, again, go on. */
const MainKey = (props: MeasureKeysProps) => {
  const { ask, task, onShorten } = props;
  const { t } = useTranslation('assistant');
  const { measure, capture } = task;
  if (capture === undefined) {
    return (
      <Button look="main" onPress={() => void ask({ type: 'start-capture', measure })}>
        {t('capture.start')}
      </Button>
    );
  }
  switch (capture.phase.phase) {
    case 'rest':
      return (
        <Button icon={<FastForward className="i" aria-hidden />} onPress={onShorten}>
          {t('capture.shorten-rest')}
        </Button>
      );
    case 'measuring':
      return (
        <Button
          look={measure === 'blood-pressure' ? 'urgent-outline' : 'alt'}
          icon={<CircleX className="i" aria-hidden />}
          onPress={() => void ask({ type: 'stop-capture', captureId: capture.captureId })}
        >
          {measure === 'blood-pressure' ? t('capture.release') : t('capture.stop')}
        </Button>
      );
    case 'failed':
      return (
        <Button
          look="main"
          icon={<RotateCcw className="i" aria-hidden />}
          onPress={() => void ask({ type: 'restart-capture', measure })}
        >
          {t('capture.again')}
        </Button>
      );
    case 'kept':
      return <KeptKey {...props} />;
  }
};

const CannotKey = ({ task, onSkip }: MeasureKeysProps) => {
  const { t } = useTranslation('assistant');
  return (
    <Button onPress={onSkip}>{task.request === undefined ? t('capture.skip') : t('request.cannot')}</Button>
  );
};

/** Three keys: accepted or not, what to do now, cannot. */
export const MeasureKeys = (props: MeasureKeysProps) => {
  const { ask, task } = props;
  const { t } = useTranslation('assistant');
  const { request, capture } = task;
  if (request === undefined) {
    return capture?.phase.phase === 'kept' ? (
      <MainKey {...props} />
    ) : (
      <>
        <span className="wide2 grow">
          <MainKey {...props} />
        </span>
        <CannotKey {...props} />
      </>
    );
  }
  if (request.status.status === 'asked' && capture === undefined) {
    return (
      <>
        <Button
          look="main"
          className="wide2"
          icon={<Check className="i" aria-hidden />}
          onPress={() => void ask({ type: 'accept-task', requestId: request.requestId })}
        >
          {t('request.accept')}
        </Button>
        <CannotKey {...props} />
      </>
    );
  }
  return (
    <>
      <span className="accepted">
        <Check className="i" aria-hidden /> {t('request.is-accepted')}
      </span>
      <MainKey {...props} />
      <CannotKey {...props} />
    </>
  );
};
