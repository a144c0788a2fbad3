import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT } from '#core/visit/conversation/conversation.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Role } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MessageList } from '#renderer/ui/conversation/message-list.tsx';
import type { ConversationSide } from '#renderer/ui/conversation/use-conversation.ts';

type TalkProps = {
  readonly visit: PhysicianProjection;
  readonly side: ConversationSide;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** Written words over the foot of the picture: the newest unread one as a caption, or all of them with a line to write in. */
export const Talk = ({ visit, side, open, onOpen }: TalkProps) => {
  const { t } = useTranslation('conversation');
  const field = useRef<HTMLInputElement>(null);
  const { unread, markRead, draft, setDraft, sending, send } = side;
  const nameOf = (author: Role): string =>
    ({ patient: visit.identity.givenName, assistant: visit.assistant.givenName, physician: '' })[author];
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  useEffect(() => {
    if (open) markRead();
  }, [open, markRead]);
  const caption = unread.at(-1);
  if (!open) {
    return caption === undefined ? null : (
      <button type="button" className="cap" onClick={() => onOpen(true)}>
        <b>{t('wrote', { name: nameOf(caption.author) })}</b> {caption.text}
      </button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <section className="talk" aria-label={t('label')}>
      <MessageList messages={visit.messages} own="physician" nameOf={nameOf} />
      <form className="hrow" onSubmit={submit}>
        <input
          ref={field}
          value={draft}
          maxLength={LONGEST_TEXT}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onOpen(false);
          }}
        />
        <Button look="main" busy={sending ? t('sending') : undefined} onPress={() => send()}>
          {t('send')}
        </Button>
        <Button icon={<X className="i" aria-hidden />} label={t('close')} onPress={() => onOpen(false)}>
          {''}
        </Button>
      </form>
    </section>
  );
};
