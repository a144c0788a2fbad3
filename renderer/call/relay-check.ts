import type { Stop } from './call-snapshot.ts';
import { relayRefusal } from './relay-refusal.ts';

/** Asks one address for a way through its relay, alone: beside others its answer is told only once all have answered. */
const ask = (server: RTCIceServer, url: string, refused: (detail: string) => void): Stop => {
  const connection = new RTCPeerConnection({
    iceServers: [{ ...server, urls: url }],
    iceTransportPolicy: 'relay',
  });
  connection.addEventListener('icecandidateerror', (error) => {
    const detail = relayRefusal(error);
    if (detail !== undefined) refused(detail);
  });
  connection.createDataChannel('');
  void connection
    .createOffer()
    .then((offer) => connection.setLocalDescription(offer))
    .catch(() => {});
  return () => connection.close();
};

/**
 * Finds out whether a relay refuses its credential. A browser that also waits for an address which a firewall swallows keeps the answer of
 * the others to itself for more than half a minute, and a call that does not join ends before.
 */
export const checkRelay = (servers: readonly RTCIceServer[], refused: (detail: string) => void): Stop => {
  const stops = servers
    .filter(({ credential }) => credential !== undefined)
    .flatMap((server) => [server.urls].flat().map((url) => ask(server, url, refused)));
  return () => {
    for (const stop of stops) stop();
  };
};
