import { createStore } from 'zustand/vanilla';
import { startingBitrate, startingRung } from '#core/call/line-test.ts';
import { type Link, RECOVERY_TIMES, type RecoveryAction } from '#core/call/recovery.ts';
import { LARGEST_DATAGRAM_BYTES } from '#core/call/wave-datagram.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { IceServer } from '#core/contract/ice.ts';
import { peerRefusalOf } from '#core/contract/identity.ts';
import type { Attempt } from '#core/contract/signalling.ts';
import type { Milliseconds } from '#core/time.ts';
import { createBorrowedMedia } from './borrowed-media.ts';
import { faultsOf, isMuted, isPictureDue } from './call-faults.ts';
import type { CallPeer, RemoteStreams } from './call-peer.ts';
import type { CallSession, CallSessionOptions, InstrumentTracks } from './call-session-types.ts';
import { type CallSnapshot, IDLE_CALL } from './call-snapshot.ts';
import type { InputFault } from './input-faults.ts';
import { createLinkKeeper } from './link-keeper.ts';
import { createLocalMedia, type LocalSnapshot } from './local-media.ts';
import { createMediaWatch, differs } from './media-watch.ts';
import { createCallQuality } from './quality/call-quality.ts';
import { createRelayWatch } from './relay-watch.ts';
import { mayStillShow } from './stills/shown-picture.ts';
import { createToldReason } from './told-reason.ts';
import { createGuardedPeer } from './trust/guarded-peer.ts';
import { createVideoOutlets } from './video-outlets.ts';

const STATE_OF = {
  joining: 'connecting',
  up: 'connected',
  stalled: 'stalled',
  lost: 'lost',
} as const satisfies Record<Link['phase'], CallSnapshot['state']>;

/** An idle session; see `CallSession`. */
export const createCallSession = (options: CallSessionOptions): CallSession => {
  const { clock } = options;
  const store = createStore<CallSnapshot>(() => IDLE_CALL);
  const localOutlets = createVideoOutlets(true);
  const remoteOutlets = createVideoOutlets(false, {
    sink: options.sink ?? options.loudspeaker?.sink,
    onHeld: (soundHeld) => store.setState({ soundHeld }),
  });
  const streamListeners = new Set<(streams: RemoteStreams | undefined) => void>();
  let instruments: InstrumentTracks = {};
  let peer: CallPeer | undefined;
  let attempt: Attempt | undefined;
  let packets = 0;
  let watch = createMediaWatch();
  let restartedMs: Milliseconds | undefined;
  /** Kept over attempts, so that a screen does not forget the reason with every one of them. */
  let distrusted: Failure | undefined;
  const told = createToldReason(clock);
  const relay = createRelayWatch();

  const trackListeners = new Set<() => void>();
  const showLocal = (local: LocalSnapshot): void => {
    localOutlets.show(media.stream());
    store.setState(({ media: before }) => ({ media: { ...before, ...local } }));
    putTracks();
    for (const listener of trackListeners) listener();
  };
  const media = options.shared
    ? createBorrowedMedia(options.shared, showLocal)
    : createLocalMedia(options, showLocal);
  const putTracks = (): void => void peer?.setTracks({ ...media.outgoing(), ...instruments });
  const showRemote = (streams: RemoteStreams | undefined): void => {
    remoteOutlets.show(streams?.conversation);
    for (const listener of streamListeners) listener(streams);
  };

  const quality = createCallQuality({
    role: options.role,
    startingRung: () => {
      const line = options.line?.();
      return line && startingRung(line);
    },
    measuredBps: () => options.line?.()?.upBps,
    ceilings: options.ceilings,
    apply: (sending) => peer?.setSending(sending),
    sendReport: (text) => void peer?.sendLive(text),
    changed: (next) => store.setState({ quality: next }),
    listeningHeld: (listeningHeld) => store.setState({ listeningHeld }),
    heard: (otherFaults) => store.setState({ otherFaults }),
  });

  const noteUnread = (fault: InputFault | undefined): void => {
    if (fault !== undefined) options.onUnread(fault);
  };
  const takeLive = (text: string): InputFault | undefined => {
    if (text.length >= LARGEST_DATAGRAM_BYTES) return 'MESSAGE_TOO_LONG';
    if (!text.startsWith('{')) return options.onLive(text);
    return quality.receive(text, now()) ? undefined : 'INVALID_MESSAGE';
  };

  const isClosed = (): boolean => store.getState().state === 'closed';
  const now = (): Milliseconds => clock.monotonic();

  const lossOf = (joined: boolean): Failure =>
    joined ? failure('CALL_LOST') : (relay.failure() ?? failure('CALL_NOT_JOINED'));
  const tellDistrust = (of: Attempt, reason: Failure): void => {
    const code = peerRefusalOf(reason);
    if (code !== undefined) options.onDistrusted?.(of, code);
  };
  /** Draws the link's phase into the snapshot. */
  const drawLink = (next: Link): void => {
    const wasStalled = store.getState().state === 'stalled';
    const late = next.phase === 'lost' ? told.take() : undefined;
    distrusted = late ?? distrusted;
    const absent = next.phase === 'lost' || (next.phase === 'joining' && distrusted !== undefined);
    const joined = next.phase === 'lost' && next.joined;
    store.setState({
      state: absent ? 'lost' : STATE_OF[next.phase],
      failure: absent ? (distrusted ?? lossOf(joined)) : undefined,
    });
    if (late && attempt) tellDistrust(attempt, late);
    if (next.phase === 'up' && wasStalled) peer?.renewPictures();
  };

  const dropPeer = (): void => {
    const old = peer;
    peer = undefined;
    showRemote(undefined);
    store.setState(({ media: before }) => ({
      media: { ...before, remote: 'none' },
      words: undefined,
      framesDecoded: 0,
      frozen: false,
      standsStill: false,
      sound: IDLE_CALL.sound,
      instruments: IDLE_CALL.instruments,
      picture: undefined,
      roundTripMs: undefined,
    }));
    old?.close();
  };

  const act = (action: RecoveryAction): void => {
    switch (action) {
      case 'probe':
        options.probe();
        break;
      case 'restart':
        restartNow();
        break;
      case 'rebuild':
        dropPeer();
        options.askAttempt();
    }
  };

  /** One at a time, whichever side noticed first. */
  const restartNow = (): void => {
    const underWay = restartedMs !== undefined && now() - restartedMs < RECOVERY_TIMES.restartMs;
    if (!peer || !attempt || underWay) return;
    restartedMs = now();
    if (options.role === 'physician') options.askRestart(attempt);
    else void peer.restartIce();
  };

  /** Single pictures go while moving ones do not, and the last one that came is shown until it is old. */
  const followPictures = (): void => {
    const { wanted, availableBps } = quality.pictures();
    const track = wanted ? media.outgoing().video : undefined;
    options.pictures.look({ track, availableBps });
    const { picture, quality: levels } = store.getState();
    if (picture && !mayStillShow(picture, levels.incoming.rung, now()))
      store.setState({ picture: undefined });
  };

  const measure = async (): Promise<void> => {
    const measured = peer;
    if (!measured) return;
    const seen = await measured.statistics().catch(() => undefined);
    if (!seen || measured !== peer) return;
    if (seen.packetsReceived !== packets) link.hear();
    packets = seen.packetsReceived;
    const before = store.getState();
    quality.look(seen.line, {
      nowMs: now(),
      up: link.phase() === 'up',
      sendsPicture: before.media.sends.picture,
      sendsSound: before.media.sends.sound,
      closed: before.media.local === 'off' || before.media.local === 'opening',
      shut: before.media.shut,
      faults: faultsOf(before),
      examOn: instruments.exam !== undefined,
      spoilt: before.instruments.madeUp,
      picturesArrive: options.pictures.delivers(),
    });
    followPictures();
    if (!isPictureDue(before)) watch.noPictureDue(now());
    const after = watch.look(seen, before.media.sends.sound, now(), isMuted(before.quality.incoming));
    if (differs(after, before)) store.setState(after);
  };

  const link = createLinkKeeper({
    role: options.role,
    clock,
    roundTripMs: () => store.getState().roundTripMs ?? 0,
    changed: drawLink,
    act,
    beat: () => void peer?.sendLive('[]'),
    tick: () => {
      void measure();
      if (link.phase() === 'joining' && relay.mustCheck(now())) peer?.checkRelay();
    },
  });

  const open = (next: Attempt, iceServers: readonly IceServer[]): void => {
    if (isClosed() || (attempt && next.generation <= attempt.generation)) return;
    dropPeer();
    attempt = next;
    told.forget();
    packets = 0;
    watch = createMediaWatch();
    restartedMs = undefined;
    relay.begin(iceServers, now());
    store.setState({ attempt: next });
    options.onAttempt();
    link.join();
    const sending = quality.begin(now());
    const line = options.line?.();
    const opened: CallPeer = createGuardedPeer(options.createPeer, {
      sending,
      startBitrate: line && startingBitrate(line),
      thin: quality.thin(),
      initiator: options.role === 'cabin',
      iceServers,
      events: {
        onSignal: (signal) => {
          if (attempt === next) options.sendSignal(next, signal);
        },
        onConnected: (words) => {
          if (opened !== peer) return;
          distrusted = undefined;
          store.setState({ words });
          link.joined();
          options.onChannels();
        },
        onConsultation: (text) => {
          if (opened !== peer) return;
          link.hear();
          options.onConsultation(text);
        },
        onLive: (text) => {
          if (opened !== peer) return;
          link.hear();
          if (text !== '[]') noteUnread(takeLive(text));
        },
        onBulk: (bytes) => {
          if (opened !== peer) return;
          link.hear();
          noteUnread(options.onBulk ? options.onBulk(bytes) : 'INVALID_MESSAGE');
        },
        onStray: () => {
          if (opened === peer) options.onUnread('INVALID_MESSAGE');
        },
        onBulkReady: () => {
          if (opened === peer) options.onBulkReady?.();
        },
        onRemoteMedia: (source) => {
          if (opened !== peer || source !== 'video') return;
          watch.pictureBegins(now());
          store.setState(({ media: before }) => ({ media: { ...before, remote: 'live' } }));
        },
        onForged: (reason) => {
          if (opened !== peer) return;
          distrust(next, reason);
          tellDistrust(next, reason);
        },
        onRelayRefused: (detail) => {
          if (opened !== peer) return;
          const said = relay.refused(detail);
          if (said === 'restart') restartNow();
          if (said !== 'refused') return;
          if (link.phase() === 'joining') store.setState({ failure: relay.failure() });
          options.onRelayRefused?.(detail);
        },
        onFailed: () => {
          if (opened === peer) link.failed();
        },
        onClosed: () => {
          if (opened !== peer) return;
          dropPeer();
          link.gone();
        },
      },
    });
    peer = opened;
    showRemote(opened.remote);
    quality.listen(instruments.stethoscope !== undefined, now());
    putTracks();
  };

  const distrust = (of: Attempt, reason: Failure): void => {
    if (attempt && of.generation < attempt.generation) return;
    const before = distrusted;
    distrusted = reason;
    if (link.refused()) dropPeer();
    else {
      distrusted = before;
      told.note(reason);
    }
  };

  const hangUp = (): void => {
    distrusted = undefined;
    told.forget();
    link.end();
    attempt = undefined;
    dropPeer();
    instruments = {};
    options.pictures.stop();
    quality.end();
    media.reset();
    if (!isClosed()) store.setState(IDLE_CALL, true);
  };

  return {
    store,
    expect: () => {
      if (isClosed() || link.phase()) return;
      link.expect();
      options.askAttempt();
    },
    open,
    signal: (of, signal) => {
      if (attempt?.attemptId === of.attemptId && attempt.generation === of.generation) peer?.signal(signal);
    },
    distrust,
    restart: (of) => {
      if (options.role === 'cabin' && attempt?.attemptId === of.attemptId) restartNow();
    },
    setIceServers: (servers) => {
      peer?.setIceServers(servers);
      if (link.phase() === 'joining' && relay.renewed(servers)) restartNow();
    },
    signalling: (works) => {
      // An offer that left over a link which then died is no restart that is under way.
      if (!works) restartedMs = undefined;
      link.signalling(works);
    },
    networkChanged: () => {
      restartedMs = undefined;
      link.moved();
    },
    sendConsultation: (text) => peer?.sendConsultation(text) ?? false,
    sendLive: (text) => peer?.sendLive(text) ?? false,
    sendBulk: (bytes) => peer?.sendBulk(bytes) ?? false,
    chooseRung: (way, rung) => {
      if (way === 'outgoing') quality.force(rung, now());
      else quality.wish(rung);
    },
    showPicture: (picture) => {
      if (peer) store.setState({ picture });
    },
    setInstruments: (tracks) => {
      instruments = tracks;
      quality.listen(tracks.stethoscope !== undefined, now());
      putTracks();
    },
    shared: {
      tracks: () => media.outgoing(),
      onChange: (listener) => {
        trackListeners.add(listener);
        return () => trackListeners.delete(listener);
      },
    },
    onRemoteStreams: (listener) => {
      streamListeners.add(listener);
      listener(peer?.remote);
      return () => streamListeners.delete(listener);
    },
    lineIsThin: quality.lineIsThin,
    openLocalMedia: () => (isClosed() ? Promise.resolve() : media.open()),
    sendMedia: async () => {
      if (isClosed()) return;
      media.setSending(true);
      await media.open();
    },
    stopMedia: () => media.stop(),
    turnMedia: media.turn,
    microphone: () => media.microphone(),
    camera: () => media.camera(),
    changeDevice: (kind) => media.change(kind),
    attachLocal: localOutlets.attach,
    attachRemote: remoteOutlets.attach,
    isShown: remoteOutlets.isShown,
    hangUp,
    close: () => {
      if (isClosed()) return;
      hangUp();
      localOutlets.close();
      remoteOutlets.close();
      store.setState({ ...IDLE_CALL, state: 'closed' }, true);
    },
  };
};
