import { useTranslation } from 'react-i18next';
import type { ConfusedUnit, otherUnits } from '#core/vitals/confused-units.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { TypedSign } from '../model/manual-entry.ts';

/** Values in their own units, and the unit that they were converted from, if any. */
export interface Entered {
  readonly values: Values;
  readonly enteredIn?: ConfusedUnit;
}
export type InOtherUnit = ReturnType<typeof otherUnits>[number];

type UnitQuestionProps = {
  readonly measure: TypedSign;
  readonly others: readonly InOtherUnit[];
  /** What was typed, where it can be true in its own unit. */
  readonly own: Values | undefined;
  /** Undefined: it is typed again. */
  readonly onChoose: (chosen: Entered | undefined) => void;
};

/** A number that is rare in its own unit and usual in another: which one the instrument showed is asked, never guessed. */
export const UnitQuestion = ({ measure, others, own, onChoose }: UnitQuestionProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (
    <Dialog isOpen title={t('hand.unit.title')} onClose={() => onChoose(undefined)}>
      <p>{t('hand.unit.lead')}</p>
      {others.map(({ unit, values }) => (
        <Button key={unit} onPress={() => onChoose({ values, enteredIn: unit })}>
          {t('hand.unit.other', {
            unit: staff.t(`other-unit.${unit}`),
            values: staff.line(measure, values),
          })}
        </Button>
      ))}
      {own === undefined ? null : (
        <Button onPress={() => onChoose({ values: own })}>
          {t('hand.unit.own', { values: staff.line(measure, own) })}
        </Button>
      )}
      <Button onPress={() => onChoose(undefined)}>{t('hand.edit')}</Button>
    </Dialog>
  );
};
