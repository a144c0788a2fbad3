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

const put = (video: HTMLVideoElement, stream: MediaStream | undefined): void => {
  video.srcObject = stream ?? null;
  // Refused before the person has touched the page; the element then plays on its own `autoplay`, or at the next touch.
  if (stream) video.play().catch(() => {});
};

/** Outlets of one stream; `muted` for one's own picture. */
export const createVideoOutlets = (muted: boolean): VideoOutlets => {
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
      for (const video of [...videos]) detach(video);
    },
  };
};
