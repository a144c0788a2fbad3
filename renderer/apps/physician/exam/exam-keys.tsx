import { Camera, Ear, Heart, ScanSearch, Stethoscope } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentRole } from '#core/instruments/bindings.ts';
import { openExam } from '#core/visit/examination/examination.ts';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConsultationView } from '../view.ts';

/** What the right column's lower part shows: the file of the visit, or one exam. */
export const EXAM_TABS = ['back', 'heart', 'ear', 'throat', 'skin'] as const;
export type ExamTab = (typeof EXAM_TABS)[number];
export type LowerPane = 'file' | ExamTab;

/** The keys of the page, after those of the measures. */
export const EXAM_KEYS: readonly { readonly tab: ExamTab; readonly key: string }[] = [
  { tab: 'back', key: '4' },
  { tab: 'heart', key: '5' },
  { tab: 'ear', key: '6' },
  { tab: 'throat', key: '7' },
  { tab: 'skin', key: '8' },
];

const roleOfTab = (tab: ExamTab): InstrumentRole => (tab === 'back' || tab === 'heart' ? 'stethoscope' : tab);

/** The tab that a target belongs to. */
const tabOf = (target: ExamTarget): ExamTab => {
  if (target.instrument === 'exam-camera') return target.site;
  return MAP_POINTS[target.point].organ === 'heart' ? 'heart' : 'back';
};

const ICONS: Record<ExamTab, ReactNode> = {
  back: <Stethoscope className="i" aria-hidden />,
  heart: <Heart className="i" aria-hidden />,
  ear: <Ear className="i" aria-hidden />,
  throat: <Camera className="i" aria-hidden />,
  skin: <ScanSearch className="i" aria-hidden />,
};

type ExamKeysProps = Pick<ConsultationView, 'visit'> & {
  readonly pane: LowerPane;
  readonly onPane: (pane: LowerPane) => void;
};

/** One touch opens an exam; the key of the one that is under way is lit. */
export const ExamKeys = ({ visit, pane, onPane }: ExamKeysProps) => {
  const { t } = useTranslation('exam');
  const open = openExam(visit.examination);
  const current = open && tabOf(open.target);
  return (
    <div className="rq exams">
      {EXAM_KEYS.map(({ tab, key }) => {
        const has = visit.instruments.includes(roleOfTab(tab));
        return (
          <Button
            key={tab}
            className={has ? '' : 'off'}
            pressed={pane === tab || current === tab}
            onPress={() => onPane(tab)}
          >
            {ICONS[tab]}
            {t(`physician.name.${tab}`)}
            <kbd>{key}</kbd>
          </Button>
        );
      })}
    </div>
  );
};
