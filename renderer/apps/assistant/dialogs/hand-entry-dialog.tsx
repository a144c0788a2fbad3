import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, ValueKey, Values } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from '../cabin.ts';
import { type EntryProblems, type EntryTexts, entryFields, parseEntries } from '../model/manual-entry.ts';
import { EntryFields } from './entry-fields.tsx';
import { NumberPad } from './number-pad.tsx';

type HandEntryDialogProps = {
  readonly measure: Measure;
  readonly assistantName: string;
  readonly ask: Ask;
  readonly onClose: () => void;
};

const NO_PROBLEM: EntryProblems = { fields: {}, pressures: false };

/** The values once more, large, before they are kept: a typed value has no device that vouches for it. */
const Review = ({ measure, values, name }: { measure: Measure; values: Values; name: string }) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (
    <div className="echo">
      {staff.written(measure, values).map(({ key, name: label, number, unit }) => (
        <p key={key}>
          <small>{label}</small>
          <b>{number}</b> {unit}
        </p>
      ))}
      <p className="mut">{t('hand.marked', { name })}</p>
    </div>
  );
};

/** Entry of a measure by hand: typed, checked, shown large, then kept and marked. */
export const HandEntryDialog = ({ measure, assistantName, ask, onClose }: HandEntryDialogProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [texts, setTexts] = useState<EntryTexts>({});
  const [active, setActive] = useState<ValueKey>(entryFields(measure)[0]?.key ?? 'weight');
  const [problems, setProblems] = useState<EntryProblems>(NO_PROBLEM);
  const [values, setValues] = useState<Values>();
  const [refusal, setRefusal] = useState<string>();

  const change = (key: ValueKey, text: string) => {
    setProblems(NO_PROBLEM);
    setTexts((before) => ({ ...before, [key]: text }));
  };
  const review = () => {
    const parsed = parseEntries(measure, texts);
    if (parsed.ok) setValues(parsed.value);
    else setProblems(parsed.failure);
  };
  const keep = async (kept: Values) => {
    const outcome = await ask({ type: 'enter-reading', measure, values: kept });
    if (outcome.ok) onClose();
    else {
      setValues(undefined);
      setRefusal(staff.fault(outcome.failure.code, 'assistant'));
    }
  };

  if (values !== undefined) {
    return (
      <Dialog isOpen title={t('hand.confirm-title')} onClose={() => setValues(undefined)}>
        <Review measure={measure} values={values} name={assistantName} />
        <div className="pair">
          <Button onPress={() => setValues(undefined)}>{t('hand.edit')}</Button>
          <Button look="main" onPress={() => void keep(values)}>
            {t('hand.confirm')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen title={t(`hand.title.${measure}`)} onClose={onClose}>
      <p>{t('hand.lead')}</p>
      {refusal === undefined ? null : (
        <p className="fix" role="alert">
          {refusal}
        </p>
      )}
      <div className="entry">
        <EntryFields
          measure={measure}
          texts={texts}
          problems={problems}
          active={active}
          onActivate={setActive}
          onChange={change}
          onEnter={review}
        />
        <NumberPad text={texts[active] ?? ''} onChange={(text) => change(active, text)} />
      </div>
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button look="main" onPress={review}>
          {t('hand.review')}
        </Button>
      </div>
    </Dialog>
  );
};
