import '#renderer/ui/styles/patient.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createStore } from 'zustand/vanilla';
import { ok } from '#core/result.ts';
import type { PatientView } from '#core/visit/projections/patient.ts';
import { languageSchema } from '#core/visit/words.ts';
import { playedCompany } from '#renderer/call/played/played-company.ts';
import { playedExam, playedPicture } from '#renderer/call/played/played-picture.ts';
import { setUpTranslations } from '#renderer/i18n/setup.ts';
import { createLive } from '#renderer/stores/live.ts';
import type { Mirror } from '#renderer/stores/mirror.ts';
import { createPreferences } from '#renderer/stores/preferences.ts';
import { keepFit } from '#renderer/ui/fit.ts';
import { createSpeaker } from '#renderer/ui/speech/speaker.ts';
import { createCommands } from '../model/commands.ts';
import { PatientApp } from '../patient-app.tsx';
import { type PatientServices, ServicesContext } from '../services.ts';
import { playedCall } from './calls.ts';
import { startFakeDevice } from './fake-device.ts';
import { SCREEN_NAMES, viewOf } from './visits.ts';

/**
 * Any patient screen by address: `?screen=oximetry&lang=en&text=large&theme=contrast&simulation&pseudo&line=thin`.
 */
const query = new URLSearchParams(location.search);
const screen = query.get('screen') ?? SCREEN_NAMES[0] ?? '';
const language = languageSchema.catch('fr').parse(query.get('lang'));

const line = query.get('line') ?? 'idle';
const played = await playedCall(line);
const shown = viewOf(screen);
const projection: PatientView = {
  ...shown,
  ...(played.company === undefined || shown.access === 'closed' ? {} : { company: played.company }),
  language,
  simulation: query.has('simulation'),
};
const visit = createStore<Mirror<PatientView>>(() =>
  screen === 'connecting' ? { status: 'connecting' } : { status: 'live', sequence: 1, projection },
);
const preferences = createStore(() => ({
  ...createPreferences(sessionStorage).getState(),
  largeText: query.get('text') === 'large',
  contrast: query.get('theme') === 'contrast',
}));
const live = createLive({ monotonic: () => performance.now(), epoch: () => 1 });
const commands = createCommands(() => Promise.resolve(ok(null)));

const services: PatientServices = {
  visit,
  live,
  preferences,
  commands: commands.store,
  send: async (command) => {
    if (command.type === 'choose-language') {
      visit.setState({
        status: 'live',
        sequence: 1,
        projection: { ...projection, language: command.language },
      });
    }
    return commands.send(command);
  },
  dismissRefusal: commands.dismissRefusal,
  call: {
    store: createStore(() => played.call),
    company: playedCompany(played.board),
    openLocalMedia: () => Promise.resolve(),
    attachLocal: playedPicture('patient'),
    attachRemote: playedPicture('physician'),
  },
  exam: { attach: playedExam },
  newId: () => 'message-new',
  cue: () => undefined,
  speaker: createSpeaker(undefined),
  monotonic: () => performance.now(),
};

keepFit(window);
startFakeDevice(live, screen);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <I18nextProvider i18n={setUpTranslations({ language, pseudo: query.has('pseudo') })}>
      <ServicesContext value={services}>
        <PatientApp />
      </ServicesContext>
    </I18nextProvider>,
  );
}
