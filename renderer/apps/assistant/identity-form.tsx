import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '#core/identity/identity.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';
import { withSlashes } from './model/birth-date.ts';
import {
  type IdentityDraft,
  type IdentityProblems,
  NO_IDENTITY_PROBLEM,
  parseIdentity,
} from './model/identity-draft.ts';
import { today } from './model/today.ts';

/** Id of the form, so that a key outside it can send it. */
export const IDENTITY_FORM = 'identity-form';

const SEXES = ['female', 'male', 'unknown'] as const;

type IdentityFormProps = {
  readonly known: Identity | undefined;
  readonly onSave: (identity: Identity) => void;
};

const draftOf = (known: Identity | undefined): IdentityDraft =>
  known === undefined
    ? { familyName: '', givenName: '', birthDate: '' }
    : { ...known, birthDate: dateDigits(known.birthDate) };

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly digits?: boolean;
  readonly first?: boolean;
};

const Field = ({ label, hint, problem, value, onChange, digits = false, first = false }: FieldProps) => (
  <label className="fld">
    <span>
      {label} {hint === undefined ? null : <span className="mut">{hint}</span>}
    </span>
    <input
      // The step is this form: its first field is what the assistant came for.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus={first}
      value={value}
      inputMode={digits ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      aria-invalid={problem !== undefined}
      onChange={(event) => onChange(event.target.value)}
    />
    {problem === undefined ? null : <small role="alert">{problem}</small>}
  </label>
);

/** The traits that the assistant types; the level stays provisional. */
export const IdentityForm = ({ known, onSave }: IdentityFormProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [draft, setDraft] = useState(() => draftOf(known));
  const [problems, setProblems] = useState<IdentityProblems>(NO_IDENTITY_PROBLEM);
  const change = (part: Partial<IdentityDraft>) => {
    setProblems(NO_IDENTITY_PROBLEM);
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseIdentity(draft, today());
    if (parsed.ok) onSave(parsed.value);
    else setProblems(parsed.failure);
  };
  const told = (problem: IdentityProblems[keyof IdentityProblems]) =>
    problem === undefined ? undefined : t(`identity.problem.${problem}`);
  return (
    <form id={IDENTITY_FORM} className="identity" onSubmit={save} noValidate>
      <Field
        first
        label={t('identity.family')}
        problem={told(problems.familyName)}
        value={draft.familyName}
        onChange={(familyName) => change({ familyName })}
      />
      <Field
        label={t('identity.given')}
        problem={told(problems.givenName)}
        value={draft.givenName}
        onChange={(givenName) => change({ givenName })}
      />
      <Field
        digits
        label={t('identity.birth')}
        hint={t('identity.birth-hint')}
        problem={told(problems.birthDate)}
        value={draft.birthDate}
        onChange={(typed) => change({ birthDate: withSlashes(typed, draft.birthDate) })}
      />
      <fieldset className="fld">
        <legend>{t('identity.sex')}</legend>
        <span className="sexes">
          {SEXES.map((sex) => (
            <Button key={sex} pressed={draft.sex === sex} onPress={() => change({ sex })}>
              {staff(`sex.${sex}`)}
            </Button>
          ))}
        </span>
        {problems.sex === undefined ? null : <small role="alert">{told(problems.sex)}</small>}
      </fieldset>
    </form>
  );
};
