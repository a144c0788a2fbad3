import { useTranslation } from 'react-i18next';
import type { CabinView } from '../cabin.ts';
import { IDENTITY_FORM, IdentityForm } from '../identity-form.tsx';
import { TaskFrame } from '../task-frame.tsx';
import { BackKey } from './back-key.tsx';

/** Family name, given name, birth date and sex: the one step that only the assistant can answer. */
export const IdentityStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const keys = (
    <>
      <BackKey ask={ask} />
      <button type="submit" form={IDENTITY_FORM} className="btn main wide2">
        {t('identity.save')}
      </button>
    </>
  );
  return (
    <TaskFrame eyebrow={t('identity.level')} title={t('stage.identity')} keys={keys}>
      <div className="stacked">
        <IdentityForm
          known={visit.identity}
          onSave={(identity) => void ask({ type: 'enter-identity', identity })}
        />
      </div>
    </TaskFrame>
  );
};
