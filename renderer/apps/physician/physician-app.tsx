import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { useKeptFocus } from '#renderer/ui/staff/use-kept-focus.ts';
import { Desk, type DeskServices, type HeldKeys } from './desk.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import type { PageSession, PageState } from './page-session.ts';
import { Rail } from './rail.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { StartPage } from './start-page.tsx';
import { useKeys } from './use-keys.ts';

type PhysicianAppProps = {
  readonly page: PageSession;
  /** Opens the broker and the call for a session; closed again by its `close`. */
  readonly openDesk: (state: Extract<PageState, { status: 'signed-in' }>) => DeskServices;
};

/** Opens the desk when somebody signs in, closes it when they leave. */
const useDesk = (state: PageState, openDesk: PhysicianAppProps['openDesk']): DeskServices | undefined => {
  const [desk, setDesk] = useState<DeskServices>();
  useEffect(() => {
    if (state.status !== 'signed-in') return undefined;
    const opened = openDesk(state);
    setDesk(opened);
    return () => {
      setDesk(undefined);
      opened.close();
    };
  }, [state, openDesk]);
  return desk;
};

/** The page: who is there, then the queue, then one consultation. */
export const PhysicianApp = ({ page, openDesk }: PhysicianAppProps) => {
  const { t } = useTranslation('physician');
  const state = useStore(page.store);
  const desk = useDesk(state, openDesk);
  const [night, setNight] = useState(false);
  const [help, setHelp] = useState(false);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    if (night) document.documentElement.dataset['theme'] = 'night';
    else delete document.documentElement.dataset['theme'];
  }, [night]);
  useKeptFocus();
  useKeys({ '?': () => setHelp(true) });
  const simulation = 'config' in state && state.config.simulation;

  const rail = (keys: HeldKeys = {}) => (
    <Rail
      night={night}
      onNight={setNight}
      onHelp={() => setHelp(true)}
      {...keys}
      onSignOut={() => void page.signOut()}
    />
  );
  return (
    <div className="ph">
      {simulation ? <SimulationBanner /> : null}
      {state.status === 'loading' || state.status === 'no-gateway' ? (
        <StartPage
          failure={state.status === 'loading' ? undefined : state.failure}
          onRetry={() => void page.load()}
        />
      ) : null}
      {state.status === 'signed-out' ? <SignInPage config={state.config} failure={state.failure} /> : null}
      {state.status === 'signed-in' && desk !== undefined ? (
        <Desk services={desk} session={state.session} rail={rail} onExpired={page.expire} />
      ) : null}
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </div>
  );
};
