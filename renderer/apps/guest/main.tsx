import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import './guest.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createOwnTracks } from '#renderer/call/company/own-tracks.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { watchPageNetwork } from '#renderer/call/network-watch.ts';
import { createCallPeer } from '#renderer/call/peer.ts';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { GuestApp } from './guest-app.tsx';
import { createGuestVisit } from './guest-visit.ts';

const root = document.getElementById('root');
if (root !== null) {
  const language = pageLanguage(window.location.search);
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);
  const code = window.location.hash.slice(1);
  // The secret does not stay in the address, where it would be seen and remembered.
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
  const own = createOwnTracks({
    getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
    devices: createDeviceWatch(systemClock),
    clock: systemClock,
  });
  const visit = createGuestVisit({
    fetch: (path, init) => window.fetch(path, init),
    origin: window.location.origin,
    beacon: (path, body) =>
      void navigator.sendBeacon(path, new Blob([JSON.stringify(body)], { type: 'application/json' })),
    code,
    page: crypto.randomUUID(),
    own,
    createPeer: createCallPeer,
    clock: systemClock,
    random: Math.random,
  });
  void visit.load();
  window.addEventListener('pagehide', visit.hide);
  // Taken out of the browser's memory of pages: its calls are over, and it begins anew.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  // A phone that leaves the house changes from one network to another.
  watchPageNetwork(window, visit.networkChanged);
  // Without StrictMode: mounting twice would attach the pictures twice.
  createRoot(root).render(
    <I18nextProvider i18n={translations}>
      <GuestApp visit={visit} own={own} />
    </I18nextProvider>,
  );
}
