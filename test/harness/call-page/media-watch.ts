import type { CallPeer, CallPeerOptions } from '#renderer/call/call-peer.ts';
import { createCallPeer } from '#renderer/call/peer.ts';
import { type ConnectionWatch, watchConnections } from './connection-watch.ts';

/** What a test reads of the browser's media: tracks that live, bytes that were sent, frames that were shown. */
export interface MediaWatch {
  readonly getUserMedia: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  readonly createPeer: (options: CallPeerOptions) => CallPeer;
  readonly connections: ConnectionWatch;
  liveTracks(): number;
  mediaBytesSent(): Promise<number>;
  /** Wall-clock times, in milliseconds since 1970, of the frames shown by the element with id `remote`. */
  readonly frames: number[];
  /** When the latest peer was made, and when its channels were open. */
  readonly joins: { openedAt: number; connectedAt: number | undefined }[];
}

export const watchMedia = (): MediaWatch => {
  const tracks: MediaStreamTrack[] = [];
  const frames: number[] = [];
  const joins: MediaWatch['joins'] = [];
  let peer: CallPeer | undefined;
  const connections = watchConnections();
  const remote = videoOf('remote');
  const look = (): void => {
    remote.requestVideoFrameCallback(() => {
      frames.push(Date.now());
      look();
    });
  };
  look();
  return {
    frames,
    joins,
    connections,
    getUserMedia: async (constraints) => {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    },
    createPeer: (options) => {
      const join: MediaWatch['joins'][number] = { openedAt: Date.now(), connectedAt: undefined };
      joins.push(join);
      peer = createCallPeer({
        ...options,
        events: {
          ...options.events,
          onConnected: () => {
            join.connectedAt = Date.now();
            options.events.onConnected();
          },
        },
      });
      return peer;
    },
    liveTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    mediaBytesSent: async () => (await peer?.statistics())?.mediaBytesSent ?? 0,
  };
};

/** The `<video>` with this id. */
export const videoOf = (id: string): HTMLVideoElement => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLVideoElement)) throw new Error(`no video #${id}`);
  return found;
};
