import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import '../styles/assistant.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { TABLET_PATH } from '#core/contract/tablet.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { createRinger } from '../alert-sound.ts';
import { AssistantApp } from '../assistant-app.tsx';
import { createRing } from '../ring.ts';
import { createKeyStore } from './kept-key.ts';
import { createTabletConnection, type TabletSocket } from './link.ts';
import { createTabletScreen, type TabletScreen } from './screen.ts';
import { TabletApp } from './tablet-app.tsx';

/** The language of its address, else the tablet's own where it is one of the staff's. */
const languageOf = ({ search }: Location) =>
  search === '' && navigator.language.startsWith('en') ? 'en' : pageLanguage(search);

const start = (root: HTMLElement): void => {
  const language = languageOf(window.location);
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);

  const connection = createTabletConnection({
    connect: () => new WebSocket(`wss://${window.location.host}${TABLET_PATH}`) as TabletSocket,
    keys: createKeyStore(window.indexedDB),
    clock: systemClock,
    onForget: () => window.location.reload(),
  });
  const ring = createRing(
    systemClock,
    createRinger(() => new AudioContext()),
  );
  let shown: TabletScreen | undefined;
  connection.link.subscribe(({ state }) => {
    if (state === 'open') shown ??= createTabletScreen(connection, systemClock);
    else if (state !== 'lost') {
      shown?.close();
      shown = undefined;
      ring('none');
    }
  });
  // Taken out of the browser's memory of pages: what it shows is old, and it begins anew.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={translations}>
        <TabletApp
          link={connection.link}
          onPair={(digits, name) => void connection.pair(digits, name)}
          screen={() =>
            shown === undefined ? null : (
              <AssistantApp {...shown} newId={() => crypto.randomUUID()} ring={ring} />
            )
          }
        />
      </I18nextProvider>
    </StrictMode>,
  );
  void connection.start();
};

const root = document.getElementById('root');
if (root !== null) start(root);
