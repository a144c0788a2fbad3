import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/staff.css';
import './styles/physician.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createPageAccess } from '#gateway/client/broker-access.ts';
import { keepIceServers } from '#gateway/client/ice-keeper.ts';
import { lineNoise } from '#gateway/client/line-noise.ts';
import { measureLine } from '#gateway/client/line-test.ts';
import { createPhysicianDesk } from '#gateway/client/physician-desk.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { askStatementOver, readKeysOver } from '#gateway/client/trust/gateway-identity.ts';
import { createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { createListening } from '#renderer/call/instruments/listening.ts';
import { createPhysicianInstruments } from '#renderer/call/instruments/physician-instruments.ts';
import { watchSoundOutput } from '#renderer/call/instruments/sound-output.ts';
import { watchPageNetwork } from '#renderer/call/network-watch.ts';
import { createDeviceChoices } from '#renderer/call/own-devices/device-choices.ts';
import { followChoices } from '#renderer/call/own-devices/follow-choices.ts';
import { openContextOn } from '#renderer/call/own-devices/output-context.ts';
import { createCallPeer } from '#renderer/call/peer.ts';
import { createPhysicianCall } from '#renderer/call/physician-call.ts';
import { openPictureTaker } from '#renderer/call/stills/picture-taker.ts';
import { changeLanguage, setUpTranslations } from '#renderer/i18n/setup.ts';
import { pageLanguage } from '#renderer/ui/staff/page-language.ts';
import { createConsultation } from './consultation.ts';
import type { DeskServices } from './desk.tsx';
import { createPageLine } from './page-line.ts';
import { createPageSession, type PageState } from './page-session.ts';
import { PhysicianApp } from './physician-app.tsx';

/** Letters and digits, new for each load of this page. */
const pageId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

const gatewayFetch = (path: string, init?: RequestInit) => window.fetch(path, init);

/** Tells this load of the page from others of the same physician. */
const page = pageId();

const openDesk = ({ config, session, keeper }: Extract<PageState, { status: 'signed-in' }>): DeskServices => {
  const ice = keepIceServers({ fetch: gatewayFetch, keeper, clock: systemClock });
  const desk = createPhysicianDesk({
    access: createPageAccess({
      origin: window.location.origin,
      config,
      fetch: gatewayFetch,
      keeper,
      page,
    }),
    session,
    page,
    clock: systemClock,
    random: Math.random,
  });
  const prover = createIdentityProver({
    key: createSigningKey(),
    askStatement: askStatementOver(gatewayFetch, () => keeper.session().token),
    readKeys: readKeysOver(gatewayFetch),
    clock: systemClock,
  });
  const newId = () => crypto.randomUUID();
  const line = createPageLine({
    desk,
    clock: systemClock,
    measure: (stop) =>
      measureLine({ fetch: gatewayFetch, gateway: '', clock: systemClock, noise: lineNoise, stop }),
  });
  const devices = createDeviceWatch(systemClock);
  const choices = createDeviceChoices({
    media: navigator.mediaDevices,
    devices,
    kept: window.localStorage,
    // Voices are played by elements, instruments and tones by a context: one without the other would part them.
    choosesOutput: 'setSinkId' in HTMLMediaElement.prototype && 'setSinkId' in AudioContext.prototype,
  });
  const call = createPhysicianCall({
    desk,
    ice,
    line: () => line.store.getState().line,
    createPeer: createCallPeer,
    prover,
    getUserMedia: choices.getUserMedia,
    devices,
    sink: choices.sink,
    openPictureTaker,
    clock: systemClock,
    newId,
  });
  const consultation = createConsultation({
    command: call.command,
    bulk: call.bulk,
    clock: systemClock,
    newId,
  });
  const instruments = createPhysicianInstruments({
    call,
    listening: createListening({
      openContext: () => openContextOn(choices.sink),
      outputWatch: watchSoundOutput({
        devices: navigator.mediaDevices,
        // A browser with a chooser of outputs of its own (Firefox) names those alone that were chosen there.
        namesOutputs:
          'setSinkId' in HTMLMediaElement.prototype && !('selectAudioOutput' in navigator.mediaDevices),
        wasTouched: () => navigator.userActivation?.hasBeenActive ?? false,
        clock: systemClock,
      }),
      clock: systemClock,
    }),
  });
  const stopChoices = [
    followChoices({ choices, call, clock: systemClock }),
    choices.sink.subscribe(instruments.listening.headphonesChanged),
  ];
  const stopWatching = watchPageNetwork(window, () => {
    desk.networkChanged();
    call.networkChanged();
  });
  const stop = call.store.subscribe(({ projection, call: { quality } }) => {
    consultation.follow(projection);
    line.called(quality);
  });
  return {
    desk,
    call,
    line: line.store,
    choices,
    consultation,
    instruments,
    close: () => {
      stop();
      stopWatching();
      for (const stopOne of stopChoices) stopOne();
      choices.close();
      line.close();
      instruments.close();
      consultation.follow(undefined);
      call.close();
      prover.close();
      ice.close();
      void desk.close();
    },
  };
};

const start = (root: HTMLElement): void => {
  const language = pageLanguage(window.location.search);
  const translations = setUpTranslations({ language });
  changeLanguage(translations, language);
  const pageSession = createPageSession({
    fetch: gatewayFetch,
    page,
    address: { search: window.location.search, assign: (url) => window.location.assign(url) },
    clock: systemClock,
  });
  // The address keeps the language only: a failure is told once, not at each reload.
  window.history.replaceState(null, '', `${window.location.pathname}?lang=${language}`);
  void pageSession.load();
  // Without StrictMode: mounting twice would open two connections of one page, and the broker would end the first.
  createRoot(root).render(
    <I18nextProvider i18n={translations}>
      <PhysicianApp page={pageSession} openDesk={openDesk} />
    </I18nextProvider>,
  );
};

const root = document.getElementById('root');
if (root !== null) start(root);
