import { sendingOf } from '#core/call/ladder/sending.ts';
import type { PeerSignal } from '#core/contract/signalling.ts';
import type { CallPeer } from '#renderer/call/call-peer.ts';
import { createCallPeer } from '#renderer/call/peer.ts';

type Side = 'cabin' | 'physician';

/** Two peers joined by a relay that a test may hold, reorder or lose messages on. */
const openPair = () => {
  const log: string[] = [];
  const heard: Record<Side, string[]> = { cabin: [], physician: [] };
  const held: { to: Side; signal: PeerSignal }[] = [];
  const relay = { holds: false };
  const peers: Partial<Record<Side, CallPeer>> = {};
  const open = (side: Side): CallPeer => {
    const to: Side = side === 'cabin' ? 'physician' : 'cabin';
    return createCallPeer({
      initiator: side === 'cabin',
      iceServers: [],
      sending: sendingOf('hd', undefined),
      startBitrate: undefined,
      thin: false,
      events: {
        onSignal: (signal) => {
          if (relay.holds) held.push({ to, signal });
          else peers[to]?.signal(signal);
        },
        onConnected: () => log.push(`${side} connected`),
        onConsultation: (text) => heard[side].push(text),
        onLive: (text) => heard[side].push(text),
        onBulk: (bytes) => heard[side].push(`${bytes.byteLength} bytes`),
        onStray: () => heard[side].push('stray'),
        onBulkReady: () => {},
        onRemoteMedia: (source) => log.push(`${side} gets ${source}`),
        onRelayRefused: (detail) => log.push(`${side} refused ${detail}`),
        onFailed: () => log.push(`${side} failed`),
        onClosed: () => log.push(`${side} closed`),
      },
    });
  };
  const cabin = open('cabin');
  const physician = open('physician');
  Object.assign(peers, { cabin, physician });
  return { cabin, physician, log, heard, held, relay };
};

const peers = { openPair, pair: openPair() };
export type PeersPage = typeof peers;
Object.assign(window, { peers });
