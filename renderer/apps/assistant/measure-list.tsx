import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canMeasure } from '#core/contract/devices.ts';
import { toConfirm } from '#core/visit/alerts/alerts.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { MeasureView } from '#core/visit/projections/shared.ts';
import { isMeasure, type Measure, type VitalSign } from '#core/vitals/kinds.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { AlertNote } from './alert-note.tsx';
import type { CabinView } from './cabin.ts';
import { HandEntryDialog } from './dialogs/hand-entry-dialog.tsx';
import { SkipDialog } from './dialogs/skip-dialog.tsx';

const useStatusWords = () => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (
    { measure, status }: MeasureView,
    available: boolean,
    seen: AssistantProjection['seen'],
  ): string => {
    switch (status.status) {
      case 'done': {
        const { reading } = status;
        const origin = reading.origin === 'manual' ? `, ${staff.t('by-hand')}` : '';
        const seenAt = seen[reading.id];
        const mark = seenAt === undefined ? '' : `, ${t('capture.seen', { time: formatTimeOfDay(seenAt) })}`;
        return `${staff.line(measure, reading.values)}, ${formatTimeOfDay(reading.takenAt)}${origin}${mark}`;
      }
      case 'skipped':
        return t('capture.skipped', { reason: staff.t(`skip-reason.${status.reason}`) });
      case 'in-progress':
        return t('capture.in-progress');
      case 'to-do':
        return available ? t('capture.to-do') : t('capture.unavailable');
    }
  };
};

type MeasureListProps = CabinView & {
  /** What stands above the list while there is nothing to say of its values. */
  readonly lead?: ReactNode;
};

/** Each measure with its state, and keys to start or repeat it, enter it by hand, or leave it out. */
export const MeasureList = ({ visit, ask, lead = null }: MeasureListProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const words = useStatusWords();
  const [open, setOpen] = useState<{ readonly what: 'hand' | 'skip'; readonly measure: Measure }>();
  const close = () => setOpen(undefined);
  const ready = (measure: VitalSign): measure is Measure =>
    isMeasure(measure) &&
    visit.devices.some((device) => device.measures.includes(measure) && canMeasure(device.state));
  const first =
    toConfirm(visit.alertTable, visit.unusual).find(ready) ??
    visit.measures.find(({ measure, status }) => status.status === 'to-do' && ready(measure))?.measure;
  return (
    <>
      <AlertNote visit={visit} otherwise={lead} />
      <ul className="rows">
        {visit.measures.map((view) => {
          const { measure, status } = view;
          const name = staff(`measure.${measure}`);
          const done = status.status === 'done';
          return (
            <li key={measure}>
              <span className="what">
                <b>{name}</b>
                <small>{words(view, ready(measure), visit.seen)}</small>
              </span>
              {status.status === 'to-do' ? (
                <Button
                  label={`${t('capture.row.skip')}, ${name}`}
                  onPress={() => setOpen({ what: 'skip', measure })}
                >
                  {t('capture.row.skip')}
                </Button>
              ) : null}
              <Button
                label={`${t('capture.row.hand')}, ${name}`}
                onPress={() => setOpen({ what: 'hand', measure })}
              >
                {t('capture.row.hand')}
              </Button>
              {ready(measure) ? (
                <Button
                  look={measure === first ? 'main' : 'alt'}
                  label={`${done ? t('capture.row.again') : t('capture.start')}, ${name}`}
                  onPress={() => void ask({ type: done ? 'restart-capture' : 'start-capture', measure })}
                >
                  {done ? t('capture.row.again') : t('capture.start')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {open?.what === 'hand' ? (
        <HandEntryDialog
          measure={open.measure}
          assistantName={visit.assistant.name}
          ask={ask}
          onClose={close}
        />
      ) : null}
      <SkipDialog
        isOpen={open?.what === 'skip'}
        title={t('capture.skip-title')}
        onClose={close}
        onPick={(reason) =>
          open === undefined ? undefined : void ask({ type: 'skip-capture', measure: open.measure, reason })
        }
      />
    </>
  );
};
