import { beforeEach, describe, expect, it } from 'vitest';
import { sendingOf } from '#core/call/ladder/sending.ts';
import { callWords } from '#core/trust/call-words.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { CallPeer } from '../call-peer.ts';
import { createFakeNetwork, type FakeNetwork } from '../fake-network.ts';
import { createGuardedPeer } from './guarded-peer.ts';

let clock: FakeClock;
let network: FakeNetwork;
let log: string[];
let cabin: CallPeer;
let physician: CallPeer;

const open = (initiator: boolean): CallPeer =>
  createGuardedPeer(network.createPeer, {
    initiator,
    iceServers: [],
    sending: sendingOf('hd', undefined),
    startBitrate: undefined,
    thin: false,
    events: {
      onSignal: (signal) => (initiator ? physician : cabin).signal(signal),
      onConnected: (words) => log.push(`${initiator ? 'cabin' : 'physician'} connected ${words.join(' ')}`),
      onForged: ({ code }) => log.push(`${initiator ? 'cabin' : 'physician'} ${code}`),
      onConsultation: (text) => log.push(text),
      onLive: (text) => log.push(text),
      onBulk: () => log.push('bulk'),
      onStray: () => log.push('stray'),
      onBulkReady: () => {},
      onRemoteMedia: () => {},
      onRelayRefused: () => {},
      onFailed: () => {},
      onClosed: () => log.push(`${initiator ? 'cabin' : 'physician'} closed`),
    },
  });

beforeEach(() => {
  clock = createFakeClock();
  network = createFakeNetwork(clock);
  log = [];
  cabin = open(true);
  physician = open(false);
});

describe('a peer that watches its certificates', () => {
  it('is connected, with the words of both, when those are in use that went through signalling', async () => {
    await clock.advance(100);
    const [one = '', other = ''] = network.peers.map(({ fingerprint }) => fingerprint);
    const words = callWords(one, other).join(' ');
    expect(log).toEqual([`cabin connected ${words}`, `physician connected ${words}`]);
  });

  it.each([
    ['another one of its own', { own: ['EE'], other: ['01'] }],
    ['none that can be told', { own: [], other: [] }],
  ])('ends when in use is %s', async (_, inUse) => {
    const peer = network.peer(false);
    if (peer) peer.inUse = inUse;
    peer?.events.onConsultation('before the proof');
    await clock.advance(100);
    expect(log.filter((line) => line.startsWith('physician'))).toEqual(['physician PEER_FORGED']);
    expect(log).not.toContain('before the proof');
    expect(peer?.closed).toBe(true);
  });

  it('ends when one place of the browser tells of another certificate than the rest', async () => {
    const [one, other] = network.peers;
    if (one && other) one.inUse = { own: [one.fingerprint], other: [other.fingerprint, 'EE'] };
    await clock.advance(100);
    expect(log).toContain('cabin PEER_FORGED');
  });

  it('sends and passes on nothing before the proof, and all of it in order after', async () => {
    const peer = network.peer(false);
    peer?.events.onConsultation('first');
    peer?.events.onLive('second');
    expect(physician.sendConsultation('too early')).toBe(false);
    expect(physician.sendLive('too early')).toBe(false);
    expect(physician.sendBulk(new Uint8Array(1))).toBe(false);
    expect(log).toEqual([]);
    await clock.advance(100);
    expect(log.filter((line) => !line.includes('connected'))).toEqual(['first', 'second']);
    expect(physician.sendConsultation('now')).toBe(true);
  });
});
