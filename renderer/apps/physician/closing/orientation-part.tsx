import { useTranslation } from 'react-i18next';
import { ORIENTATION_PLACES } from '#core/visit/closing/orientation.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ClosingDraft } from './closing-draft.ts';

/** Longest words about the way (`close-consultation`). */
const LONGEST_DETAILS = 300;

export type ClosingPartProps = {
  readonly draft: ClosingDraft;
  readonly onChange: (change: Partial<ClosingDraft>) => void;
};

/** Where the person is seen in presence, which they read on their screen. */
export const OrientationPart = ({ draft, onChange }: ClosingPartProps) => {
  const { t } = useTranslation('closing');
  return (
    <>
      <fieldset className="fld">
        <legend>{t('orientation.label')}</legend>
        <div className="reports">
          {ORIENTATION_PLACES.map((place) => (
            <Button key={place} pressed={draft.place === place} onPress={() => onChange({ place })}>
              {t(`orientation.place.${place}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <label className="fld">
        <span>{t('orientation.details')}</span>
        <input
          value={draft.details}
          maxLength={LONGEST_DETAILS}
          placeholder={t('orientation.hint')}
          onChange={(event) => onChange({ details: event.target.value })}
        />
      </label>
    </>
  );
};
