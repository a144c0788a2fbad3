/** One picture of a camera, small enough for a thin line. */
export interface TakenPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** Takes pictures of one camera's track, until `stop`. */
export interface PictureTaker {
  /** The best picture of at most `mostBytes`; undefined while the camera shows none. */
  take(mostBytes: number): Promise<TakenPicture | undefined>;
  stop(): void;
}
export type OpenPictureTaker = (track: MediaStreamTrack) => PictureTaker;

/** From the best to what is still a face, as lines and quality. */
const TRIES = [
  [360, 0.5],
  [240, 0.5],
  [240, 0.25],
  [180, 0.2],
  [120, 0.15],
] as const;

/** Firefox writes WebP since version 96; a browser that does not gives PNG, and JPEG is asked for then. */
const encode = async (canvas: OffscreenCanvas, quality: number): Promise<Blob> => {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality });
};

/** Pictures of this machine's camera. */
export const openPictureTaker: OpenPictureTaker = (track) => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  // Refused before the person has touched the page: there is a picture from the next touch on.
  video.play().catch(() => {});
  return {
    take: async (mostBytes) => {
      const { videoWidth, videoHeight } = video;
      if (videoWidth === 0 || track.muted || track.readyState !== 'live') return undefined;
      for (const [lines, quality] of TRIES) {
        const height = Math.min(lines, videoHeight);
        const width = Math.round((videoWidth * height) / videoHeight);
        const canvas = new OffscreenCanvas(width, height);
        canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
        const blob = await encode(canvas, quality);
        if (blob.size > mostBytes) continue;
        const type = blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
        return { bytes: new Uint8Array(await blob.arrayBuffer()), type, width, height };
      }
      return undefined;
    },
    stop: () => {
      video.srcObject = null;
    },
  };
};
