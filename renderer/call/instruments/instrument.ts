import type { ErrorCode } from '#core/contract/error-codes.ts';
import { candidatesFor, type InstrumentRole, type MediaDevice } from '#core/instruments/bindings.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { InstrumentStatus } from '#core/visit/examination/examination.ts';
import type { Stop } from '../call-snapshot.ts';
import type { DeviceWatch } from '../local-media.ts';
import type { PictureFlaw } from '../picture-judge.ts';
import type { BoundPort } from './instrument-port.ts';

/** The instrument that is to be on. */
export interface WantedInstrument {
  readonly role: InstrumentRole;
  /** Id of the device that the assistant chose, when several may be it. */
  readonly chosen: string | undefined;
}

/** Tells at each change whether a track yields exact silence; taken to be none at first. */
export type WatchSound = (track: MediaStreamTrack, tell: (silent: boolean) => void) => Stop;

interface InstrumentOptions {
  readonly portFor: (role: InstrumentRole) => BoundPort;
  readonly watchPicture: DeviceWatch['watchPicture'];
  readonly watchSound: WatchSound;
  readonly clock: Clock;
  /** The status has changed; `off` when nothing is wanted. Called after `track()` has changed. */
  readonly changed: (status: InstrumentStatus | 'off') => void;
}

/** One instrument at a time: opened, named, brought back after it was pulled out, and stopped. */
export interface Instrument {
  want(wanted: WantedInstrument | undefined): void;
  /** What is sent; undefined unless live. */
  track(): MediaStreamTrack | undefined;
  /** What a camera yields, to be shown where it is held; undefined of a stethoscope, and unless live. */
  picture(): MediaStream | undefined;
  status(): InstrumentStatus | 'off';
}

/** An unanswered request would wait for ever. */
const DEADLINE_MS: Milliseconds = 15_000;
/** A device that was just plugged in is told of before it can be opened. */
const SETTLE_MS: Milliseconds = 400;
/** Another program may let the instrument go, and no event tells. */
const RETRY_MS: Milliseconds = 5_000;

const FLAWED = { black: 'INSTRUMENT_BLACK', frozen: 'INSTRUMENT_FROZEN' } as const satisfies Record<
  PictureFlaw,
  ErrorCode
>;

/** `getUserMedia` errors (W3C Media Capture and Streams 10.3) as codes of the catalogue. */
const codeOf = (error: unknown): ErrorCode => {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'INSTRUMENT_REFUSED';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'INSTRUMENT_MISSING';
    default:
      return 'INSTRUMENT_BUSY';
  }
};

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Whether the browser alters the sound though it was told not to. */
const isProcessed = (track: MediaStreamTrack): boolean => {
  const { echoCancellation, noiseSuppression, autoGainControl } = track.getSettings();
  return [echoCancellation, noiseSuppression, autoGainControl].some((is) => is !== undefined && is !== false);
};

/** Nothing wanted, nothing open; see `Instrument`. */
export const createInstrument = (options: InstrumentOptions): Instrument => {
  const { clock } = options;
  let wanted: WantedInstrument | undefined;
  let stream: MediaStream | undefined;
  let status: InstrumentStatus | 'off' = 'off';
  /** Counts what was wanted: an answer to an older wish is stopped. */
  let round = 0;
  let cancelRetry: Stop = () => {};
  let stops: readonly Stop[] = [];

  const track = (): MediaStreamTrack | undefined =>
    stream?.getTracks().find(({ readyState }) => readyState === 'live');
  const become = (next: InstrumentStatus | 'off'): void => {
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    options.changed(next);
  };
  const fail = (code: ErrorCode, candidates: readonly MediaDevice[] = []): void => {
    const shown = candidates.slice(0, 8).map(({ deviceId, label }) => ({ deviceId, label }));
    become({ state: 'failed', code, candidates: shown });
  };
  const release = (): void => {
    cancelRetry();
    for (const stop of stops) stop();
    stops = [];
    if (stream) stopTracks(stream);
    stream = undefined;
  };
  const retryLater = (delayMs: Milliseconds): void => {
    cancelRetry();
    cancelRetry = clock.after(delayMs, () => void open());
  };

  const follow = (opened: MediaStreamTrack, device: MediaDevice, simulated: boolean): void => {
    const isPicture = device.kind === 'videoinput';
    const tell = (warning: ErrorCode | undefined): void =>
      become({ state: 'live', device: device.label, simulated, ...(warning && { warning }) });
    const altered = !isPicture && isProcessed(opened) ? ('INSTRUMENT_PROCESSED' as const) : undefined;
    const mine = round;
    // Pulled out, or taken away by the system; `stop()` does not raise it.
    opened.addEventListener('ended', () => {
      if (mine !== round || stream === undefined) return;
      for (const stop of stops) stop();
      stops = [];
      stream = undefined;
      fail('INSTRUMENT_UNPLUGGED');
      watchPort();
      retryLater(RETRY_MS);
    });
    const warn = (code: ErrorCode | undefined): void => {
      if (mine === round) tell(code ?? altered);
    };
    stops = [
      ...stops,
      isPicture
        ? options.watchPicture(opened, (flaw) => warn(flaw && FLAWED[flaw]))
        : options.watchSound(opened, (silent) => warn(silent ? 'INSTRUMENT_SILENT' : undefined)),
    ];
    tell(altered);
  };

  /** Comes back when something is plugged in, and from time to time. */
  const watchPort = (): void => {
    if (wanted === undefined) return;
    const { port } = options.portFor(wanted.role);
    stops = [
      ...stops,
      port.onChanged(() => {
        if (track() === undefined) retryLater(SETTLE_MS);
      }),
    ];
  };

  /** The stream, or undefined when there is no answer in time: one that comes later is stopped. */
  const openInTime = (port: BoundPort['port'], device: MediaDevice): Promise<MediaStream | undefined> =>
    new Promise((resolve, reject) => {
      let late = false;
      const cancel = clock.after(DEADLINE_MS, () => {
        late = true;
        resolve(undefined);
      });
      port.open(device).then(
        (opened) => {
          cancel();
          if (late) stopTracks(opened);
          else resolve(opened);
        },
        (error: unknown) => {
          cancel();
          reject(error);
        },
      );
    });

  const open = async (): Promise<void> => {
    if (wanted === undefined || track() !== undefined) return;
    round += 1;
    const mine = round;
    const { role, chosen } = wanted;
    const { port, bindings } = options.portFor(role);
    try {
      const candidates = candidatesFor(role, await port.list(), bindings);
      if (mine !== round) return;
      const [first] = candidates;
      const device = candidates.length > 1 ? candidates.find(({ deviceId }) => deviceId === chosen) : first;
      if (device === undefined) {
        // Gone since it was in use is not the same as never there.
        const wasLive =
          status !== 'off' && status.state === 'failed' && status.code === 'INSTRUMENT_UNPLUGGED';
        if (candidates.length > 1) fail('INSTRUMENT_AMBIGUOUS', candidates);
        else if (!wasLive) fail('INSTRUMENT_MISSING');
      } else {
        const opened = await openInTime(port, device);
        if (mine !== round) {
          if (opened) stopTracks(opened);
          return;
        }
        const [live] = opened?.getTracks() ?? [];
        if (live === undefined) fail('INSTRUMENT_BUSY');
        else {
          stream = opened;
          follow(live, device, port.simulated);
          return;
        }
      }
    } catch (error) {
      if (mine !== round) return;
      fail(codeOf(error));
    }
    if (wanted !== undefined) retryLater(RETRY_MS);
  };

  return {
    want: (next) => {
      const same = next?.role === wanted?.role;
      const chosenAnew = next?.chosen !== wanted?.chosen;
      wanted = next;
      if (same && (next === undefined || !chosenAnew || track() !== undefined)) return;
      round += 1;
      release();
      if (next === undefined) {
        become('off');
        return;
      }
      become({ state: 'opening' });
      watchPort();
      void open();
    },
    track,
    picture: () => (track()?.kind === 'video' ? stream : undefined),
    status: () => status,
  };
};
