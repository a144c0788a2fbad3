import { Headphones } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Listening } from '#renderer/call/instruments/listening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { HeadphonesDialog } from './headphones-dialog.tsx';
import { useExamWords } from './use-exam-words.ts';

/** Whether low tones are heard in these headphones, and the key to find out. */
export const HeadphonesLine = ({ listening }: { readonly listening: Listening }) => {
  const { t } = useExamWords('');
  const [asking, setAsking] = useState(false);
  const { headphones, output } = useStore(listening.store);
  const state = output === 'absent' ? output : headphones;
  return (
    <span className="ears">
      <span className={state === 'heard' ? 'mut' : 'warn'} role="status">
        {t(`physician.headphones.${state}`)}
      </span>
      {state === 'heard' ? null : (
        <Button icon={<Headphones className="i" aria-hidden />} onPress={() => setAsking(true)}>
          {t('physician.headphones.check')}
        </Button>
      )}
      {asking ? (
        <HeadphonesDialog listening={listening} random={Math.random} onClose={() => setAsking(false)} />
      ) : null}
    </span>
  );
};
