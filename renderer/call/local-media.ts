import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { OutgoingTracks } from './call-peer.ts';
import type { MediaSnapshot, Stop } from './call-snapshot.ts';
import {
  failureOf,
  type GetUserMedia,
  type MediaFailures,
  type MediaKind,
  openMedia,
  reopenMedia,
} from './media.ts';
import type { Loudspeaker } from './own-devices/loudspeaker.ts';
import type { PictureFlaw } from './picture-judge.ts';

export type LocalSnapshot = Pick<MediaSnapshot, 'local' | 'sends' | 'shut' | 'failures'>;

/** This side's camera and microphone over the time of a call. */
export interface LocalMedia {
  /** Opens camera and microphone unless they are open, but what was turned off. */
  open(): Promise<void>;
  /** Closes one on purpose, or lets it be opened again: at once beside the other, else by the next `open`. */
  turn(kind: MediaKind, on: boolean): Promise<void>;
  /** What may be sent now: nothing unless sending. */
  outgoing(): OutgoingTracks;
  setSending(sending: boolean): void;
  /** What holds the picture, if there is one. */
  stream(): MediaStream | undefined;
  /** The microphone that is open. */
  microphone(): MediaStreamTrack | undefined;
  /** The camera that is open. */
  camera(): MediaStreamTrack | undefined;
  /** Opens this one anew, for another device was chosen, and only then lets the one before go. Nothing happens while both are off. */
  change(kind: MediaKind): Promise<Result<null, Failure>>;
  /** Stops every track; what was turned off stays so. A request that is still under way is stopped when it answers. */
  stop(): void;
  /** Stops, and nothing is turned off any more. */
  reset(): void;
}

/** What tells of cameras and microphones while they are in use. */
export interface DeviceWatch {
  /** A camera or microphone was plugged in or pulled out. */
  onDevicesChanged(listener: () => void): Stop;
  /** Tells at each change what is wrong with a camera's picture; it is taken to be nothing at first. */
  watchPicture(track: MediaStreamTrack, tell: (flaw: PictureFlaw | undefined) => void): Stop;
  /** Camera or microphone are allowed to this page, after they were not. */
  onAllowed(listener: () => void): Stop;
}

interface LocalMediaOptions {
  readonly getUserMedia: GetUserMedia;
  readonly devices: DeviceWatch;
  readonly clock: Clock;
  readonly loudspeaker?: Pick<Loudspeaker, 'failure' | 'onChange'> | undefined;
}

/** A device that was just plugged in is told of before it can be opened. */
export const SETTLE_MS: Milliseconds = 400;
/** Another program may let the camera go, and no event tells. */
export const RETRY_MS: Milliseconds = 5_000;
/** The camera first: it is told first. */
const KINDS = ['video', 'audio'] as const;
const REFUSED = { audio: 'MICROPHONE_REFUSED', video: 'CAMERA_REFUSED' } as const;
const FLAWED = { black: 'CAMERA_BLACK', frozen: 'CAMERA_FROZEN' } as const satisfies Record<
  PictureFlaw,
  ErrorCode
>;
const UNPLUGGED = { audio: 'MICROPHONE_UNPLUGGED', video: 'CAMERA_UNPLUGGED' } as const;

/** Local media; `changed` is called with each new snapshot, after `stream()` has changed. */
export const createLocalMedia = (
  { getUserMedia, devices, clock, loudspeaker }: LocalMediaOptions,
  changed: (snapshot: LocalSnapshot) => void,
): LocalMedia => {
  let streams: readonly MediaStream[] = [];
  let opening: Promise<void> | undefined;
  let round = 0;
  /** Of each kind: of several that were asked for one after the other, the last one counts. */
  const changes: Record<MediaKind, number> = { audio: 0, video: 0 };
  let sending = false;
  let inUse = false;
  let problems: MediaFailures = {};
  let flaw: PictureFlaw | undefined;
  let shut: ReadonlySet<MediaKind> = new Set();
  let cancelReopening: Stop = () => {};
  let stopWatching: Stop[] = [];

  const tracks = (): MediaStreamTrack[] => streams.flatMap((stream) => stream.getTracks());
  const part = (kind: MediaKind): MediaStreamTrack | undefined =>
    tracks().find((track) => track.kind === kind && track.readyState === 'live');
  const wanted = (): readonly MediaKind[] => KINDS.filter((kind) => !shut.has(kind));
  const missing = (): readonly MediaKind[] => wanted().filter((kind) => part(kind) === undefined);
  /** What is open and yields nothing all the same; the system tells by `muted` that it has silenced a microphone. */
  const dead = (kind: MediaKind): Failure | undefined => {
    if (kind === 'video') return flaw && failure(FLAWED[flaw]);
    return part('audio')?.muted ? failure('MICROPHONE_SILENT') : undefined;
  };
  /** Nobody is missed by ears while nothing is in use. */
  const unheard = (): readonly Failure[] => {
    const fault = inUse ? loudspeaker?.failure() : undefined;
    return fault === undefined ? [] : [fault];
  };
  const isOpen = (): boolean => missing().length < wanted().length;
  const tell = (): void => {
    const opened = sending ? 'sending' : 'open';
    changed({
      local: opening !== undefined ? 'opening' : streams.length > 0 ? opened : 'off',
      sends: {
        picture: sending && part('video') !== undefined,
        sound: sending && part('audio') !== undefined,
      },
      shut: { picture: shut.has('video'), sound: shut.has('audio') },
      failures: [...KINDS.flatMap((kind) => problems[kind] ?? dead(kind) ?? []), ...unheard()],
    });
  };

  const stopTracks = (stream: MediaStream): void => {
    for (const track of stream.getTracks()) track.stop();
  };

  const follow = (stream: MediaStream, mine: number): void => {
    for (const track of stream.getTracks()) {
      // Pulled out, or taken away by the system. `stop()` does not raise this event.
      track.addEventListener('ended', () => {
        if (mine !== round) return;
        const kind = track.kind === 'audio' ? 'audio' : 'video';
        problems = { ...problems, [kind]: failure(UNPLUGGED[kind]) };
        if (kind === 'video') flaw = undefined;
        reopenLater(RETRY_MS);
        tell();
      });
      for (const change of ['mute', 'unmute'])
        track.addEventListener(change, () => {
          if (mine === round) tell();
        });
      if (track.kind === 'video')
        stopWatching = [
          ...stopWatching,
          devices.watchPicture(track, (next) => {
            if (mine !== round || part('video') !== track) return;
            flaw = next;
            tell();
          }),
        ];
    }
  };

  const request = async (): Promise<void> => {
    round += 1;
    inUse = true;
    const mine = round;
    cancelReopening();
    for (const stop of stopWatching.splice(0)) stop();
    const outcome = await openMedia(getUserMedia, clock, wanted());
    if (mine !== round) {
      if (outcome.stream) stopTracks(outcome.stream);
      return;
    }
    opening = undefined;
    problems = outcome.failures;
    streams = outcome.stream ? [outcome.stream] : [];
    for (const stream of streams) follow(stream, mine);
    for (const kind of shut) close(kind);
    stopWatching = [
      ...stopWatching,
      devices.onDevicesChanged(() => reopenLater(SETTLE_MS)),
      ...(loudspeaker === undefined ? [] : [loudspeaker.onChange(tell)]),
      devices.onAllowed(() => {
        const isRefused = (kind: MediaKind): boolean => problems[kind]?.code === REFUSED[kind];
        if (!KINDS.some(isRefused)) return;
        problems = Object.fromEntries(
          KINDS.flatMap((kind) => (problems[kind] && !isRefused(kind) ? [[kind, problems[kind]]] : [])),
        );
        void reopen();
      }),
    ];
    reopenLater(RETRY_MS);
    tell();
  };

  /** Lets a kind go; its device is dark and deaf from now on. */
  const close = (kind: MediaKind): void => {
    part(kind)?.stop();
    streams = streams.filter((one) => one.getTracks().some(({ readyState }) => readyState === 'live'));
    const { [kind]: _, ...others } = problems;
    problems = others;
    if (kind === 'video') flaw = undefined;
  };

  /** From now on this is what the kind is open with; what was is let go. */
  const take = (kind: MediaKind, stream: MediaStream, mine: number): void => {
    close(kind);
    streams = [...streams, stream];
    follow(stream, mine);
  };

  const change = async (kind: MediaKind): Promise<Result<null, Failure>> => {
    changes[kind] += 1;
    const turn = changes[kind];
    await opening;
    if (streams.length === 0 || shut.has(kind)) return ok(null);
    const mine = round;
    const outcome = await reopenMedia(getUserMedia, kind, clock);
    if (mine !== round || turn !== changes[kind]) {
      if (outcome.ok) stopTracks(outcome.value);
      return ok(null);
    }
    if (!outcome.ok) return fail(failureOf(kind, outcome.failure));
    take(kind, outcome.value, mine);
    tell();
    return ok(null);
  };

  /** What is missing and may be asked for: each asking for what was refused may open a question of the browser's. */
  const absent = (): readonly MediaKind[] =>
    missing().filter((kind) => problems[kind]?.code !== REFUSED[kind]);

  /** Brings back what is missing, without touching what works. */
  const reopen = async (): Promise<void> => {
    const mine = round;
    let failed = false;
    for (const kind of absent()) {
      const outcome = await reopenMedia(getUserMedia, kind, clock);
      if (mine !== round) {
        if (outcome.ok) stopTracks(outcome.value);
        return;
      }
      // Another device was chosen meanwhile and is open, or none is wanted any more.
      if (part(kind) !== undefined || shut.has(kind)) {
        if (outcome.ok) stopTracks(outcome.value);
        continue;
      }
      if (!outcome.ok) {
        failed = true;
        // Why it went is worth more than that it is still away, but what is refused must not be asked for again.
        const why = failureOf(kind, outcome.failure);
        if (!problems[kind] || why.code === REFUSED[kind]) problems = { ...problems, [kind]: why };
        continue;
      }
      take(kind, outcome.value, mine);
    }
    if (failed) reopenLater(RETRY_MS);
    tell();
  };
  const reopenLater = (delayMs: Milliseconds): void => {
    cancelReopening();
    if (absent().length > 0) cancelReopening = clock.after(delayMs, () => void reopen());
  };

  const open = (): Promise<void> => {
    if (isOpen() || wanted().length === 0) return Promise.resolve();
    if (!opening) {
      opening = request();
      tell();
    }
    return opening;
  };

  const stop = (): void => {
    round += 1;
    opening = undefined;
    inUse = false;
    sending = false;
    problems = {};
    flaw = undefined;
    cancelReopening();
    for (const stopOne of stopWatching) stopOne();
    stopWatching = [];
    for (const stream of streams) stopTracks(stream);
    streams = [];
    tell();
  };

  const turn = async (kind: MediaKind, on: boolean): Promise<void> => {
    if (on !== shut.has(kind)) return;
    shut = new Set(on ? [...shut].filter((other) => other !== kind) : [...shut, kind]);
    changes[kind] += 1;
    const mine = changes[kind];
    if (!on) {
      close(kind);
      if (wanted().length === 0) stop();
      else tell();
      return;
    }
    tell();
    await opening;
    if (mine === changes[kind] && isOpen()) await reopen();
  };

  return {
    open,
    turn,
    outgoing: () => (sending ? { audio: part('audio'), video: part('video') } : {}),
    setSending: (next) => {
      sending = next;
      tell();
    },
    stream: () =>
      streams.findLast((stream) => stream.getTracks().some((track) => track === part('video'))) ?? streams[0],
    microphone: () => part('audio'),
    camera: () => part('video'),
    change,
    stop,
    reset: () => {
      shut = new Set();
      stop();
    },
  };
};
