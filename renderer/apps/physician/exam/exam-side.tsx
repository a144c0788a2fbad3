import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ExamItem } from '#core/visit/examination/examination.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ExamState } from '../model/exam-state.ts';
import type { ConsultationView } from '../view.ts';
import { useExamWords } from './use-exam-words.ts';

/** The device that a picture or a sound comes from, and whether it is played. */
export const DeviceName = ({
  device,
  simulated,
}: {
  readonly device: string;
  readonly simulated: boolean;
}) => {
  const { t } = useExamWords('');
  return (
    <>
      {t('physician.device', { device })}
      {simulated ? ` (${t('physician.simulated')})` : null}
    </>
  );
};

interface ExamSideProps {
  readonly state: ExamState;
  /** What is looked at or listened to, where that is known. */
  readonly target: string | undefined;
  /** What the instrument does now. */
  readonly told: string;
  readonly children: ReactNode;
}

/** The side of an instrument's pane: what it does and with which device, then its keys and what was kept. */
export const ExamSide = ({ state, target, told, children }: ExamSideProps) => (
  <div className="exam-side">
    <p role="status">
      {target === undefined ? null : <b>{`${target}. `}</b>}
      {told}
      {state.state === 'live' || state.state === 'spoilt' ? (
        <small className="mut">
          {' '}
          <DeviceName device={state.device} simulated={state.simulated} />
        </small>
      ) : null}
    </p>
    {children}
  </div>
);

/** Puts the instrument away. */
export const FinishKey = ({
  requestId,
  actions,
}: { readonly requestId: string } & Pick<ConsultationView, 'actions'>) => {
  const { t } = useExamWords('');
  return (
    <Button
      icon={<Square className="i" aria-hidden />}
      onPress={() => actions.examine({ type: 'finish-exam', requestId })}
    >
      {t('physician.finish')}
    </Button>
  );
};

interface KeptListProps {
  readonly items: readonly ExamItem[];
  readonly look: 'gallery' | 'clips';
  readonly children: (item: ExamItem) => ReactNode;
}

/** What was kept with one instrument, the newest first, or that there is nothing yet. */
export const KeptList = ({ items, look, children }: KeptListProps) => {
  const { t } = useExamWords('');
  if (items.length === 0) return <p className="mut">{t(`physician.${look}-empty`)}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <ol className={look} tabIndex={0} aria-label={t(`physician.${look}`)}>
      {items.map(children)}
    </ol>
  );
};
