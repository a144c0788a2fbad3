import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import './styles/technician.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { technicianBridge } from '#renderer/platform/bridge.ts';
import { createMirror } from '#renderer/stores/mirror.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { createFrameLog } from './model/frame-log.ts';
import { TechnicianApp } from './technician-app.tsx';

const after = (delay: number, action: () => void): (() => void) => {
  const timer = setTimeout(action, delay);
  return () => clearTimeout(timer);
};

const start = (root: HTMLElement): void => {
  const bridge = technicianBridge();
  // The page means nothing outside the cabin's own window.
  if (bridge === undefined) return;
  const language = pageLanguage(window.location.search);
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);
  const cabin = createMirror({ snapshot: bridge.snapshot, onUpdate: bridge.onUpdate, after });
  const log = createFrameLog();
  bridge.onFrames(log.take);
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={translations}>
        <TechnicianApp cabin={cabin.store} log={log} ask={bridge.command} />
      </I18nextProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) start(root);
