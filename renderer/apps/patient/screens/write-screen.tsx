import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT, type Message } from '#core/visit/conversation/conversation.ts';
import type { Role } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MessageList } from '#renderer/ui/conversation/message-list.tsx';
import type { ConversationSide } from '#renderer/ui/conversation/use-conversation.ts';
import { Keyboard } from '#renderer/ui/keyboard/keyboard.tsx';

/** Touched instead of typed: what is said most when hearing fails. */
const REPLIES = ['yes', 'no', 'not-heard', 'again', 'slower', 'wait'] as const;

type WriteScreenProps = {
  readonly side: ConversationSide;
  readonly messages: readonly Message[];
  readonly nameOf: (author: Role) => string;
  readonly onClose: () => void;
};

/** Writing in place of speaking: what was written, ready answers, and the keyboard. The call goes on behind it. */
export const WriteScreen = ({ side, messages, nameOf, onClose }: WriteScreenProps) => {
  const { t } = useTranslation('conversation');
  const { draft, setDraft, sending, send, markRead } = side;
  useEffect(markRead, [markRead]);
  return (
    <main className="writing">
      <section className="card talk">
        <MessageList messages={messages} own="patient" nameOf={nameOf} />
      </section>
      <section className="answers">
        {REPLIES.map((reply) => (
          <Button key={reply} onPress={() => send(t(`replies.${reply}`))}>
            {t(`replies.${reply}`)}
          </Button>
        ))}
      </section>
      <section className="typing">
        <div className="field" role="status" dir="auto">
          {draft === '' ? <span className="ghost">{t('placeholder')}</span> : draft}
          <i aria-hidden="true" />
        </div>
        <Keyboard
          text={draft}
          longest={LONGEST_TEXT}
          doneWord={sending ? t('sending') : t('send')}
          onChange={setDraft}
          onDone={() => send()}
        />
      </section>
      <Button className="close" icon={<X className="i" aria-hidden />} onPress={onClose}>
        {t('close')}
      </Button>
    </main>
  );
};
