import type { StoreApi } from 'zustand/vanilla';
import type { Stop } from './call-snapshot.ts';

/** Where one stream is shown: any number of elements, which follow it as it changes. */
export interface VideoOutlets {
  attach(video: HTMLVideoElement): Stop;
  show(stream: MediaStream | undefined): void;
  /** Some element of the page plays it, or will as soon as it comes. */
  isShown(): boolean;
  /** Empties every element, so that none keeps a last picture. */
  close(): void;
}

/** The sound output of a page by its device id; empty: the system's own. */
export type SoundSink = Pick<StoreApi<string>, 'getState' | 'subscribe'>;

const GESTURES = ['pointerup', 'keydown'] as const;
/** Calls `listener` whenever the person touches the page: from then on a browser lets it be heard. */
export const onGesture = (listener: () => void): Stop => {
  for (const gesture of GESTURES) globalThis.document?.addEventListener(gesture, listener, true);
  return () => {
    for (const gesture of GESTURES) globalThis.document?.removeEventListener(gesture, listener, true);
  };
};
const isRefused = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotAllowedError';

interface OutletOptions {
  /** What they are heard by. */
  readonly sink?: SoundSink | undefined;
  /** The browser holds their sound back, until the person has touched the page, or does no more. */
  readonly onHeld?: (held: boolean) => void;
  /** Watches for touches of the page. */
  readonly gestures?: (listener: () => void) => Stop;
}

/**
 * Outlets of one stream; `muted` for one's own picture. A page that was loaded and not touched since may play no sound (autoplay policy of
 * Chromium and Firefox): an element that is refused plays its picture alone, and its sound with the first touch.
 */
export const createVideoOutlets = (
  muted: boolean,
  { sink, onHeld = () => {}, gestures = onGesture }: OutletOptions = {},
): VideoOutlets => {
  const held = new Set<HTMLVideoElement>();
  let stopWaiting = (): void => {};
  const tellHeld = (before: number): void => {
    if (before > 0 === held.size > 0) return;
    stopWaiting();
    stopWaiting = held.size > 0 ? gestures(releaseAll) : () => {};
    onHeld(held.size > 0);
  };
  const hold = (video: HTMLVideoElement): void => {
    const before = held.size;
    held.add(video);
    tellHeld(before);
  };
  const release = (video: HTMLVideoElement): void => {
    const before = held.size;
    if (held.delete(video)) tellHeld(before);
  };
  const play = async (video: HTMLVideoElement): Promise<void> => {
    try {
      await video.play();
      if (!video.muted) release(video);
    } catch (error) {
      if (!isRefused(error) || video.muted || video.srcObject === null) return;
      video.muted = true;
      hold(video);
      await video.play().catch(() => {});
    }
  };
  const releaseAll = (): void => {
    for (const video of held) {
      video.muted = false;
      void play(video);
    }
  };
  const put = (video: HTMLVideoElement, stream: MediaStream | undefined): void => {
    if (held.has(video)) {
      video.muted = muted;
      release(video);
    }
    video.srcObject = stream ?? null;
    if (stream) void play(video);
  };
  // An output that went a moment ago: the list of devices that follows names another one.
  const route = (video: HTMLVideoElement): void => {
    if (sink && !muted) video.setSinkId?.(sink.getState()).catch(() => {});
  };
  const stopRouting = sink?.subscribe(() => {
    for (const video of videos) route(video);
  });
  const videos = new Set<HTMLVideoElement>();
  let shown: MediaStream | undefined;
  const detach = (video: HTMLVideoElement): void => {
    if (videos.delete(video)) put(video, undefined);
  };
  return {
    attach: (video) => {
      videos.add(video);
      video.muted = muted;
      video.autoplay = true;
      route(video);
      put(video, shown);
      return () => detach(video);
    },
    show: (stream) => {
      if (stream === shown) return;
      shown = stream;
      for (const video of videos) put(video, stream);
    },
    isShown: () => videos.size > 0,
    close: () => {
      shown = undefined;
      stopRouting?.();
      for (const video of [...videos]) detach(video);
    },
  };
};
