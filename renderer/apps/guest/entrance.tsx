import { VideoOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { InvitationView } from '#core/contract/guests.ts';
import type { OwnTracks } from '#renderer/call/company/own-tracks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TrackKeys } from './track-keys.tsx';

const LONGEST_NAME = 60;
const LIMITS = ['limit-yes', 'limit-end', 'limit-secret'] as const;

type EntranceProps = {
  readonly view: InvitationView;
  readonly entering: boolean;
  readonly own: OwnTracks;
  readonly onEnter: (name: string) => void;
};

/** One's own picture, mirrored and silent. */
export const OwnPicture = ({ own }: { readonly own: OwnTracks }) => {
  const { t } = useTranslation('company');
  const video = useRef<HTMLVideoElement>(null);
  const isOn = useStore(own.store, (tracks) => tracks.video.state === 'on');
  useEffect(() => (video.current === null ? undefined : own.attachLocal(video.current)), [own]);
  return (
    <figure className="side-picture own">
      <video ref={video} autoPlay playsInline muted aria-label={t('page.you')} />
      {isOn ? null : (
        <span className="none">
          <VideoOff className="i" aria-hidden />
          <span>{t('no-picture')}</span>
        </span>
      )}
      <figcaption>{t('page.you')}</figcaption>
    </figure>
  );
};

/** Who invites, the limits, one's name, and a look at oneself before asking to come in. */
export const Entrance = ({ view, entering, own, onEnter }: EntranceProps) => {
  const { t } = useTranslation('company');
  const [name, setName] = useState('');
  const kind = t(`kind.${view.kind}`);
  const as = view.language === undefined ? kind : t('kind-language', { kind, language: view.language });
  const given = name.trim();
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') onEnter(given);
      }}
    >
      <h1>{t('page.title')}</h1>
      <p>
        {t('page.invited', { inviter: view.inviter.name, site: view.siteName })} {t('page.as', { kind: as })}
      </p>
      <ul>
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`page.${limit}`)}</li>
        ))}
      </ul>
      <label className="fld">
        <span>{t('page.name')}</span>
        <input
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
        <small className="mut">{t('page.name-hint')}</small>
      </label>
      <h2>{t('page.check')}</h2>
      <div className="check">
        <OwnPicture own={own} />
        <div className="keys">
          <TrackKeys own={own} />
        </div>
      </div>
      <Button
        look="main"
        notYet={given === '' ? t('page.name-first') : undefined}
        busy={entering ? t('page.entering') : undefined}
        onPress={() => onEnter(given)}
      >
        {t('page.enter')}
      </Button>
    </form>
  );
};
