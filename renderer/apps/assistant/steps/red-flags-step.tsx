import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RED_FLAGS, type RedFlag } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';
import { BackKey } from './back-key.tsx';
import { Choice } from './choice.tsx';

/** Signs of danger, asked aloud. One sign is enough to call for help. */
export const RedFlagsStep = ({ ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [flags, setFlags] = useState<readonly RedFlag[]>([]);
  const toggle = (flag: RedFlag) =>
    setFlags((before) =>
      before.includes(flag) ? before.filter((other) => other !== flag) : [...before, flag],
    );
  const keys = (
    <>
      <BackKey ask={ask} />
      <Button
        look={flags.length === 0 ? 'main' : 'urgent'}
        className="wide2"
        onPress={() => void ask({ type: 'answer-red-flags', flags: [...flags] })}
      >
        {flags.length === 0 ? t('step.none') : t('step.alert', { count: flags.length })}
      </Button>
    </>
  );
  return (
    <TaskFrame title={t('stage.red-flags')} keys={keys}>
      <div className="stacked">
        <p className="lead">{t('step.red-flags-lead')}</p>
        <div className="choices">
          {RED_FLAGS.map((flag) => (
            <Choice key={flag} chosen={flags.includes(flag)} onToggle={() => toggle(flag)}>
              {staff(`red-flag.${flag}`)}
            </Choice>
          ))}
        </div>
      </div>
    </TaskFrame>
  );
};
