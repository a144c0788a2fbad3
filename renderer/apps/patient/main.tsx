import '#renderer/ui/staff/no-eval.ts';
import '#renderer/ui/styles/patient.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { LiveMessage } from '#core/contract/live.ts';
import { LANGUAGES } from '#core/visit/words.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createCabinCall } from '#renderer/call/cabin-call.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { avoidInstruments } from '#renderer/call/instruments/avoid-instruments.ts';
import { createCabinInstruments } from '#renderer/call/instruments/cabin-instruments.ts';
import { createCaptures } from '#renderer/call/instruments/captures.ts';
import { createMachinePort } from '#renderer/call/instruments/machine-port.ts';
import { missingRoles, watchMissingRoles } from '#renderer/call/instruments/missing-roles.ts';
import { createSimulatedPort } from '#renderer/call/instruments/simulated-port.ts';
import { createSoundWatch } from '#renderer/call/instruments/sound-watch.ts';
import { openEar } from '#renderer/call/opening-check/ear.ts';
import { createMediaCheck } from '#renderer/call/opening-check/media-check.ts';
import { openMediaCheck } from '#renderer/call/opening-check/open-media-check.ts';
import { watchLoudspeaker } from '#renderer/call/own-devices/loudspeaker.ts';
import { createCallPeer } from '#renderer/call/peer.ts';
import { openPictureTaker } from '#renderer/call/stills/picture-taker.ts';
import { setUpTranslations } from '#renderer/i18n/setup.ts';
import { patientBridge } from '#renderer/platform/bridge.ts';
import { openDevicePort } from '#renderer/platform/device-port.ts';
import { createFan } from '#renderer/stores/fan.ts';
import { createLive } from '#renderer/stores/live.ts';
import { createMirror } from '#renderer/stores/mirror.ts';
import { createPreferences } from '#renderer/stores/preferences.ts';
import { keepFit } from '#renderer/ui/fit.ts';
import { createCuePlayer } from '#renderer/ui/sound/cues.ts';
import { systemSpeaker } from '#renderer/ui/speech/speech-context.tsx';
import { createCommands } from './model/commands.ts';
import { openVisit } from './model/open-visit.ts';
import { PatientApp } from './patient-app.tsx';
import { type PatientServices, ServicesContext } from './services.ts';
import { CrashGuard } from './shell/crash-guard.tsx';

const bridge = patientBridge();
const root = document.getElementById('root');
if (bridge === undefined || root === null) throw new Error('This page works in the patient window only.');

const { store: visit } = createMirror({
  snapshot: () => bridge.snapshot(),
  onUpdate: (listener) => bridge.onUpdate(listener),
  after: systemClock.after,
});
const live = createLive({
  monotonic: systemClock.monotonic,
  epoch: () => {
    const mirror = visit.getState();
    return mirror.status === 'connecting' ? undefined : mirror.projection.epoch;
  },
});
const liveMessages = createFan<LiveMessage>();
liveMessages.listen(live.take);
openDevicePort(
  { window, connectDevices: () => bridge.connectDevices() },
  { onMessage: liveMessages.send, onLost: live.lose },
);
const commands = createCommands((command) => bridge.command(command));

const newId = (): string => crypto.randomUUID();
const watch = createDeviceWatch(systemClock);
const loudspeaker = watchLoudspeaker({ media: navigator.mediaDevices, devices: watch });
const bindings = () => openVisit(visit.getState())?.instruments ?? {};
const getUserMedia = avoidInstruments(navigator.mediaDevices, bindings);
const call = createCabinCall({
  bridge,
  names: () => {
    const projection = openVisit(visit.getState());
    return {
      physicianName: projection?.physician?.name ?? '',
      assistantName: projection?.assistant.name ?? '',
    };
  },
  onLive: liveMessages.listen,
  createPeer: createCallPeer,
  getUserMedia,
  devices: watch,
  loudspeaker,
  openPictureTaker,
  clock: systemClock,
  newId,
});
const machine = createMachinePort(navigator.mediaDevices);
const instruments = createCabinInstruments({
  machine,
  simulation: createSimulatedPort(),
  call,
  captures: createCaptures(),
  watchPicture: watch.watchPicture,
  watchSound: createSoundWatch(systemClock),
  command: bridge.command,
  clock: systemClock,
});
visit.subscribe((mirror) => {
  // While main does not answer, what is in use stays so: it is shown as it was.
  if (mirror.status === 'live') instruments.follow(openVisit(mirror));
});

const speaker = systemSpeaker();
openMediaCheck(
  bridge,
  createMediaCheck({
    getUserMedia,
    watchPicture: watch.watchPicture,
    loudspeaker,
    openEar,
    missingRoles: () => missingRoles(machine, bindings()),
    voices: () => LANGUAGES.filter(speaker.canSpeak),
    clock: systemClock,
  }),
);
const missing = watchMissingRoles(machine, bindings, bridge.instrumentsMissing);
visit.subscribe(missing.follow);

const services: PatientServices = {
  visit,
  live,
  preferences: createPreferences(sessionStorage),
  commands: commands.store,
  send: commands.send,
  dismissRefusal: commands.dismissRefusal,
  newId,
  call,
  exam: { attach: instruments.attachPicture },
  cue: createCuePlayer(() => new AudioContext()),
  speaker,
  monotonic: systemClock.monotonic,
};

keepFit(window);
createRoot(root).render(
  <I18nextProvider i18n={setUpTranslations({ language: 'fr' })}>
    <CrashGuard
      onCrash={(detail) => bridge.report({ code: 'INVALID_MESSAGE', detail })}
      onRetry={() => location.reload()}
    >
      <ServicesContext value={services}>
        <PatientApp />
      </ServicesContext>
    </CrashGuard>
  </I18nextProvider>,
);
