import { MessageSquareText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT } from '#core/visit/conversation/conversation.ts';
import type { Role } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MessageList } from '#renderer/ui/conversation/message-list.tsx';
import { type ConversationSide, useConversation } from '#renderer/ui/conversation/use-conversation.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { CabinView } from './cabin.ts';

type TalkDialogProps = Pick<CabinView, 'visit'> & {
  readonly side: ConversationSide;
  readonly onClose: () => void;
};

const TalkDialog = ({ visit, side, onClose }: TalkDialogProps) => {
  const { t } = useTranslation('conversation');
  const { draft, setDraft, sending, send, markRead } = side;
  useEffect(markRead, [markRead]);
  const nameOf = (author: Role): string =>
    ({
      patient: visit.identity?.givenName ?? '',
      physician: visit.physician?.name ?? '',
      assistant: visit.assistant.givenName,
    })[author];
  return (
    <Dialog isOpen title={t('label')} onClose={onClose}>
      <MessageList messages={visit.messages} own="assistant" nameOf={nameOf} />
      <label className="fld">
        <span>{t('placeholder')}</span>
        <textarea
          value={draft}
          maxLength={LONGEST_TEXT}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            send();
          }}
        />
        <small className="mut">{t('alone')}</small>
      </label>
      <div className="pair">
        <Button onPress={onClose}>{t('close')}</Button>
        <Button look="main" busy={sending ? t('sending') : undefined} onPress={() => send()}>
          {t('send')}
        </Button>
      </div>
    </Dialog>
  );
};

/** Opens the written conversation; says how much of it is new. */
export const TalkKey = ({ visit, ask, newId }: CabinView) => {
  const { t } = useTranslation('conversation');
  const [open, setOpen] = useState(false);
  const side = useConversation(
    visit.messages,
    'assistant',
    async (text) => (await ask({ type: 'write-message', messageId: newId(), text })).ok,
  );
  const count = side.unread.length;
  return (
    <>
      <Button
        look={count === 0 ? 'alt' : 'main'}
        icon={<MessageSquareText className="i" aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {count === 0 ? t('open') : t('unseen', { count })}
      </Button>
      {open ? <TalkDialog visit={visit} side={side} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
