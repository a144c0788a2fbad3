import { beforeEach, describe, expect, it } from 'vitest';
import { attempt, openTwoSessions, type TwoSessions } from '#test/harness/two-sessions.ts';

let clock: TwoSessions['clock'];
let network: TwoSessions['network'];
let cabinMedia: TwoSessions['cabinMedia'];
let cabin: TwoSessions['cabin'];
let physician: TwoSessions['physician'];
let timers: TwoSessions['timers'];
let asked: TwoSessions['asked'];
let openAttempt: TwoSessions['openAttempt'];
let states: TwoSessions['states'];
let join: TwoSessions['join'];
let signalling: TwoSessions['signalling'];
beforeEach(() => {
  ({ clock, network, cabinMedia, cabin, physician, timers, asked, openAttempt, states, join, signalling } =
    openTwoSessions());
});

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
    signalling.works = false;
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
    const announced = network.peer(false)?.announcedOther;
    expect(announced).toBeDefined();
    const { attemptId, generation } = attempt(1);
    const foreign = [
      { attemptId: 'stale', generation },
      { attemptId, generation: generation + 1 },
    ];
    // What reaches the peer changes whose certificate it expects.
    for (const of of foreign) physician.signal(of, { type: 'offer', sdp: 'x' });
    expect(network.peer(false)?.announcedOther).toBe(announced);
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
    expect(signalling.generation).toBe(1);
    // Whoever was cut off cannot draw what comes until a whole picture does.
    expect(network.peers.map(({ renewals }) => renewals)).toEqual([1, 1]);
  });

  it('restarts ICE when the path has changed', async () => {
    await join();
    network.cut();
    await clock.advance(500);
    network.mend(true);
    await clock.advance(3_500);
    expect(states()).toEqual(['connected', 'connected']);
    expect(network.peer(true)?.restarts).toBe(1);
    expect(signalling.generation).toBe(1);
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
    expect(signalling.generation).toBeGreaterThan(1);
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
    signalling.generation = 0;
    await join();
  });
});
