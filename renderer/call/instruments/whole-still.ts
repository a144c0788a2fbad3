import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Stop } from '../call-snapshot.ts';
import type { Captures, Still } from './captures.ts';
import type { InstrumentPort } from './instrument-port.ts';

/** A camera in use, as a still is taken of it. */
export interface StillSource {
  readonly port: Pick<InstrumentPort, 'wholeSize'>;
  readonly track: MediaStreamTrack;
  /** The device, by which is remembered that it gives no more. */
  readonly device: string;
  /** Stops sending the moving picture, so that the line does not get a frame of twelve million points. */
  readonly hold: () => Stop;
}

/** Takes stills at the size that the camera has, whatever its moving picture is opened with. */
export interface WholeStills {
  take(source: StillSource, signal: AbortSignal): Promise<Result<Still, Failure>>;
}

/** After a change of size a camera finds its light anew. */
const SETTLE_FRAMES = 5;
/** A camera whose cable does not carry its whole size yields no frame of it. */
const DEADLINE_MS: Milliseconds = 5_000;

/** Stills of this window's cameras; see `WholeStills`. */
export const createWholeStills = (captures: Pick<Captures, 'still'>, clock: Clock): WholeStills => {
  /** Devices that refused their whole size, or had no larger picture of it: they are not disturbed again. */
  const noMore = new Set<string>();

  const inTime = async (change: () => Promise<void>): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = clock.after(DEADLINE_MS, () => resolve(false));
      const settle = (done: boolean) => (): void => {
        cancel();
        resolve(done);
      };
      change().then(settle(true), settle(false));
    });

  /** A frame of the whole size; undefined when none came in time. */
  const large = async (track: MediaStreamTrack, signal: AbortSignal) => {
    const late = new AbortController();
    const cancel = clock.after(DEADLINE_MS, () => late.abort());
    const still = await captures.still(track, AbortSignal.any([signal, late.signal]), SETTLE_FRAMES);
    cancel();
    return still.ok || signal.aborted ? still : undefined;
  };

  return {
    take: async ({ port, track, device, hold }, signal) => {
      const whole = noMore.has(device) ? undefined : port.wholeSize(track);
      if (whole === undefined) return captures.still(track, signal, 0);
      const { width = 0, height = 0 } = track.getSettings();
      const resume = hold();
      const isLarge = await inTime(whole.enlarge);
      const still = isLarge ? await large(track, signal) : undefined;
      await inTime(whole.restore);
      resume();
      const gained = still?.ok === true && still.value.width * still.value.height > width * height;
      if (!gained && !signal.aborted) noMore.add(device);
      return still ?? captures.still(track, signal, 0);
    },
  };
};
