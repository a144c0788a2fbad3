import type { Stop } from '#renderer/call/call-snapshot.ts';
import { drawEar, PICTURE_SIZE } from '../instruments/simulated-pictures.ts';

/** Everybody whose picture a preview may show. */
export type Sitter = 'physician' | 'patient' | 'assistant' | 'guest';

const SIZE = { width: 640, height: 480 } as const;
const COLOURS: Readonly<Record<Sitter, { wall: string; hair: string; skin: string; coat: string }>> = {
  physician: { wall: '#c9d8d8', hair: '#232b34', skin: '#c68642', coat: '#f4f6f6' },
  patient: { wall: '#e4dccb', hair: '#cfd3d4', skin: '#f1c9a5', coat: '#c0603f' },
  assistant: { wall: '#e4dccb', hair: '#e0ac3e', skin: '#5a3825', coat: '#8fb39b' },
  guest: { wall: '#d8cfe0', hair: '#5b3a29', skin: '#e0a97e', coat: '#3f6d8c' },
};

const drawn = (who: Sitter): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  const { wall, hair, skin, coat } = COLOURS[who];
  const oval = (fill: string, x: number, y: number, wide: number, high: number): void => {
    pen.fillStyle = fill;
    pen.beginPath();
    pen.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  pen.fillStyle = wall;
  pen.fillRect(0, 0, SIZE.width, SIZE.height);
  oval(coat, 320, 500, 210, 170);
  oval(hair, 320, 190, 104, 120);
  oval(skin, 320, 215, 84, 104);
  oval('#10242c', 290, 205, 8, 8);
  oval('#10242c', 350, 205, 8, 8);
  oval('#8a3b34', 320, 268, 26, 8);
  return canvas;
};

/** The same as one JPEG picture, as a line that bears no moving ones yields it. */
export const playedStill = async (who: Sitter): Promise<Uint8Array<ArrayBuffer>> => {
  const blob = await drawn(who).convertToBlob({ type: 'image/jpeg' });
  return new Uint8Array(await blob.arrayBuffer());
};

const play = (canvas: OffscreenCanvas, video: HTMLVideoElement): Stop => {
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = track.writable.getWriter();
  const timer = setInterval(
    () => void writer.write(new VideoFrame(canvas, { timestamp: performance.now() * 1_000 })),
    200,
  );
  video.srcObject = new MediaStream([track]);
  return () => {
    clearInterval(timer);
    track.stop();
    video.srcObject = null;
  };
};

/** Shows a drawn person in place of a camera's picture. */
export const playedPicture =
  (who: Sitter) =>
  (video: HTMLVideoElement): Stop =>
    play(drawn(who), video);

/** Shows a drawn ear in place of an examination camera's picture. */
export const playedExam = (video: HTMLVideoElement): Stop => {
  const canvas = new OffscreenCanvas(PICTURE_SIZE.width, PICTURE_SIZE.height);
  const pen = canvas.getContext('2d');
  if (pen !== null) drawEar(pen, 3.2);
  return play(canvas, video);
};
