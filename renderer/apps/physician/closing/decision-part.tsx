import { useTranslation } from 'react-i18next';
import { PATHWAYS, type Pathway } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ExclusionBoxes } from '#renderer/ui/staff/exclusion-boxes.tsx';
import type { ConsultationView } from '../view.ts';

type DecisionPartProps = Pick<ConsultationView, 'visit' | 'actions'> & {
  readonly onPathway: (pathway: Pathway) => void;
};

/** The decision as it stands, and what speaks against it: both can still be changed. */
export const DecisionPart = ({ visit, actions, onPathway }: DecisionPartProps) => {
  const { t } = useTranslation('closing');
  const { t: staff } = useTranslation('staff');
  return (
    <fieldset className="fld">
      <legend>{t('decision.label')}</legend>
      <div className="reports three">
        {PATHWAYS.map((pathway) => (
          <Button
            key={pathway}
            look={pathway === 'emergency' ? 'urgent-outline' : 'alt'}
            pressed={visit.pathway === pathway}
            onPress={() => onPathway(pathway)}
          >
            {staff(`pathway.${pathway}`)}
          </Button>
        ))}
      </div>
      <ExclusionBoxes exclusions={visit.exclusions} by="physician" onTick={actions.tickExclusion} />
    </fieldset>
  );
};
