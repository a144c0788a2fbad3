import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createCallSession } from './call-session.ts';
import type { CallSession } from './call-session-types.ts';
import { createFakeMedia, type FakeMedia, mediaError } from './fake-media.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';

const attempt = (generation: number): Attempt => ({ attemptId: `attempt-${generation}`, generation });

/** Counts the timers that a session leaves behind. */
const countingClock = (clock: Clock) => {
  let active = 0;
  const counted: Clock = {
    ...clock,
    after: (delay, action) => {
      active += 1;
      let over = false;
      const end = (): void => {
        if (!over) active -= 1;
        over = true;
      };
      const cancel = clock.after(delay, () => {
        end();
        action();
      });
      return () => {
        end();
        cancel();
      };
    },
  };
  return { clock: counted, active: () => active };
};

let clock: FakeClock;
let network: FakeNetwork;
let cabinMedia: FakeMedia;
let cabin: CallSession;
let physician: CallSession;
let timers: () => number;
/** Generation of the newest attempt, as the cabin's main process counts. */
let generation: number;
let asked: string[];
let signallingWorks: boolean;

/** What main does: a new attempt, told to the cabin's window; the offer tells the physician's page. */
const openAttempt = (): void => {
  generation += 1;
  cabin.open(attempt(generation), []);
};
const toPhysician = (of: Attempt, signal: PeerSignal): void => {
  if (!signallingWorks) return;
  if (signal.type === 'offer') physician.open(of, []);
  physician.signal(of, signal);
};

beforeEach(() => {
  clock = createFakeClock();
  network = createFakeNetwork(clock);
  cabinMedia = createFakeMedia();
  const counting = countingClock(clock);
  timers = counting.active;
  generation = 0;
  asked = [];
  signallingWorks = true;
  const common = {
    createPeer: network.createPeer,
    probe: () => asked.push('probe'),
    onAttempt: () => {},
    onChannels: () => {},
    onConsultation: () => {},
    onLive: () => {},
    pictures: { look: () => {}, delivers: () => false, stop: () => {} },
  };
  cabin = createCallSession({
    ...common,
    role: 'cabin',
    clock: counting.clock,
    getUserMedia: cabinMedia.getUserMedia,
    devices: cabinMedia.devices,
    sendSignal: toPhysician,
    askRestart: () => {},
    onRelayRefused: () => asked.push('cabin is refused'),
    askAttempt: () => {
      asked.push('cabin asks for an attempt');
      if (signallingWorks) openAttempt();
    },
  });
  physician = createCallSession({
    ...common,
    role: 'physician',
    clock,
    getUserMedia: createFakeMedia().getUserMedia,
    devices: createFakeMedia().devices,
    sendSignal: (of, signal) => {
      if (signallingWorks) cabin.signal(of, signal);
    },
    askRestart: (of) => {
      asked.push('physician asks for a restart');
      if (signallingWorks) cabin.restart(of);
    },
    askAttempt: () => {
      asked.push('physician asks for an attempt');
      if (signallingWorks) openAttempt();
    },
  });
});

const states = (): readonly [string, string] => [
  cabin.store.getState().state,
  physician.store.getState().state,
];
const join = async (): Promise<void> => {
  physician.expect();
  await clock.advance(1_000);
  expect(states()).toEqual(['connected', 'connected']);
  asked.length = 0;
};

describe('joining', () => {
  it("connects on the physician's word, with the cabin offering", async () => {
    await join();
    expect(network.peers.map(({ initiator }) => initiator)).toEqual([true, false]);
  });

  it('gives an attempt up that does not join, and says so while it asks for another', async () => {
    network.cut();
    physician.expect();
    await clock.advance(12_500);
    expect(cabin.store.getState()).toMatchObject({ attempt: { generation: 2 } });
    network.mend();
    await clock.advance(13_000);
    expect(states()).toEqual(['connected', 'connected']);
  });

  it('says CALL_NOT_JOINED while no attempt can be opened', async () => {
    physician.expect();
    await clock.advance(2);
    signallingWorks = false;
    network.cut();
    physician.open(attempt(7), []);
    await clock.advance(16_000);
    expect(physician.store.getState()).toMatchObject({
      state: 'lost',
      failure: { code: 'CALL_NOT_JOINED' },
    });
  });

  it('says that the relay refuses it as soon as that is known, and tries at once with another credential', async () => {
    network.cut();
    physician.expect();
    await clock.advance(1_000);
    const peer = network.peer(true);
    if (peer) peer.refusedBy = '401 Unauthorized turns:relay';
    await clock.advance(4_500);
    const refused = { failure: { code: 'RELAY_REFUSED', detail: '401 Unauthorized turns:relay' } };
    expect(cabin.store.getState()).toMatchObject({ state: 'connecting', ...refused });
    expect(asked).toContain('cabin is refused');
    network.mend();
    cabin.setIceServers([{ urls: ['turns:relay'], username: 'fresh' }]);
    await clock.advance(1_000);
    expect(peer).toMatchObject({ restarts: 1, iceServers: [{ username: 'fresh' }] });
    expect(states()).toEqual(['connected', 'connected']);
    expect(cabin.store.getState().failure).toBeUndefined();
  });

  it('keeps a path that stands when the relay gives fresh credentials', async () => {
    await join();
    cabin.setIceServers([{ urls: ['turns:relay'], username: 'fresh' }]);
    expect(network.peer(true)).toMatchObject({ restarts: 0, iceServers: [{ username: 'fresh' }] });
  });

  it('drops an older attempt, and signals of any attempt but its own', async () => {
    await join();
    const peers = network.peers.length;
    cabin.open(attempt(1), []);
    cabin.open({ attemptId: 'another', generation: 1 }, []);
    expect(network.peers.length).toBe(peers);
    physician.signal({ attemptId: 'stale', generation: 0 }, { type: 'offer', sdp: 'x' });
    expect(states()).toEqual(['connected', 'connected']);
  });

  it('replaces the peer by a newer attempt and closes the old one', async () => {
    await join();
    openAttempt();
    await clock.advance(1_000);
    expect(states()).toEqual(['connected', 'connected']);
    expect(network.peers.filter(({ closed }) => !closed)).toHaveLength(2);
    expect(physician.store.getState().attempt).toEqual(attempt(2));
  });
});

describe('recovery', () => {
  it('shows a stall within 2.5 s, and mends by itself when ICE heals', async () => {
    await join();
    network.cut();
    await clock.advance(2_500);
    expect(states()).toEqual(['stalled', 'stalled']);
    expect(asked).toContain('probe');
    network.mend();
    await clock.advance(1_000);
    expect(states()).toEqual(['connected', 'connected']);
    expect(generation).toBe(1);
  });

  it('restarts ICE when the path has changed', async () => {
    await join();
    network.cut();
    await clock.advance(500);
    network.mend(true);
    await clock.advance(3_500);
    expect(states()).toEqual(['connected', 'connected']);
    expect(network.peer(true)?.restarts).toBe(1);
    expect(generation).toBe(1);
  });

  it('restarts one at a time, although the physician asks too', async () => {
    await join();
    network.cut();
    await clock.advance(4_000);
    expect(asked).toContain('physician asks for a restart');
    expect(network.peer(true)?.restarts).toBe(1);
  });

  it('opens a new attempt after five restarts without effect, and keeps trying', async () => {
    await join();
    network.cut();
    await clock.advance(60_000);
    expect(generation).toBeGreaterThan(1);
    network.mend();
    await clock.advance(20_000);
    expect(states()).toEqual(['connected', 'connected']);
  });

  it('waits for the other side that closed, and asks when nothing comes', async () => {
    await join();
    const lost = network.peer(false);
    lost?.events.onClosed();
    if (lost) lost.closed = true;
    expect(physician.store.getState()).toMatchObject({ state: 'lost', failure: { code: 'CALL_LOST' } });
    await clock.advance(20_000);
    expect(states()).toEqual(['connected', 'connected']);
  });

  it('does not take its own sleep for a loss', async () => {
    await join();
    // The page stood still: one late tick instead of many.
    let slept = 0;
    const original = clock.monotonic;
    clock.monotonic = () => original() + slept;
    slept = 60_000;
    await clock.advance(600);
    expect(cabin.store.getState().state).toBe('connected');
  });
});

describe('media', () => {
  it('sends nothing before it is told to, in no attempt', async () => {
    await join();
    await cabin.openLocalMedia();
    expect(cabin.store.getState().media).toMatchObject({
      local: 'open',
      sends: { picture: false, sound: false },
    });
    openAttempt();
    await clock.advance(1_000);
    expect(network.peers.every(({ tracks }) => !tracks.audio && !tracks.video)).toBe(true);
  });

  it('puts its tracks into the present peer, and into every later one', async () => {
    await join();
    await cabin.sendMedia();
    expect(cabin.store.getState().media).toMatchObject({
      local: 'sending',
      sends: { picture: true, sound: true },
    });
    expect(network.peer(true)?.tracks.video).toBeDefined();
    openAttempt();
    await clock.advance(1_000);
    expect(network.peer(true)?.tracks.video).toBeDefined();
  });

  it('counts frames, and says when the picture is frozen', async () => {
    await join();
    await cabin.sendMedia();
    network.peer(false)?.events.onRemoteMedia('video');
    await clock.advance(3_000);
    expect(physician.store.getState()).toMatchObject({ media: { remote: 'live' }, frozen: false });
    expect(physician.store.getState().framesDecoded).toBeGreaterThan(0);
    cabin.stopMedia();
    await clock.advance(2_500);
    expect(physician.store.getState().frozen).toBe(true);
    await cabin.sendMedia();
    await clock.advance(1_500);
    expect(physician.store.getState().frozen).toBe(false);
  });

  it.each([
    ['NotAllowedError', 'CAMERA_REFUSED', 0],
    ['NotFoundError', 'CAMERA_MISSING', 1],
    ['OverconstrainedError', 'CAMERA_MISSING', 1],
    ['NotReadableError', 'CAMERA_BUSY', 1],
  ])('tells %s as %s, and goes on with what works', async (name, code, live) => {
    await join();
    cabinMedia.failNext(mediaError(name));
    await cabin.sendMedia();
    expect(cabin.store.getState().media.failure?.code).toBe(code);
    expect(cabinMedia.liveTracks()).toBe(live);
  });

  it('gives up a camera that does not answer, and stops one that answers late', async () => {
    await join();
    const answer = cabinMedia.holdNext();
    cabinMedia.failNext(undefined, mediaError('NotReadableError'), mediaError('NotReadableError'));
    const opening = cabin.openLocalMedia();
    await clock.advance(15_000);
    await opening;
    expect(cabin.store.getState().media).toMatchObject({ local: 'off', failure: { code: 'CAMERA_BUSY' } });
    answer();
    await clock.advance(1);
    expect(cabinMedia.liveTracks()).toBe(0);
  });

  it('tells of a camera that was pulled out', async () => {
    await join();
    await cabin.sendMedia();
    cabinMedia.unplug('video');
    expect(cabin.store.getState().media).toMatchObject({
      failure: { code: 'CAMERA_UNPLUGGED' },
      sends: { picture: false, sound: true },
    });
  });

  it('takes a camera back when it is plugged in again, without touching the sound', async () => {
    await join();
    await cabin.sendMedia();
    const sound = network.peer(true)?.tracks.audio;
    cabinMedia.unplug('video');
    expect(network.peer(true)?.tracks.video).toBeUndefined();
    cabinMedia.plug();
    await clock.advance(500);
    expect(cabin.store.getState().media).toMatchObject({
      failure: undefined,
      sends: { picture: true, sound: true },
    });
    expect(network.peer(true)?.tracks.video).toBeDefined();
    expect(network.peer(true)?.tracks.audio).toBe(sound);
    expect(cabinMedia.asked.at(-1)).not.toHaveProperty('audio');
  });

  it('asks again for a camera that another program has, until it is free', async () => {
    await join();
    cabinMedia.failNext(
      mediaError('NotReadableError'),
      undefined,
      mediaError('NotReadableError'),
      mediaError('NotReadableError'),
    );
    await cabin.sendMedia();
    expect(cabin.store.getState().media.failure?.code).toBe('CAMERA_BUSY');
    await clock.advance(11_000);
    expect(cabin.store.getState().media.failure?.code).toBe('CAMERA_BUSY');
    await clock.advance(5_000);
    expect(cabin.store.getState().media).toMatchObject({ failure: undefined, sends: { picture: true } });
    cabin.hangUp();
    expect([cabinMedia.liveTracks(), timers()]).toEqual([0, 0]);
  });

  it('says when the microphone alone is missing, and when the picture is black', async () => {
    await join();
    cabinMedia.failNext(mediaError('NotFoundError'), mediaError('NotFoundError'));
    await cabin.sendMedia();
    expect(cabin.store.getState().media).toMatchObject({
      failure: { code: 'MICROPHONE_MISSING' },
      sends: { picture: true, sound: false },
    });
    cabinMedia.plug();
    await clock.advance(500);
    expect(cabin.store.getState().media.failure).toBeUndefined();
    cabinMedia.cover(true);
    expect(cabin.store.getState().media.failure?.code).toBe('CAMERA_BLACK');
    cabinMedia.cover(false);
    expect(cabin.store.getState().media.failure).toBeUndefined();
  });
});

describe('the end', () => {
  it('leaves no track, no peer and no timer', async () => {
    await join();
    await cabin.sendMedia();
    expect(cabinMedia.liveTracks()).toBe(2);
    cabin.close();
    expect(cabinMedia.liveTracks()).toBe(0);
    expect(network.peers.filter(({ initiator }) => initiator).every(({ closed }) => closed)).toBe(true);
    expect(timers()).toBe(0);
    cabin.open(attempt(99), []);
    await cabin.sendMedia();
    expect([cabinMedia.liveTracks(), timers(), cabin.store.getState().state]).toEqual([0, 0, 'closed']);
  });

  it('stops a camera that opens after the end', async () => {
    await join();
    const answer = cabinMedia.holdNext();
    const opening = cabin.sendMedia();
    cabin.hangUp();
    answer();
    await opening;
    await clock.advance(1);
    expect(cabinMedia.liveTracks()).toBe(0);
    expect(timers()).toBe(0);
  });

  it('can hold another call after it hung up', async () => {
    await join();
    cabin.hangUp();
    physician.hangUp();
    expect(states()).toEqual(['idle', 'idle']);
    generation = 0;
    await join();
  });
});
