import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#core/visit/conversation/conversation.ts';
import type { Role } from '#core/visit/words.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { classes } from '../classes.ts';

type MessageListProps = {
  readonly messages: readonly Message[];
  readonly own: Role;
  readonly nameOf: (author: Role) => string;
};

/** What was written, the newest last and in sight. */
export const MessageList = ({ messages, own, nameOf }: MessageListProps) => {
  const { t } = useTranslation('conversation');
  const list = useRef<HTMLOListElement>(null);
  const newest = messages.at(-1)?.messageId;
  useEffect(() => {
    if (newest !== undefined) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  if (messages.length === 0) return <p className="messages empty">{t('empty')}</p>;
  return (
    <ol ref={list} className="messages" aria-label={t('label')} aria-live="polite">
      {messages.map(({ messageId, author, text, at }) => (
        <li key={messageId} className={classes('message', author === own && 'mine')}>
          <span className="by">
            <bdi>{author === own ? t('you') : nameOf(author)}</bdi> <time>{formatTimeOfDay(at)}</time>
          </span>
          <p dir="auto">{text}</p>
        </li>
      ))}
    </ol>
  );
};
