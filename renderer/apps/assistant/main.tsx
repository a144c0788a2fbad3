import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import './styles/assistant.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createAssistantCompany } from '#renderer/call/company/assistant-company.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { createCallPeer } from '#renderer/call/peer.ts';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { assistantBridge } from '#renderer/platform/bridge.ts';
import { openDevicePort } from '#renderer/platform/device-port.ts';
import { createLive } from '#renderer/stores/live.ts';
import { createMirror } from '#renderer/stores/mirror.ts';
import { createQualityBoard } from '#renderer/stores/quality.ts';
import { createTabletBoard } from '#renderer/stores/tablets.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { createRinger } from './alert-sound.ts';
import { AssistantApp } from './assistant-app.tsx';
import { createRing } from './ring.ts';

const after = (delay: number, action: () => void): (() => void) => {
  const timer = setTimeout(action, delay);
  return () => clearTimeout(timer);
};

const start = (root: HTMLElement): void => {
  const bridge = assistantBridge();
  // The page means nothing outside the cabin's own window.
  if (bridge === undefined) return;
  const language = pageLanguage(window.location.search);
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);

  const visit = createMirror({ snapshot: bridge.snapshot, onUpdate: bridge.onUpdate, after });
  const live = createLive({
    monotonic: () => performance.now(),
    epoch: () => {
      const state = visit.store.getState();
      return state.status === 'connecting' ? undefined : state.projection.epoch;
    },
  });
  openDevicePort(
    { window, connectDevices: bridge.connectDevices },
    { onMessage: live.take, onLost: live.lose },
  );
  const ring = createRing(
    { after },
    createRinger(() => new AudioContext()),
  );

  const part = createAssistantCompany({
    bridge,
    createPeer: createCallPeer,
    getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
    devices: createDeviceWatch(systemClock),
    clock: systemClock,
  });

  const keys = {
    ...bridge,
    own: {
      openTechnician: bridge.openTechnician,
      tablets: createTabletBoard(bridge.onTablets),
      orderTablets: bridge.orderTablets,
    },
  };

  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={translations}>
        <AssistantApp
          visit={visit.store}
          live={live}
          ask={bridge.command}
          keys={keys}
          newId={() => crypto.randomUUID()}
          part={part}
          ring={ring}
          quality={createQualityBoard(bridge.onQuality)}
        />
      </I18nextProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) start(root);
