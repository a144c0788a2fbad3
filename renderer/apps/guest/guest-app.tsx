import { Languages } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { assertNever } from '#core/result.ts';
import type { OwnTracks } from '#renderer/call/company/own-tracks.ts';
import { changeLanguage } from '#renderer/i18n/setup.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { Entrance } from './entrance.tsx';
import type { GuestState, GuestVisit } from './guest-visit.ts';
import { Inside } from './inside.tsx';

type GuestAppProps = { readonly visit: GuestVisit; readonly own: OwnTracks };

/** The codes that this page has words of its own for; another one is a server that does not do its part. */
const REFUSALS = [
  'GUEST_LINK_UNKNOWN',
  'GUEST_LINK_USED',
  'GUEST_LINK_EXPIRED',
  'GUEST_LINK_REVOKED',
  'SESSION_EXPIRED',
  'SIGN_IN_TOO_MANY',
] as const;

const Message = ({ children }: { readonly children: ReactNode }) => (
  <section className="card" role="status">
    {children}
  </section>
);

const Refused = ({ state, visit }: GuestAppProps & { state: Extract<GuestState, { status: 'refused' }> }) => {
  const { t } = useTranslation('company');
  const code = REFUSALS.find((known) => known === state.failure.code) ?? 'GATEWAY_LOST';
  const isTemporary = code === 'GATEWAY_LOST' || code === 'SIGN_IN_TOO_MANY';
  return (
    <Message>
      <h1>{t('page.title')}</h1>
      <p>{t(`page.refused.${code}`)}</p>
      {isTemporary ? (
        <Button look="main" onPress={() => void visit.load()}>
          {t('page.again')}
        </Button>
      ) : null}
    </Message>
  );
};

const Page = ({ visit, own }: GuestAppProps) => {
  const { t } = useTranslation('company');
  const state = useStore(visit.store);
  const company = useStore(visit.company);
  const unread = useStore(visit.unread);
  switch (state.status) {
    case 'loading':
      return <Message>{t('page.loading')}</Message>;
    case 'no-link':
      return <Message>{t('page.no-link')}</Message>;
    case 'refused':
      return <Refused state={state} visit={visit} own={own} />;
    case 'invited':
      return (
        <Entrance
          view={state.view}
          entering={state.entering}
          own={own}
          onEnter={(name) => void visit.enter(name)}
        />
      );
    case 'inside':
      return company === undefined ? null : (
        <Inside
          standing={state.standing}
          company={company}
          own={own}
          unread={unread}
          onDismiss={visit.dismissUnread}
          onLeave={visit.leave}
        />
      );
    case 'shut':
      return (
        <Message>
          <p>{t(`page.${state.why}`)}</p>
          {state.why === 'version' ? (
            <Button look="main" onPress={() => window.location.reload()}>
              {t('page.reload')}
            </Button>
          ) : null}
        </Message>
      );
    case 'over':
      return (
        <Message>
          <h1>{t(`page.over.${state.ending}`)}</h1>
          <p>{t('page.close-page')}</p>
        </Message>
      );
    default:
      return assertNever(state);
  }
};

/** The guest's page: nothing of the visit but who is there. */
export const GuestApp = (props: GuestAppProps) => {
  const { t, i18n } = useTranslation('company');
  const other = i18n.language.startsWith('en') ? 'fr' : 'en';
  useEffect(() => {
    document.title = t('page.title');
  }, [t]);
  return (
    <div className="guest">
      <header>
        <Mark />
        <Button
          lang={other}
          icon={<Languages className="i" aria-hidden />}
          onPress={() => changeLanguage(i18n, other)}
        >
          {t('page.language')}
        </Button>
      </header>
      <main>
        <Page {...props} />
      </main>
    </div>
  );
};
