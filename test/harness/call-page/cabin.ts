import type { CallEvent, Numbered } from '#core/contract/ipc.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { Command } from '#core/visit/commands.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createCabinCall } from '#renderer/call/cabin-call.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { createCabinInstruments } from '#renderer/call/instruments/cabin-instruments.ts';
import { createCaptures } from '#renderer/call/instruments/captures.ts';
import { createMachinePort } from '#renderer/call/instruments/machine-port.ts';
import { createSimulatedPort } from '#renderer/call/instruments/simulated-port.ts';
import { createSoundWatch } from '#renderer/call/instruments/sound-watch.ts';
import { openPictureTaker } from '#renderer/call/stills/picture-taker.ts';
import { UNKNOWN_QUALITY } from '#renderer/stores/quality.ts';
import { videoOf, watchMedia } from './media-watch.ts';
import { createPulseStream } from './pulse-stream.ts';
import { createTestInstruments } from './test-instruments.ts';
import { openTestedLine } from './tested-line.ts';

type Update = Numbered<PhysicianProjection> | undefined;

const events = new Set<(event: CallEvent) => void>();
const projections = new Set<(update: Update) => void>();
const live = new Set<(message: LiveMessage) => void>();
const media = watchMedia();
let projection: Update;
let board = (_board: QualityBoard): void => {};
const line = openTestedLine((measured) => board({ ...UNKNOWN_QUALITY, line: measured }));

const call = createCabinCall({
  bridge: {
    openCall: () => void window.callMain('openCall'),
    sendSignal: (message) => void window.callMain('sendSignal', message),
    refuseAttempt: (refusal) => void window.callMain('refuseAttempt', refusal),
    physicianCommand: (command) => window.callMain('physicianCommand', command),
    deliverPaper: (delivery) => window.callMain('deliverPaper', delivery),
    echoReadings: (echoes) => window.callMain('echoReadings', echoes),
    callLevels: (levels) => void window.callMain('callLevels', levels),
    report: (report) => void window.callMain('report', report),
    openSide: () => undefined,
    sendSide: () => undefined,
    onSide: () => () => undefined,
    reportPresence: () => undefined,
    onPresence: () => () => undefined,
    callQuality: () => undefined,
    onQuality: (listener) => {
      board = listener;
      return () => undefined;
    },
    callAlive: (alive) => void window.callMain('callAlive', alive),
    onCallEvent: (listener) => {
      events.add(listener);
      return () => events.delete(listener);
    },
    onPhysicianProjection: (listener) => {
      projections.add(listener);
      listener(projection);
      return () => projections.delete(listener);
    },
  },
  names: () => ({ physicianName: '', assistantName: '' }),
  onLive: (listener) => {
    live.add(listener);
    return () => live.delete(listener);
  },
  createPeer: media.createPeer,
  getUserMedia: media.getUserMedia,
  devices: createDeviceWatch(systemClock),
  openPictureTaker,
  clock: systemClock,
  newId: () => crypto.randomUUID(),
});
call.attachLocal(videoOf('local'));
call.attachRemote(videoOf('remote'));

const told: Command[] = [];
const port = createTestInstruments();
const watch = createDeviceWatch(systemClock);
const instruments = createCabinInstruments({
  machine: port,
  simulation: createSimulatedPort(),
  call,
  captures: createCaptures(),
  watchPicture: watch.watchPicture,
  watchSound: createSoundWatch(systemClock),
  command: (command) => {
    told.push(command);
    return Promise.resolve();
  },
  clock: systemClock,
});

const giveLive = (message: LiveMessage): void => {
  for (const listener of live) listener(message);
};

/** What a test does with the cabin's page. */
const cabin = {
  call,
  media,
  event: (event: CallEvent): void => {
    for (const listener of events) listener(event);
  },
  show: (update: Update): void => {
    projection = update;
    for (const listener of projections) listener(update);
  },
  /** Instruments, those that are plugged in, and what the window said of them. */
  instruments,
  /** The real devices of this browser. */
  machine: createMachinePort(navigator.mediaDevices),
  port,
  told,
  live: giveLive,
  line,
  pulse: createPulseStream(giveLive),
};
export type CabinPage = typeof cabin;
Object.assign(window, { cabin });
