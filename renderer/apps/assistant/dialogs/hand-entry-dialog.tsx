import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueKey } from '#core/vitals/kinds.ts';
import type { TemperatureSite } from '#core/vitals/taking.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from '../cabin.ts';
import {
  type EntryProblems,
  type EntryTexts,
  entriesInOtherUnits,
  entryFields,
  parseEntries,
  type TypedSign,
} from '../model/manual-entry.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryReview } from './entry-review.tsx';
import { NumberPad } from './number-pad.tsx';
import { SiteQuestion } from './site-question.tsx';
import { type Entered, type InOtherUnit, UnitQuestion } from './unit-question.tsx';

type HandEntryDialogProps = {
  readonly measure: TypedSign;
  readonly assistantName: string;
  readonly ask: Ask;
  readonly onClose: () => void;
};

const NO_PROBLEM: EntryProblems = { fields: {}, pressures: false };

/** Entry of a measure by hand: typed, checked, shown large, then kept and marked. */
export const HandEntryDialog = ({ measure, assistantName, ask, onClose }: HandEntryDialogProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [texts, setTexts] = useState<EntryTexts>({});
  const [active, setActive] = useState<ValueKey>(entryFields(measure)[0]?.key ?? 'weight');
  const [problems, setProblems] = useState<EntryProblems>(NO_PROBLEM);
  const [entered, setEntered] = useState<Entered>();
  const [others, setOthers] = useState<readonly InOtherUnit[]>([]);
  const [site, setSite] = useState<TemperatureSite>();
  const [refusal, setRefusal] = useState<string>();

  const change = (key: ValueKey, text: string) => {
    setProblems(NO_PROBLEM);
    setTexts((before) => ({ ...before, [key]: text }));
  };
  const review = () => {
    const parsed = parseEntries(measure, texts);
    const inOtherUnits = entriesInOtherUnits(measure, texts);
    if (inOtherUnits.length > 0) setOthers(inOtherUnits);
    else if (parsed.ok) setEntered({ values: parsed.value });
    else setProblems(parsed.failure);
  };
  const chooseUnit = (chosen: Entered | undefined) => {
    setOthers([]);
    if (chosen !== undefined) setEntered(chosen);
  };
  const keep = async (kept: Entered) => {
    const outcome = await ask({
      type: 'enter-reading',
      measure,
      ...kept,
      ...(site === undefined ? {} : { taking: { how: 'read-at', site } }),
    });
    if (outcome.ok) onClose();
    else {
      setEntered(undefined);
      setRefusal(staff.fault(outcome.failure.code, 'assistant'));
    }
  };

  if (others.length > 0) {
    const parsed = parseEntries(measure, texts);
    return (
      <UnitQuestion
        measure={measure}
        others={others}
        own={parsed.ok ? parsed.value : undefined}
        onChoose={chooseUnit}
      />
    );
  }
  if (entered !== undefined && measure === 'temperature' && site === undefined)
    return <SiteQuestion onChoose={setSite} onClose={() => setEntered(undefined)} />;
  if (entered !== undefined) {
    return (
      <Dialog isOpen title={t('hand.confirm-title')} onClose={() => setEntered(undefined)}>
        <EntryReview measure={measure} entered={entered} name={assistantName} site={site} />
        <div className="pair">
          <Button onPress={() => setEntered(undefined)}>{t('hand.edit')}</Button>
          <Button look="main" onPress={() => void keep(entered)}>
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
