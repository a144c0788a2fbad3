import { Copy, UserPlus, UserX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Company,
  GUEST_KINDS,
  type Guest,
  type GuestKind,
  type GuestLinkView,
  openGuest,
} from '#core/visit/company/company.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '../button.tsx';
import { LinkPicture } from './link-picture.tsx';
import { isLocalLink } from './local-link.ts';

const LONGEST_LANGUAGE = 40;

export type InvitePanelProps = {
  readonly company: Company;
  readonly link: GuestLinkView | undefined;
  /** Why nobody can be invited yet. */
  readonly notYet?: string | undefined;
  readonly onInvite: (kind: GuestKind, language: string | undefined) => void;
  readonly onEnd: (guestId: string) => void;
};

const Link = ({ link }: { readonly link: GuestLinkView }) => {
  const { t } = useTranslation('company');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const field = useRef<HTMLInputElement>(null);
  /** The older way works where the cabin's windows are denied the clipboard, which they may not read. */
  const copy = () => {
    field.current?.select();
    setCopied(document.execCommand('copy') ? 'yes' : 'failed');
  };
  return (
    <>
      <label className="fld">
        <span>{t('invite.link')}</span>
        <input
          ref={field}
          className="link"
          readOnly
          value={link.link}
          onFocus={({ target }) => target.select()}
        />
        <small className="mut" role="status">
          {copied === 'failed'
            ? t('invite.copy-failed')
            : t('invite.until', { time: formatTimeOfDay(link.expiresAt) })}
        </small>
      </label>
      {isLocalLink(link.link) ? (
        <p className="warn" role="status">
          {t('invite.local')}
        </p>
      ) : (
        <LinkPicture link={link.link} />
      )}
      <Button look="main" icon={<Copy className="i" aria-hidden />} onPress={copy}>
        {copied === 'yes' ? t('invite.copied') : t('invite.copy')}
      </Button>
    </>
  );
};

const Open = ({
  guest,
  link,
  onEnd,
}: { readonly guest: Guest } & Pick<InvitePanelProps, 'link' | 'onEnd'>) => {
  const { t } = useTranslation('company');
  const { state, guestId } = guest;
  if (state.state === 'over') return null;
  return (
    <>
      {state.state === 'invited' ? null : (
        <p role="status">
          {t(state.state === 'present' ? 'invite.present' : 'invite.waiting', { name: state.name })}
        </p>
      )}
      {state.state === 'invited' && link !== undefined ? <Link link={link} /> : null}
      <Button icon={<UserX className="i" aria-hidden />} onPress={() => onEnd(guestId)}>
        {state.state === 'invited' ? t('invite.revoke') : t('invite.send', { name: state.name })}
      </Button>
    </>
  );
};

/** Invites an interpreter or a relative, shows the link, and what became of the last one. */
export const InvitePanel = ({ company, link, notYet, onInvite, onEnd }: InvitePanelProps) => {
  const { t } = useTranslation('company');
  const [language, setLanguage] = useState('');
  const open = openGuest(company);
  const last = company.guests.at(-1)?.state;
  if (open !== undefined) return <Open guest={open} link={link} onEnd={onEnd} />;
  const spoken = language.trim() === '' ? undefined : language.trim();
  return (
    <>
      {last?.state === 'over' ? <p role="status">{t(`invite.ended.${last.ending}`)}</p> : null}
      <p>{notYet ?? t('invite.lead')}</p>
      <label className="fld">
        <span>{t('invite.language')}</span>
        <input
          value={language}
          maxLength={LONGEST_LANGUAGE}
          onChange={({ target }) => setLanguage(target.value)}
        />
      </label>
      {GUEST_KINDS.map((kind) => (
        <Button
          key={kind}
          icon={<UserPlus className="i" aria-hidden />}
          notYet={notYet === undefined ? undefined : ''}
          onPress={() => onInvite(kind, kind === 'interpreter' ? spoken : undefined)}
        >
          {t('invite.create', { kind: t(`kind.${kind}`) })}
        </Button>
      ))}
    </>
  );
};
