import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENTS } from '#core/identity/consents.ts';
import { Button } from '#renderer/ui/button.tsx';
import { YesNo } from '#renderer/ui/yes-no.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';
import { BackKey } from './back-key.tsx';

/** Four agreements, each read aloud; unanswered means no. */
export const ConsentsStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const [consents, setConsents] = useState(visit.consents);
  const keys = (
    <>
      <BackKey ask={ask} />
      <Button look="main" className="wide2" onPress={() => void ask({ type: 'give-consents', consents })}>
        {t('step.give-consents')}
      </Button>
    </>
  );
  return (
    <TaskFrame title={t('stage.consents')} keys={keys}>
      <div className="stacked">
        <p className="lead">{t('step.consents-lead')}</p>
        <ul className="rows">
          {CONSENTS.map((consent) => (
            <li key={consent}>
              <b>{t(`step.consent.${consent}`)}</b>
              <YesNo
                question={t(`step.consent.${consent}`)}
                value={consents[consent]}
                onChange={(value) => setConsents((before) => ({ ...before, [consent]: value }))}
              />
            </li>
          ))}
        </ul>
      </div>
    </TaskFrame>
  );
};
