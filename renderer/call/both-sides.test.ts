import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type EchoVerdict, judgeEchoes } from '#core/call/echo.ts';
import { type CallLevels, EMPTY_LEDGER } from '#core/call/ledger.ts';
import type { BulkAbout } from '#core/contract/bulk.ts';
import { LONGEST_MESSAGE, type PhysicianCommand } from '#core/contract/consultation.ts';
import type { CallEvent, Numbered } from '#core/contract/ipc.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { NO_CONSENTS } from '#core/identity/consents.ts';
import { ok } from '#core/result.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { ClaimState } from '#gateway/client/claim.ts';
import type { DeskSnapshot, PhysicianDesk } from '#gateway/client/physician-desk.ts';
import { READINGS } from '#renderer/preview/sample-visit.ts';
import { TRUSTING_PROVER } from '#test/harness/trusting-prover.ts';
import { type CabinCall, createCabinCall } from './cabin-call.ts';
import { createFakeMedia, type FakeMedia } from './fake-media.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { createPhysicianCall, type PhysicianCall } from './physician-call.ts';

const PRE_BRIEF: PhysicianProjection = {
  stage: 'physician-card',
  epoch: 1,
  simulation: true,
  language: 'fr',
  site: { name: 'Pharmacie des Halles', kind: 'pharmacy', cabinId: 'cabine-1' },
  assistant: { name: 'Martin', givenName: 'Claire', profession: 'nurse' },
  identity: { familyName: 'Essai', givenName: 'Camille', birthDate: '1950-04-12', sex: 'female' },
  identityLevel: 'provisional',
  consents: NO_CONSENTS,
  reason: { pictures: ['pain'], text: '' },
  redFlags: [],
  paused: false,
  cardAcknowledged: false,
  measures: [],
  readings: [],
  requests: [],
  company: { assistant: 'beside', guests: [] },
  messages: [],
  examination: { requests: [], items: [], chosen: {} },
  instruments: [],
  available: [],
  notes: '',
  incidents: [],
  ledger: EMPTY_LEDGER,
  handover: 'none',
};
const HELD: ClaimState = { state: 'held', place: { siteId: 's', cabinId: 'c', ticketId: 't' } };

let clock: FakeClock;
let network: FakeNetwork;
let cabin: CabinCall;
let physician: PhysicianCall;
let cabinMedia: FakeMedia;
let physicianMedia: FakeMedia;
let desk: StoreApi<DeskSnapshot>;
let commands: PhysicianCommand[];
let toCabin: (event: CallEvent) => void;
let showProjection: (update: Numbered<PhysicianProjection> | undefined) => void;
let live: (message: LiveMessage) => void;
let generation: number;
/** The readings of the visit as the main process holds them. */
let record: Reading[];
let verdicts: EchoVerdict[];
let incidents: string[];
let qualities: (CallQuality | undefined)[];
let callLevels: CallLevels[];

const openAttempt = (): void => {
  generation += 1;
  const attempt: Attempt = { attemptId: `attempt-${generation}`, generation };
  toCabin({ type: 'open', attempt, iceServers: [] });
};

beforeEach(() => {
  clock = createFakeClock();
  network = createFakeNetwork(clock);
  cabinMedia = createFakeMedia();
  physicianMedia = createFakeMedia();
  commands = [];
  qualities = [];
  generation = 0;
  desk = createStore<DeskSnapshot>(() => ({
    connection: { state: 'connected' },
    queue: [],
    claim: { state: 'none' },
  }));
  record = [];
  verdicts = [];
  incidents = [];
  callLevels = [];
  let ids = 0;
  let commandIds = 0;
  let fromCabin = (_attempt: Attempt, _signal: PeerSignal): void => {};
  cabin = createCabinCall({
    bridge: {
      callAlive: () => {},
      callLevels: (levels) => callLevels.push(levels),
      callQuality: (quality) => void qualities.push(quality),
      onQuality: () => () => {},
      report: ({ code }) => incidents.push(code),
      echoReadings: async (echoes) => {
        const verdict = judgeEchoes(record, echoes);
        verdicts.push(verdict);
        return ok(verdict);
      },
      openSide: () => {},
      sendSide: () => {},
      onSide: () => () => {},
      reportPresence: () => {},
      onPresence: () => () => {},
      openCall: () => {},
      sendSignal: ({ attempt, signal }) => fromCabin(attempt, signal),
      physicianCommand: async (command) => {
        commands.push(command);
        return ok(null);
      },
      onCallEvent: (listener) => {
        toCabin = listener;
        return () => {};
      },
      onPhysicianProjection: (listener) => {
        showProjection = listener;
        return () => {};
      },
    },
    names: () => ({ physicianName: 'Dr Karim Benali', assistantName: 'Awa Diallo' }),
    onLive: (listener) => {
      live = listener;
      return () => {};
    },
    createPeer: network.createPeer,
    getUserMedia: cabinMedia.getUserMedia,
    devices: cabinMedia.devices,
    openPictureTaker: cabinMedia.openPictureTaker,
    clock,
    newId: () => {
      ids += 1;
      return `stream-${ids}`;
    },
  });
  const callChannel: PhysicianDesk['call'] = {
    sendReady: () => {
      openAttempt();
      return true;
    },
    sendSignal: (attempt, signal) => {
      toCabin({ type: 'signal', attempt, signal });
      return true;
    },
    sendRestart: (attempt) => {
      toCabin({ type: 'restart', attempt });
      return true;
    },
    probe: () => {},
    sendRefused: () => true,
    onMessage: (listener) => {
      fromCabin = (attempt, signal) => listener({ type: 'signal', ticketId: 't', attempt, signal });
      return () => {};
    },
  };
  physician = createPhysicianCall({
    desk: {
      store: desk,
      call: callChannel,
      claim: async () => ok(null),
      release: () => {},
      dismiss: () => {},
      dropped: () => 0,
      close: async () => {},
    },
    ice: { servers: () => [], onChange: () => () => {}, renew: () => {} },
    createPeer: network.createPeer,
    prover: TRUSTING_PROVER,
    getUserMedia: physicianMedia.getUserMedia,
    devices: physicianMedia.devices,
    openPictureTaker: physicianMedia.openPictureTaker,
    clock,
    newId: () => {
      commandIds += 1;
      return `command-${commandIds}`;
    },
  });
});

const show = (change: Partial<PhysicianProjection> = {}): void => {
  record = [...(change.readings ?? record)];
  showProjection({ sequence: 1, projection: { ...PRE_BRIEF, readings: record, ...change } });
};
/** Changes what arrives at the physician's page from now on. */
const onTheWay = (change: (message: string) => string): void => {
  const events = network.peer(false)?.events;
  if (events === undefined) return;
  const deliver = events.onConsultation;
  Object.assign(events, { onConsultation: (text: string) => deliver(change(text)) });
};
const fromCabinPage = (message: object): void =>
  network.peer(false)?.events.onConsultation(JSON.stringify(message));
const fromPhysicianPage = (message: object): void =>
  network.peer(true)?.events.onConsultation(JSON.stringify(message));
const join = async (): Promise<void> => {
  show();
  desk.setState({ claim: HELD });
  await clock.advance(1_000);
  expect(physician.store.getState().call.state).toBe('connected');
};
/** The hash answers from another thread: what has to come is waited for, what must not come is given this time. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
const WHILE_BUSY = { timeout: 10_000, interval: 10 };
const STILL: BulkAbout = {
  kind: 'still',
  takenAt: '2026-03-02T09:41:05.120+01:00',
  device: 'Otoscope',
  simulated: true,
  site: 'throat',
  width: 1_280,
  height: 720,
};
const sendsPicture = (): readonly boolean[] => [
  network.peer(true)?.tracks.video !== undefined,
  network.peer(false)?.tracks.video !== undefined,
];

const HASH = '0'.repeat(64);
const WELCOME = {
  type: 'welcome',
  protocolVersion: PROTOCOL_VERSION,
  stream: 'stream-1',
  fromStart: false,
} as const;

describe('a consultation over the call', () => {
  it('shows the projection as soon as the claim is held, and follows it', async () => {
    await join();
    expect(physician.store.getState().projection).toEqual(PRE_BRIEF);
    show({ notes: 'seen' });
    expect(physician.store.getState().projection?.notes).toBe('seen');
  });

  it('starts over with the whole projection on every new channel', async () => {
    await join();
    network.peer(true)?.events.onClosed();
    show({ notes: 'changed meanwhile' });
    openAttempt();
    await clock.advance(1_000);
    expect(physician.store.getState().projection?.notes).toBe('changed meanwhile');
  });

  it('opens no camera for the call before the card is acknowledged, and then sends from both sides', async () => {
    await join();
    await physician.startMedia();
    expect(physicianMedia.liveTracks()).toBe(2);
    await cabin.openLocalMedia();
    expect(sendsPicture()).toEqual([false, false]);
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    expect(sendsPicture()).toEqual([true, true]);
  });

  it('switches every camera off when the consultation is closed, while the channel goes on telling how it ends', async () => {
    await join();
    await physician.startMedia();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    show({ stage: 'goodbye', cardAcknowledged: true, handover: 'writing' });
    await clock.advance(1);
    expect([cabinMedia.liveTracks(), physicianMedia.liveTracks()]).toEqual([0, 0]);
    await physician.startMedia();
    show({ stage: 'goodbye', cardAcknowledged: true, handover: 'failed' });
    await clock.advance(1);
    expect(physicianMedia.liveTracks()).toBe(0);
    expect(physician.store.getState().projection?.handover).toBe('failed');
  });

  it('sends nothing to a second physician on the acknowledgement of the first', async () => {
    await join();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    toCabin({ type: 'close' });
    desk.setState({ claim: { state: 'none' } });
    expect(cabinMedia.liveTracks()).toBe(0);
    await clock.advance(1_000);
    await join();
    await clock.advance(1);
    expect(sendsPicture()).toEqual([false, false]);
    expect(cabinMedia.liveTracks()).toBe(0);
  });

  it('answers a command over a reconnection, and runs it once', async () => {
    await join();
    network.cut();
    const outcome = physician.command({ type: 'save-notes', text: 'x' });
    network.mend();
    openAttempt();
    await clock.advance(1_000);
    expect(await outcome).toEqual(ok(null));
    fromPhysicianPage({
      type: 'command',
      commandId: 'command-1',
      command: { type: 'save-notes', text: 'x' },
    });
    await clock.advance(1);
    expect(commands).toEqual([{ type: 'save-notes', text: 'x' }]);
  });

  it('does not read a cabin of another version, and says so', async () => {
    await join();
    fromCabinPage({ ...WELCOME, protocolVersion: 99, sentAt: clock.now() });
    fromCabinPage({
      type: 'visit',
      sequence: 2,
      change: { set: { notes: 'misread' }, removed: [] },
      hash: HASH,
    });
    expect(physician.store.getState()).toMatchObject({
      failure: { code: 'PROTOCOL_VERSION' },
      projection: { notes: '' },
    });
  });

  it('tells how far the clock that stamps the readings is ahead of its own', async () => {
    await join();
    expect(physician.store.getState().skewMs).toBe(0);
    const tenMinutesAhead = new Date(Date.parse(clock.now()) + 600_000).toISOString();
    fromCabinPage({ ...WELCOME, sentAt: tenMinutesAhead });
    expect(physician.store.getState().skewMs).toBe(600_000);
  });

  it('drops what a physician may not say, notes it once, and leaves the visit as it was', async () => {
    await join();
    for (const text of [
      '{',
      '{"type":"command"}',
      JSON.stringify({ type: 'command', commandId: 'command-9', command: { type: 'leave' } }),
      'x'.repeat(LONGEST_MESSAGE + 1),
      JSON.stringify({ type: 'seen', stream: 'stream-1', sequence: 99 }),
    ])
      network.peer(true)?.events.onConsultation(text);
    await clock.advance(1);
    expect(commands).toEqual([]);
    expect(incidents).toEqual(['INVALID_MESSAGE', 'MESSAGE_TOO_LONG', 'MESSAGE_OUT_OF_ORDER']);
    show({ notes: 'goes on' });
    expect(physician.store.getState().projection?.notes).toBe('goes on');
  });

  it('drops what a cabin would not say, and shows why', async () => {
    await join();
    fromCabinPage({ type: 'visit', sequence: 7, change: {}, hash: HASH });
    expect(physician.store.getState()).toMatchObject({
      failure: { code: 'INVALID_MESSAGE' },
      projection: { notes: '' },
    });
    network.peer(false)?.events.onConsultation('x'.repeat(LONGEST_MESSAGE + 1));
    expect(physician.store.getState().failure?.code).toBe('MESSAGE_TOO_LONG');
  });

  it('refuses another command under the id of one before', async () => {
    await join();
    await physician.command({ type: 'save-notes', text: 'x' });
    fromPhysicianPage({
      type: 'command',
      commandId: 'command-1',
      command: { type: 'save-notes', text: 'y' },
    });
    await clock.advance(1);
    expect(commands).toEqual([{ type: 'save-notes', text: 'x' }]);
  });

  it('shows a live value with its age, and takes it away when nothing newer comes', async () => {
    await join();
    live({ type: 'beat', sentAtMs: 500 });
    live({
      type: 'feedback',
      deviceId: 'scale',
      epoch: 1,
      captureId: 'c1',
      arrivedAtMs: 500,
      feedback: {
        measure: 'body-weight',
        state: 'settling',
        values: { weight: { value: 71.2, unit: 'kg' } },
      },
    });
    await clock.advance(1_000);
    expect(physician.store.getState().feedback).toMatchObject([{ deviceId: 'scale', ageMs: 1_000 }]);
    await clock.advance(3_000);
    expect(physician.store.getState().feedback).toEqual([]);
  });

  it('carries a still once the card is acknowledged, over a new channel too, and once', async () => {
    await join();
    const got: Uint8Array[] = [];
    physician.onItem(({ bytes }) => got.push(bytes));
    const bytes = new Uint8Array(100_000).map((_, index) => index % 251);
    await cabin.bulk.send('still-0001', STILL, bytes, { keep: true });
    await settled();
    expect(got).toEqual([]);
    network.cut();
    show({ stage: 'call', cardAcknowledged: true });
    network.peer(true)?.events.onClosed();
    network.mend();
    openAttempt();
    await clock.advance(1_000);
    await vi.waitFor(() => expect(got).toEqual([bytes]), WHILE_BUSY);
    const delivered = () => expect(cabin.bulk.store.getState().sent[0]?.sent).toEqual({ state: 'delivered' });
    await vi.waitFor(delivered, WHILE_BUSY);
    network.peer(true)?.events.onClosed();
    openAttempt();
    await clock.advance(1_000);
    await settled();
    expect(got).toHaveLength(1);
    show({ epoch: 2 });
    expect(cabin.bulk.store.getState().sent).toEqual([]);
  });

  it('shows single pictures with their time where moving ones do not go, each way, and none that is old', async () => {
    await join();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1_000);
    physician.chooseRung('incoming', 'stills');
    physician.chooseRung('outgoing', 'stills');
    const goes = async (assertion: () => void) =>
      vi.waitFor(async () => {
        await clock.advance(250);
        assertion();
      }, WHILE_BUSY);
    const seen = () => physician.store.getState().call;
    await goes(() => expect(seen().picture).toMatchObject({ type: 'image/webp' }));
    await goes(() => expect(cabin.store.getState().picture).toMatchObject({ type: 'image/webp' }));
    await goes(() => expect(seen().quality.incoming).toMatchObject({ rung: 'stills', reason: 'forced' }));
    await goes(() => expect(callLevels.at(-1)?.outgoing).toEqual({ level: 'stills' }));
    const first = seen().picture?.receivedMs ?? 0;
    await goes(() => expect(seen().picture?.receivedMs).toBeGreaterThan(first + 4_000));
    physician.chooseRung('incoming', undefined);
    await goes(() => expect(seen().quality.incoming.rung).toBe('hd'));
    expect(seen().picture).toBeUndefined();
    expect(cabin.bulk.store.getState().sent).toEqual([]);
  });

  it('forgets everything when the visit is over', async () => {
    await join();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    const unanswered = physician.command({ type: 'save-notes', text: 'x' });
    toCabin({ type: 'close' });
    await clock.advance(1);
    expect(physician.store.getState()).toMatchObject({ projection: undefined, feedback: [] });
    expect(await unanswered).toMatchObject({ ok: false, failure: { code: 'CALL_LOST' } });
    desk.setState({ claim: { ...HELD, state: 'ended' } });
    await clock.advance(1_000);
    expect([cabinMedia.liveTracks(), physicianMedia.liveTracks()]).toEqual([0, 0]);
    expect([cabin.store.getState().state, physician.store.getState().call.state]).toEqual(['idle', 'idle']);
  });
});

describe('sameness of both screens', () => {
  it('confirms each reading once the record was found to hold what the page renders', async () => {
    show({ readings: [READINGS.oximetry] });
    await join();
    await clock.advance(1);
    show({ readings: [READINGS.oximetry, READINGS.weight] });
    await clock.advance(1);
    const { agreement, projection } = physician.store.getState();
    expect(projection?.readings).toEqual([READINGS.oximetry, READINGS.weight]);
    expect([...agreement.same]).toEqual([READINGS.oximetry.id, READINGS.weight.id]);
    expect(verdicts).toEqual([
      { same: [READINGS.oximetry.id], differing: [] },
      { same: [READINGS.weight.id], differing: [] },
    ]);
    expect(incidents).toEqual([]);
  });

  it('withholds a value that changed on its way, and shows it once it has come right', async () => {
    await join();
    let damaged = 0;
    onTheWay((text) => {
      if (!text.includes('"type":"reading"') || damaged > 0) return text;
      damaged += 1;
      return text.replace(/"spo2":{"value":\d+/, '"spo2":{"value":59');
    });
    const withheld: string[][] = [];
    physician.store.subscribe(({ agreement }) => withheld.push([...agreement.withheld]));
    show({ readings: [READINGS.oximetry] });
    await clock.advance(1);
    const { agreement, projection } = physician.store.getState();
    expect(damaged).toBe(1);
    expect(withheld.some((ids) => ids.includes(READINGS.oximetry.id))).toBe(true);
    expect(verdicts[0]).toEqual({ same: [], differing: [READINGS.oximetry.id] });
    expect(projection?.readings).toEqual([READINGS.oximetry]);
    expect(agreement).toEqual({ same: new Set([READINGS.oximetry.id]), withheld: new Set() });
  });

  it('withholds a value for good when the page goes on differing, and does not send it for ever', async () => {
    await join();
    onTheWay((text) => text.replace(/"spo2":{"value":\d+/, '"spo2":{"value":59'));
    show({ readings: [READINGS.oximetry] });
    await clock.advance(1_000);
    expect([...physician.store.getState().agreement.withheld]).toEqual([READINGS.oximetry.id]);
    expect(verdicts).toHaveLength(4);
  });

  it('does not show a visit that is not the cabin’s, and has it sent anew', async () => {
    await join();
    let damaged = 0;
    onTheWay((text) => {
      if (!text.includes('asthma') || damaged > 0) return text;
      damaged += 1;
      return text.replace('asthma', 'nothing');
    });
    const notes = new Set<string | undefined>();
    physician.store.subscribe(({ projection }) => notes.add(projection?.notes));
    show({ notes: 'asthma' });
    await clock.advance(1);
    expect(notes).not.toContain('nothing');
    expect(physician.store.getState().projection?.notes).toBe('asthma');
    expect(incidents).toEqual(['VISIT_DIFFERS']);
  });
});
