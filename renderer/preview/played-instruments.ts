import { createStore } from 'zustand/vanilla';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createListening } from '#renderer/call/instruments/listening.ts';
import type { KeptItem, PhysicianInstruments } from '#renderer/call/instruments/physician-instruments.ts';
import { drawEar, PICTURE_SIZE } from '#renderer/call/instruments/simulated-pictures.ts';

const about = (item: PhysicianProjection['examination']['items'][number]): KeptItem['item']['about'] => {
  const source = { takenAt: item.askedAt, device: 'Otoscope', simulated: true };
  return item.target.instrument === 'stethoscope'
    ? {
        kind: 'clip',
        ...source,
        point: item.target.point,
        sampleRateHz: 48_000,
        channels: 2,
        durationMs: 15_000,
      }
    : { kind: 'still', ...source, target: item.target, ...PICTURE_SIZE };
};

/** Instruments of an invented visit: what was delivered is here, the rest is half way; the picture is drawn. */
export const playedInstruments = ({ examination }: PhysicianProjection): PhysicianInstruments => {
  const kept = createStore<ReadonlyMap<string, KeptItem>>(() => new Map());
  const canvas = new OffscreenCanvas(PICTURE_SIZE.width, PICTURE_SIZE.height);
  const surface = canvas.getContext('2d');
  if (surface) drawEar(surface, 3.2);
  void canvas.convertToBlob({ type: 'image/png' }).then((blob) => {
    const url = URL.createObjectURL(blob);
    const here = examination.items.filter(({ state }) => state.state === 'delivered');
    const items = here.map((item): [string, KeptItem] => [
      item.itemId,
      {
        item: { itemId: item.itemId, byteLength: 1, sha256: 'a'.repeat(64), about: about(item) },
        bytes: new Uint8Array(1),
        url: item.target.instrument === 'stethoscope' ? undefined : url,
      },
    ]);
    kept.setState(new Map(items), true);
  });
  const listening = createListening({
    openContext: () => new AudioContext(),
    outputWatch: {
      store: createStore(() => ({ output: 'there' as const })),
      watch: () => undefined,
      close: () => undefined,
    },
    clock: systemClock,
  });
  return {
    kept,
    arriving: createStore(
      () =>
        new Map([
          ['clip-2', 0.4],
          ['still-2', 0.62],
        ]),
    ),
    listening: { ...listening, peak: () => 0.1 + 0.3 * Math.abs(Math.sin(Date.now() / 400)) },
    attachExam: (video) => {
      const track = new MediaStreamTrackGenerator({ kind: 'video' });
      const writer = track.writable.getWriter();
      const timer = setInterval(
        () => void writer.write(new VideoFrame(canvas, { timestamp: performance.now() * 1_000 })),
        100,
      );
      video.srcObject = new MediaStream([track]);
      return () => clearInterval(timer);
    },
    close: () => undefined,
  };
};
