/// <reference path="./track-frames.d.ts" />
import type { MediaDevice } from '#core/instruments/bindings.ts';
import type { InstrumentPort } from './instrument-port.ts';
import { SIMULATED_BINDINGS } from './simulated-bindings.ts';
import { drawEar, drawSkin, drawThroat, PICTURE_SIZE, type Surface } from './simulated-pictures.ts';
import { heartAndLungs, LOOP_RATE_HZ } from './simulated-sound.ts';

type Draw = (surface: Surface, seconds: number) => void;

const CAMERAS: Readonly<Record<string, Draw>> = { ear: drawEar, throat: drawThroat, skin: drawSkin };
const FRAME_MS = 66;
/** A still of a played camera has 8 million points: three times as many each way as its moving picture. */
const WHOLE_SCALE = 3;
/** How much larger than the moving picture each camera draws now. */
const scales = new WeakMap<MediaStreamTrack, number>();

const DEVICES: readonly MediaDevice[] = Object.entries(SIMULATED_BINDINGS).map(([role, { label }]) => ({
  deviceId: role,
  kind: role === 'stethoscope' ? 'audioinput' : 'videoinput',
  label,
}));

const openCamera = (draw: Draw): MediaStream => {
  const canvas = new OffscreenCanvas(PICTURE_SIZE.width, PICTURE_SIZE.height);
  const surface = canvas.getContext('2d');
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = track.writable.getWriter();
  const startedMs = performance.now();
  const timer = setInterval(() => {
    if (track.readyState === 'ended' || surface === null) {
      clearInterval(timer);
      return;
    }
    const scale = scales.get(track) ?? 1;
    if (canvas.width !== PICTURE_SIZE.width * scale) {
      canvas.width = PICTURE_SIZE.width * scale;
      canvas.height = PICTURE_SIZE.height * scale;
      surface.scale(scale, scale);
    }
    const ageMs = performance.now() - startedMs;
    draw(surface, ageMs / 1_000);
    // Refused once the track has ended, which the next tick sees.
    writer.write(new VideoFrame(canvas, { timestamp: ageMs * 1_000 })).catch(() => {});
  }, FRAME_MS);
  return new MediaStream([track]);
};

const openStethoscope = (): MediaStream => {
  const context = new AudioContext({ sampleRate: LOOP_RATE_HZ });
  const loop = context.createBufferSource();
  const samples = heartAndLungs();
  loop.buffer = context.createBuffer(1, samples.length, LOOP_RATE_HZ);
  loop.buffer.copyToChannel(samples, 0);
  loop.loop = true;
  const out = context.createMediaStreamDestination();
  loop.connect(out);
  loop.start();
  const [track] = out.stream.getAudioTracks();
  const timer = setInterval(() => {
    if (track?.readyState !== 'ended') return;
    clearInterval(timer);
    void context.close();
  }, 1_000);
  return out.stream;
};

/** Instruments that do not exist, so that anybody can play a consultation: drawn pictures that move, and a heart between two breaths. */
export const createSimulatedPort = (): InstrumentPort => ({
  simulated: true,
  list: () => Promise.resolve(DEVICES),
  open: ({ deviceId }) => {
    const draw = CAMERAS[deviceId];
    return Promise.resolve(draw === undefined ? openStethoscope() : openCamera(draw));
  },
  wholeSize: (track) => ({
    enlarge: async () => {
      scales.set(track, WHOLE_SCALE);
    },
    restore: async () => {
      scales.delete(track);
    },
  }),
  onChanged: () => () => {},
});
