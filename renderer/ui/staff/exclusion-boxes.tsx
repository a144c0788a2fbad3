import { Square, SquareCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EXCLUSIONS, type Exclusion, type NotedExclusion } from '#core/visit/relevance/exclusions.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';

type ExclusionBoxesProps = {
  readonly exclusions: readonly NotedExclusion[];
  /** Who ticks here: what the other one ticked stays theirs. */
  readonly by: NotedExclusion['by'];
  readonly onTick: (exclusion: Exclusion, ticked: boolean) => void;
};

/** What speaks against remote care, a box each, with who ticked it and when. */
export const ExclusionBoxes = ({ exclusions, by, onTick }: ExclusionBoxesProps) => {
  const { t } = useTranslation('closing');
  return (
    <div className="boxes">
      {EXCLUSIONS.map((exclusion) => {
        const noted = exclusions.find((one) => one.exclusion === exclusion);
        const isTheirs = noted !== undefined && noted.by !== by;
        return (
          <Button
            key={exclusion}
            className="choice"
            pressed={noted !== undefined}
            icon={
              noted === undefined ? (
                <Square className="i" aria-hidden />
              ) : (
                <SquareCheck className="i" aria-hidden />
              )
            }
            notYet={
              isTheirs ? t('noted-by', { name: noted.name, time: formatTimeOfDay(noted.at) }) : undefined
            }
            onPress={() => onTick(exclusion, noted === undefined)}
          >
            <span>{t(`exclusion.${exclusion}`)}</span>
          </Button>
        );
      })}
    </div>
  );
};
