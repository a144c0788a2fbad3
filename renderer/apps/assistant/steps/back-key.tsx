import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { Ask } from '../cabin.ts';

/** To the step before. */
export const BackKey = ({ ask }: { readonly ask: Ask }) => {
  const { t } = useTranslation('assistant');
  return (
    <Button icon={<ArrowLeft className="i back" aria-hidden />} onPress={() => void ask({ type: 'go-back' })}>
      {t('back')}
    </Button>
  );
};
