/**
 * Raw access to a track (W3C mediacapture-transform), as Chromium has it in a window; absent from the types of the DOM.
 * The cabin's windows are Chromium; the physician's page does not use it.
 */
declare class MediaStreamTrackProcessor<Frame extends AudioData | VideoFrame> {
  constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number });
  readonly readable: ReadableStream<Frame>;
}

/** The other way: a track that shows the frames that are written. */
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(init: { readonly kind: 'audio' | 'video' });
  readonly writable: WritableStream<VideoFrame>;
}
