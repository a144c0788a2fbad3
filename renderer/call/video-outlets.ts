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

const put = (video: HTMLVideoElement, stream: MediaStream | undefined): void => {
  video.srcObject = stream ?? null;
  // Refused before the person has touched the page; the element then plays on its own `autoplay`, or at the next touch.
  if (stream) video.play().catch(() => {});
};

/** Outlets of one stream; `muted` for one's own picture. `sink`: what they are heard by. */
export const createVideoOutlets = (muted: boolean, sink?: SoundSink): VideoOutlets => {
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
