/**
 * The one-file build of simple-peer 9.11.1, which alone runs in Vite without polyfills, declared as far as we use it. The members with
 * an underscore are its own: `peer.ts` overrides them, and a test holds them against the installed version.
 */
declare module 'simple-peer/simplepeer.min.js' {
  interface PeerOptions {
    readonly initiator: boolean;
    readonly channelName: string;
    readonly config: RTCConfiguration;
    /** Keeps message boundaries, and text as text. */
    readonly objectMode: boolean;
    /** Applied to each description of this side before it is set and sent. */
    readonly sdpTransform: (sdp: string) => string;
  }

  interface PeerEvents {
    signal: [data: { readonly type: string }];
    connect: [];
    data: [data: string | Uint8Array];
    close: [];
    error: [error: Error];
  }

  // biome-ignore lint/style/noDefaultExport: the package has only this one
  export default class Peer {
    constructor(options: PeerOptions);
    readonly initiator: boolean;
    readonly destroyed: boolean;
    readonly destroying: boolean;
    readonly connected: boolean;
    /** Bytes that wait in the data channel. */
    readonly bufferSize: number;
    _pc: RTCPeerConnection | null;
    _isNegotiating: boolean;
    _queuedNegotiation: boolean;
    on<Event extends keyof PeerEvents>(event: Event, listener: (...values: PeerEvents[Event]) => void): this;
    signal(data: object): void;
    send(data: string): void;
    negotiate(): void;
    destroy(error?: Error): void;
    _createAnswer(): void;
    _onConnectionStateChange(): void;
    _onIceStateChange(): void;
    _addIceCandidate(candidate: RTCIceCandidateInit): void;
  }
}
