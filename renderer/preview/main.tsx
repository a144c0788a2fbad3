import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';

const parameters = new URLSearchParams(window.location.search);
const language = pageLanguage(window.location.search);
const translations = setUpTranslations({ language, pseudo: parameters.has('pseudo') });
changeLanguage(translations, language);
if (parameters.has('night')) document.documentElement.dataset['theme'] = 'night';

const root = document.getElementById('root');
const scene = parameters.get('scene') ?? '';

/** Each screen with its own style sheet: in the product no page loads both. */
const preview = async () => {
  if (parameters.get('screen') === 'physician') {
    return (await import('./preview-physician.tsx')).previewPhysician(scene);
  }
  if (parameters.get('screen') === 'technician') {
    return (await import('./preview-technician.tsx')).previewTechnician(scene);
  }
  if (parameters.get('screen') === 'guest') return (await import('./preview-guest.tsx')).previewGuest(scene);
  return (await import('./preview-assistant.tsx')).previewAssistant(scene);
};

if (root !== null) {
  const drawn = await preview();
  createRoot(root).render(<I18nextProvider i18n={translations}>{drawn}</I18nextProvider>);
}
