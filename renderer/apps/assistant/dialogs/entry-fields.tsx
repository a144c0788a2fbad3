import { useTranslation } from 'react-i18next';
import type { ValueKey } from '#core/vitals/kinds.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import {
  type EntryProblem,
  type EntryProblems,
  type EntryTexts,
  entryFields,
  type TypedSign,
} from '../model/manual-entry.ts';

type EntryFieldsProps = {
  readonly measure: TypedSign;
  readonly texts: EntryTexts;
  readonly problems: EntryProblems;
  /** The field that the pad writes into. */
  readonly active: ValueKey;
  readonly onActivate: (key: ValueKey) => void;
  readonly onChange: (key: ValueKey, text: string) => void;
  readonly onEnter: () => void;
};

const useProblemWords = () => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (key: ValueKey, problem: EntryProblem): string => {
    switch (problem.problem) {
      case 'out-of-range':
        return t('hand.problem.out-of-range', {
          low: problem.low,
          high: problem.high,
          unit: staff.unit(key),
        });
      case 'too-precise':
        return t('hand.problem.too-precise', { count: problem.decimals });
      default:
        return t(`hand.problem.${problem.problem}`);
    }
  };
};

/** One large field per value, its unit beside it, what is wrong under it. */
export const EntryFields = (props: EntryFieldsProps) => {
  const { measure, texts, problems, active, onActivate, onChange, onEnter } = props;
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const words = useProblemWords();
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      {entryFields(measure).map(({ key, optional }, index) => {
        const problem = problems.fields[key];
        return (
          <label key={key} className={classes('num', active === key && 'on', problem !== undefined && 'bad')}>
            <span>
              {staff.t(`value.${key}`)} {optional ? <span className="mut">{t('hand.optional')}</span> : null}
            </span>
            <span className="box">
              <input
                // The dialog has just opened for this very field.
                // biome-ignore lint/a11y/noAutofocus: see above
                autoFocus={index === 0}
                value={texts[key] ?? ''}
                inputMode="decimal"
                autoComplete="off"
                maxLength={6}
                aria-invalid={problem !== undefined}
                onFocus={() => onActivate(key)}
                onChange={(event) => onChange(key, event.target.value)}
              />
              <b>{staff.unit(key)}</b>
            </span>
            {problem === undefined ? null : <small role="alert">{words(key, problem)}</small>}
          </label>
        );
      })}
      {problems.pressures ? (
        <small className="bad" role="alert">
          {t('hand.problem.pressures')}
        </small>
      ) : null}
      <button type="submit" hidden />
    </form>
  );
};
