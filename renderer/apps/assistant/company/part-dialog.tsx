import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { InvitePanel } from '#renderer/ui/company/invite-panel.tsx';
import { NotSent } from '#renderer/ui/company/not-sent.tsx';
import { SidePicture } from '#renderer/ui/company/side-picture.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { CabinView } from '../cabin.ts';
import { LeaveKey } from '../privacy/leave-key.tsx';
import { PartKeys } from './part-keys.tsx';

const Pictures = ({ visit, part }: Pick<CabinView, 'visit' | 'part'>) => {
  const { t } = useTranslation('company');
  const own = useRef<HTMLVideoElement>(null);
  useEffect(() => (own.current === null ? undefined : part.own.attachLocal(own.current)), [part]);
  return (
    <div className="pictures">
      <SidePicture
        silent
        call={part.call}
        attach={part.attachPhysician}
        name={visit.physician?.name ?? t('part.physician')}
      />
      <figure className="side-picture own">
        <video ref={own} autoPlay playsInline muted aria-label={t('part.own')} />
        <figcaption>{t('part.own')}</figcaption>
      </figure>
    </div>
  );
};

/** The assistant's own part in the call, and invitations. */
export const PartDialog = ({ onClose, ...view }: CabinView & { readonly onClose: () => void }) => {
  const { t } = useTranslation('company');
  const { visit, ask, newId, part, keys } = view;
  const isHere = keys.own !== undefined;
  const inCall = visit.stage === 'call';
  const isWaiting = ['waiting', 'physician-card', 'call'].includes(visit.stage);
  return (
    <Dialog isOpen title={t('part.open')} onClose={onClose}>
      <div className="part">
        <section>
          <h3>{t('part.title')}</h3>
          <p>{isHere ? t(inCall ? 'part.lead' : 'part.closed') : t('part.elsewhere')}</p>
          {isHere && visit.company.assistant === 'joined' ? (
            <>
              <Pictures visit={visit} part={part} />
              <NotSent call={part.call} name={visit.physician?.name ?? t('part.physician')} />
              <PartKeys part={part} />
              <Button onPress={() => void ask({ type: 'leave-call' })}>{t('part.leave')}</Button>
            </>
          ) : null}
          {isHere && inCall && visit.company.assistant === 'beside' ? (
            <Button look="main" onPress={() => void ask({ type: 'join-call' })}>
              {t('part.join')}
            </Button>
          ) : null}
          <LeaveKey visit={visit} ask={ask} onLeft={onClose} />
        </section>
        <section>
          <h3>{t('invite.title')}</h3>
          <InvitePanel
            company={visit.company}
            link={visit.guestLink}
            notYet={isWaiting ? undefined : t('invite.not-yet')}
            onInvite={(kind, language) =>
              void ask({
                type: 'invite-guest',
                guestId: newId(),
                kind,
                ...(language === undefined ? {} : { language }),
              })
            }
            onEnd={(guestId) => void ask({ type: 'end-guest', guestId })}
          />
        </section>
      </div>
      <Button onPress={onClose}>{t('part.close')}</Button>
    </Dialog>
  );
};
