import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureView } from '#core/visit/projections/shared.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Plate } from '#renderer/ui/plate.tsx';
import { MeasureDrawing } from '#renderer/ui/staff/measure-drawing.tsx';
import type { CabinView } from './cabin.ts';
import { Checklist } from './checklist.tsx';
import { CuffKey } from './cuff-key.tsx';
import { ReasonDialog } from './dialogs/reason-dialog.tsx';
import { SkipDialog } from './dialogs/skip-dialog.tsx';
import { LivePanel } from './live-panel.tsx';
import { MeasureKeys } from './measure-keys.tsx';
import type { CurrentTask } from './model/current-task.ts';
import { TaskFrame } from './task-frame.tsx';

type MeasureTaskProps = CabinView & { readonly task: Extract<CurrentTask, { task: 'measure' }> };

const SHORTEN_REASONS = ['long-seated', 'short-of-time', 'unwell'] as const;

/** While the cuff is tight its release has the room; what is noted afterwards is for the next reading. */
const NOTED_IN: readonly (CaptureView['phase']['phase'] | undefined)[] = [undefined, 'rest', 'failed'];

const useEyebrow = ({ visit, task }: MeasureTaskProps): string => {
  const { t } = useTranslation('assistant');
  const { request, capture, waiting } = task;
  const more = waiting === 0 ? undefined : t('request.more', { count: waiting });
  const asked =
    request === undefined
      ? undefined
      : t(request.status.status === 'accepted' ? 'request.accepted' : 'request.asked', {
          physician: visit.physician?.name ?? t('request.a-physician'),
          time: formatTimeOfDay(request.askedAt),
        });
  const tried =
    capture === undefined
      ? undefined
      : t(capture.repetitions > 1 ? 'capture.eyebrow-series' : 'capture.eyebrow', {
          attempt: capture.attempt,
          repetition: capture.repetition,
          repetitions: capture.repetitions,
        });
  return [asked ?? tried, more].filter((part) => part !== undefined).join('. ');
};

/** A measure asked for, running, missed or kept: drawing, points to watch, what the device says, and three keys. */
export const MeasureTask = (props: MeasureTaskProps) => {
  const { ask, live, task, visit } = props;
  const { t } = useTranslation('assistant');
  const [asking, setAsking] = useState<'none' | 'skip' | 'shorten'>('none');
  const eyebrow = useEyebrow(props);
  const { measure, request, capture } = task;
  const close = () => setAsking('none');
  return (
    <TaskFrame
      eyebrow={eyebrow}
      title={t(`request.title.${measure}`)}
      keys={
        <MeasureKeys {...props} onSkip={() => setAsking('skip')} onShorten={() => setAsking('shorten')} />
      }
    >
      <div className="mid">
        <Plate>
          <MeasureDrawing measure={measure} />
        </Plate>
        {capture === undefined ? (
          <div className="points">
            <Checklist measure={measure} />
            {measure === 'blood-pressure' ? null : <p className="mut">{t('request.done-alone')}</p>}
          </div>
        ) : (
          <LivePanel capture={capture} live={live} visit={visit} ask={ask} />
        )}
      </div>
      {measure === 'blood-pressure' && NOTED_IN.includes(capture?.phase.phase) ? (
        <CuffKey visit={visit} ask={ask} />
      ) : null}
      <SkipDialog
        isOpen={asking === 'skip'}
        title={request === undefined ? t('capture.skip-title') : t('request.cannot-title')}
        onClose={close}
        onPick={(reason) =>
          void ask(
            request === undefined
              ? { type: 'skip-capture', measure, reason }
              : { type: 'decline-task', requestId: request.requestId, reason },
          )
        }
      />
      <ReasonDialog
        isOpen={asking === 'shorten'}
        title={t('capture.shorten-title')}
        lead={t('capture.shorten-lead')}
        reasons={SHORTEN_REASONS.map((reason) => ({ reason, words: t(`capture.shorten.${reason}`) }))}
        onPick={(_, words) => void ask({ type: 'shorten-rest', reason: words })}
        onOther={(reason) => void ask({ type: 'shorten-rest', reason })}
        onClose={close}
      />
    </TaskFrame>
  );
};
