import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import './misconfigured.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { misconfigurationSchema } from '#core/contract/misconfiguration.ts';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { PatientMisconfigured, StaffMisconfigured } from './misconfigured-screen.tsx';

const start = (root: HTMLElement): void => {
  const language = pageLanguage(window.location.search);
  const told = new URLSearchParams(window.location.search).get('told');
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={translations}>
        {told === null ? (
          <PatientMisconfigured />
        ) : (
          <StaffMisconfigured {...misconfigurationSchema.parse(JSON.parse(told))} />
        )}
      </I18nextProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) start(root);
