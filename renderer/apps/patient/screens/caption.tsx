import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#core/visit/conversation/conversation.ts';
import { Button } from '#renderer/ui/button.tsx';

type CaptionProps = {
  readonly message: Message;
  readonly name: string;
  readonly onRead: () => void;
};

/** The newest written words, large over the picture, until the person has read them. */
export const Caption = ({ message, name, onRead }: CaptionProps) => {
  const { t } = useTranslation('conversation');
  return (
    <div className="cap" role="status">
      <p dir="auto">
        <small>{t('wrote', { name })}</small>
        {message.text}
      </p>
      <Button icon={<Check className="i" aria-hidden />} onPress={onRead}>
        {t('read')}
      </Button>
    </div>
  );
};
