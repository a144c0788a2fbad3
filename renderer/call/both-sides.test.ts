import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_MESSAGE } from '#core/contract/consultation.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ok } from '#core/result.ts';
import { PRE_BRIEF } from '#test/harness/pre-brief.ts';
import { HELD, openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';

let clock: TwoSides['clock'];
let network: TwoSides['network'];
let cabin: TwoSides['cabin'];
let physician: TwoSides['physician'];
let cabinMedia: TwoSides['cabinMedia'];
let physicianMedia: TwoSides['physicianMedia'];
let desk: TwoSides['desk'];
let commands: TwoSides['commands'];
let incidents: TwoSides['incidents'];
let papers: TwoSides['papers'];
let openAttempt: TwoSides['openAttempt'];
let show: TwoSides['show'];
let fromCabinPage: TwoSides['fromCabinPage'];
let fromPhysicianPage: TwoSides['fromPhysicianPage'];
let join: TwoSides['join'];
let toCabin: TwoSides['toCabin'];
let live: TwoSides['live'];
let onTheWay: TwoSides['onTheWay'];
let dropLetter: TwoSides['dropLetter'];
beforeEach(() => {
  ({
    clock,
    network,
    cabin,
    physician,
    cabinMedia,
    physicianMedia,
    desk,
    commands,
    incidents,
    papers,
    openAttempt,
    show,
    fromCabinPage,
    fromPhysicianPage,
    join,
    toCabin,
    live,
    onTheWay,
    dropLetter,
  } = openTwoSides());
});

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

  it('finds its path anew at once when the machine of the physician is on another network', async () => {
    await join();
    physician.networkChanged();
    expect(network.peer(true)?.restarts).toBe(1);
    // A second cable within the same second: the restart under way knows nothing of it.
    physician.networkChanged();
    expect(network.peer(true)?.restarts).toBe(1);
    await clock.advance(1_000);
    expect(physician.store.getState().call.state).toBe('connected');
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

  it('closes camera and microphone at both ends in a pause, and opens them again after it', async () => {
    await join();
    await physician.startMedia();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    show({ stage: 'call', cardAcknowledged: true, paused: true });
    await clock.advance(1);
    expect(sendsPicture()).toEqual([false, false]);
    expect([cabinMedia.liveTracks(), physicianMedia.liveTracks()]).toEqual([0, 0]);
    await physician.startMedia();
    expect(physicianMedia.liveTracks()).toBe(0);
    show({ stage: 'call', cardAcknowledged: true, paused: false });
    await clock.advance(1);
    expect(sendsPicture()).toEqual([true, true]);
  });

  it('opens nothing after a pause that the physician had closed before it', async () => {
    await join();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    physician.stopMedia();
    show({ stage: 'call', cardAcknowledged: true, paused: true });
    show({ stage: 'call', cardAcknowledged: true, paused: false });
    await clock.advance(1);
    expect(sendsPicture()).toEqual([true, false]);
  });

  it('leaves nothing of the visit, camera and microphone included, on a page whose newer one took the place up', async () => {
    await join();
    await physician.startMedia();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    expect(physicianMedia.liveTracks()).toBe(2);
    desk.setState({ connection: { state: 'replaced' }, queue: [], claim: { state: 'none' } });
    expect(physicianMedia.liveTracks()).toBe(0);
    expect(physician.store.getState().projection).toBeUndefined();
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

  it('hands a paper of the physician over whole, once, and keeps it on neither side', async () => {
    await join();
    show({ stage: 'call', cardAcknowledged: true });
    await clock.advance(1);
    const bytes = new Uint8Array(40_000).fill(7);
    await physician.bulk.send('paper-0001', { kind: 'paper' }, bytes, { keep: false });
    await vi.waitFor(() => expect(papers).toHaveLength(1));
    expect(papers[0]).toEqual({ paperId: 'paper-0001', bytes });
    await vi.waitFor(() => expect(physician.bulk.store.getState().sent).toEqual([]));
    expect(cabin.bulk.store.getState().coming).toEqual([]);
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
    physician.dismissFailure();
    expect(physician.store.getState()).toMatchObject({ failure: undefined, projection: { notes: '' } });
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
    expect(incidents).toEqual(['MESSAGE_REPLAYED']);
    // The same command again is a repetition, and nobody's fault.
    fromPhysicianPage({
      type: 'command',
      commandId: 'command-1',
      command: { type: 'save-notes', text: 'x' },
    });
    await clock.advance(1);
    expect(incidents).toEqual(['MESSAGE_REPLAYED']);
  });

  it('asks again for a message of the visit that was lost on the way, and notes that it was', async () => {
    await join();
    let lose = true;
    onTheWay((message) => {
      const isLost = lose && message.includes('"type":"visit"');
      lose = lose && !isLost;
      return isLost ? JSON.stringify({ type: 'verdict', verdict: { same: [], differing: [] } }) : message;
    });
    show({ notes: 'lost' });
    show({ notes: 'after it' });
    await clock.advance(1);
    expect(physician.store.getState()).toMatchObject({
      failure: undefined,
      projection: { notes: 'after it' },
    });
    expect(incidents).toEqual(['MESSAGE_OUT_OF_ORDER']);
  });

  it('takes a repeated message of the visit for what it is', async () => {
    await join();
    let again = true;
    onTheWay((message) => {
      if (again && message.includes('"type":"visit"')) {
        again = false;
        network.peer(false)?.events.onConsultation(message);
      }
      return message;
    });
    show({ notes: 'twice' });
    await clock.advance(1);
    expect(physician.store.getState()).toMatchObject({ failure: undefined, projection: { notes: 'twice' } });
    expect(incidents).toEqual([]);
  });

  it('says on the physician’s page that a letter of the cabin could not be taken, and keeps the call', async () => {
    await join();
    dropLetter('MESSAGE_TOO_MANY');
    expect(physician.store.getState()).toMatchObject({
      failure: { code: 'MESSAGE_TOO_MANY' },
      call: { state: 'connected' },
    });
    show({ notes: 'goes on' });
    expect(physician.store.getState().projection?.notes).toBe('goes on');
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
