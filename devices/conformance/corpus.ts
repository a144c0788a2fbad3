import type { DriverId } from '#core/contract/devices.ts';
import { DRIVERS } from '../registry.ts';
import { createConformanceBench } from './bench.ts';
import { isReady } from './capture-trial.ts';

/** What a device sends in a conversation without fault, chunk by chunk, and the values that are in it. */
export interface Corpus {
  readonly frames: readonly Uint8Array[];
  /** Keys of the readings that the whole decodes to, as `readingKey` makes them. */
  readonly truths: ReadonlySet<string>;
}

const CAPTURES = 2;
/** Enough of a stream to hold every kind of its frames. */
const CAPTURE_MS = 40_000;

/** What makes one decoded value the same as another, whatever the frames behind it. */
export const readingKey = (item: {
  readonly kind: string;
  readonly values: Readonly<Record<string, unknown>>;
}): string => JSON.stringify([item.kind, Object.entries(item.values).sort()]);

/** Keys of the valid readings in these chunks; those marked `unprotected` only when asked for. */
export const validKeys = (
  driver: DriverId,
  chunks: readonly Uint8Array[],
  { unprotected }: { readonly unprotected: boolean },
): string[] => {
  const decoder = DRIVERS[driver].createDecoder();
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.end()].flatMap((item) => {
    if (item.type !== 'reading' || item.reading.status !== 'valid') return [];
    return unprotected || !item.reading.flags.includes('unprotected') ? [readingKey(item.reading)] : [];
  });
};

/** Records a simulated device while it is captured from. */
export const recordCorpus = async (driver: DriverId, seed: number): Promise<Corpus> => {
  const bench = await createConformanceBench(driver, { seed });
  bench.supervisor.start();
  for (let capture = 0; capture < CAPTURES; capture += 1) {
    await bench.until(() => isReady(bench), CAPTURE_MS);
    bench.supervisor.startCapture(DRIVERS[driver].manifest.measures[0]);
    await bench.clock.advance(CAPTURE_MS);
    bench.supervisor.stopCapture();
  }
  const frames = [...bench.traffic];
  await bench.close();
  return { frames, truths: new Set(validKeys(driver, frames, { unprotected: true })) };
};
