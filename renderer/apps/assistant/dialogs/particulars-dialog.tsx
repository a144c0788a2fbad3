import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asksPregnancy, GUARDIAN_RELATIONS, isMinor } from '#core/identity/particulars.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { CabinView } from '../cabin.ts';
import { draftOf, type ParticularsDraft, parseParticulars } from '../model/particulars-draft.ts';
import { today } from '../model/today.ts';

type ParticularsDialogProps = Pick<CabinView, 'visit' | 'ask'> & { readonly onClose: () => void };
type Change = (part: Partial<ParticularsDraft>) => void;
type PartProps = { readonly draft: ParticularsDraft; readonly change: Change };
type TextKey = 'telephone' | 'locality' | 'doctor' | 'treatments' | 'allergies' | 'guardian' | 'companion';

const PREGNANCY_ANSWERS = ['no', 'yes', 'unknown'] as const;
const FORM = 'particulars-form';

const Line = ({
  field,
  draft,
  change,
  note,
  longest = 100,
}: PartProps & {
  readonly field: TextKey;
  readonly note?: string | undefined;
  readonly longest?: number;
}) => {
  const { t } = useTranslation('assistant');
  return (
    <label className="fld">
      <span>{t(`particulars.${field}`)}</span>
      <input
        value={draft[field]}
        maxLength={longest}
        autoComplete="off"
        inputMode={field === 'telephone' ? 'tel' : 'text'}
        onChange={(event) => change({ [field]: event.target.value })}
      />
      {note === undefined ? null : <small role="alert">{note}</small>}
    </label>
  );
};

/** Asked of a minor only: without it there is no reason to give. */
const GuardianPart = (part: PartProps) => {
  const { t } = useTranslation('assistant');
  const { draft, change } = part;
  return (
    <fieldset className="fld">
      <legend>{t('particulars.minor')}</legend>
      <Line {...part} field="guardian" />
      <span className="sexes">
        {GUARDIAN_RELATIONS.map((relation) => (
          <Button key={relation} pressed={draft.relation === relation} onPress={() => change({ relation })}>
            {t(`particulars.relation.${relation}`)}
          </Button>
        ))}
      </span>
      <Button pressed={draft.isPresent} onPress={() => change({ isPresent: !draft.isPresent })}>
        {t('particulars.present')}
      </Button>
    </fieldset>
  );
};

const PregnancyPart = ({ draft, change }: PartProps) => {
  const { t } = useTranslation('assistant');
  return (
    <fieldset className="fld">
      <legend>{t('particulars.pregnancy')}</legend>
      <span className="sexes">
        {PREGNANCY_ANSWERS.map((pregnancy) => (
          <Button
            key={pregnancy}
            pressed={draft.pregnancy === pregnancy}
            onPress={() => change({ pregnancy })}
          >
            {t(`particulars.pregnancy-answer.${pregnancy}`)}
          </Button>
        ))}
      </span>
    </fieldset>
  );
};

/** What the person tells besides who they are; corrected at any moment before the consultation is closed. */
export const ParticularsDialog = ({ visit, ask, onClose }: ParticularsDialogProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [draft, setDraft] = useState(() => draftOf(visit.particulars));
  const [problem, setProblem] = useState<string>();
  const change: Change = (part) => {
    setProblem(undefined);
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseParticulars(draft);
    if (!parsed.ok) {
      setProblem(t('particulars.telephone-wrong'));
      return;
    }
    const outcome = await ask({ type: 'note-particulars', particulars: parsed.value });
    if (outcome.ok) onClose();
    else setProblem(staff.fault(outcome.failure.code, 'assistant'));
  };
  const { identity } = visit;
  const part = { draft, change };
  return (
    <Dialog isOpen title={t('particulars.title')} onClose={onClose}>
      <p>{t('particulars.lead')}</p>
      <form id={FORM} className="identity two-columns" noValidate onSubmit={(event) => void save(event)}>
        {identity !== undefined && isMinor(identity, today()) ? <GuardianPart {...part} /> : null}
        <Line {...part} field="telephone" note={problem} longest={20} />
        <Line
          {...part}
          field="locality"
          longest={80}
          note={draft.locality.trim() === '' ? t('particulars.locality-note') : undefined}
        />
        <Line {...part} field="treatments" longest={500} />
        <Line {...part} field="allergies" longest={300} />
        <Line {...part} field="doctor" />
        <Line {...part} field="companion" />
        <Button pressed={draft.hasNoDoctor} onPress={() => change({ hasNoDoctor: !draft.hasNoDoctor })}>
          {t('particulars.no-doctor')}
        </Button>
        {identity !== undefined && asksPregnancy(identity, today()) ? <PregnancyPart {...part} /> : null}
      </form>
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <button type="submit" form={FORM} className="btn main">
          {t('particulars.save')}
        </button>
      </div>
    </Dialog>
  );
};
