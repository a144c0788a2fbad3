import { useTranslation } from 'react-i18next';
import type { Candidate } from '#core/opening/duty.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';

type PersonChoiceProps = {
  readonly candidates: readonly Candidate[];
  readonly onChoose: (candidate: Candidate) => void;
};

/** What is to be known before a code is typed: an expired training is shown, and cannot be chosen. */
const useRemark = () => {
  const { t } = useTranslation('assistant');
  return ({ obstacle, trainingEndsInDays }: Candidate): string | undefined => {
    if (obstacle !== undefined) return t(`duty.obstacle.${obstacle}`);
    return trainingEndsInDays === undefined
      ? undefined
      : t('duty.training-ends', { count: trainingEndsInDays });
  };
};

/** Those of this place, by name and profession. */
export const PersonChoice = ({ candidates, onChoose }: PersonChoiceProps) => {
  const { t: staff } = useTranslation('staff');
  const remarkOf = useRemark();
  return (
    <ul className="persons">
      {candidates.map((candidate) => {
        const remark = remarkOf(candidate);
        return (
          <li key={candidate.id}>
            <Button
              off={candidate.obstacle === 'training-expired'}
              icon={<Face name={candidate.name} portrait={portraitOf(candidate.name)} />}
              onPress={() => onChoose(candidate)}
            >
              <span className="who">
                <b>{candidate.name}</b>
                <small>{staff(`profession.${candidate.profession}`)}</small>
                {remark === undefined ? null : <small className="remark">{remark}</small>}
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
};
