import type { Frame, FrameBatch } from '#core/contract/bench.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { toHex } from '#devices/kit/bytes.ts';
import { every } from '#devices/kit/clock.ts';
import type { Driver, FrameLine } from '#devices/kit/driver.ts';
import { createThinner } from './thinner.ts';

/** Between two batches: ten a second at most. */
const BATCH_EVERY: Milliseconds = 100;
/** Frames of one batch; a memory that is read out at once is longer than anybody reads. */
const LARGEST_BATCH = 60;

/** The frames of one device, for a technician who watches it. */
export interface FrameFeed {
  traffic(direction: Frame['direction'], bytes: Uint8Array): void;
  close(): void;
}

interface FrameFeedOptions {
  readonly deviceId: string;
  readonly driver: Driver;
  readonly clock: Clock;
  tell(batch: FrameBatch): void;
}

/** A frame of the same name and the same fields is of the same kind: one that suddenly has a status is another. */
const kindOf = (direction: Frame['direction'], { name, fields }: FrameLine): string =>
  [direction, name, ...fields.map(([field]) => field)].join('\n');

/**
 * A feed that begins now. Bytes pass the driver's mask before they are cut into frames, whether somebody is in the cabin or not: a
 * device may hold the identifiers of whoever was there before.
 */
export const createFrameFeed = ({ deviceId, driver, clock, tell }: FrameFeedOptions): FrameFeed => {
  const view = driver.createFrameView();
  const mask = driver.createMask?.();
  const thinner = createThinner(clock);
  let waiting: Frame[] = [];
  let number = 0;
  let told = '';

  const note = (direction: Frame['direction'], lines: readonly FrameLine[]): void => {
    for (const line of lines) {
      number += 1;
      if (!thinner.admits(kindOf(direction, line)) || waiting.length >= LARGEST_BATCH) continue;
      const fields = line.fields.map(([name, value]): [string, string] => [name, value]);
      waiting.push({ number, at: clock.now(), direction, hex: toHex(line.raw), name: line.name, fields });
    }
  };

  const flush = (): void => {
    const rate = thinner.rate();
    const now = `${rate.perSecond} ${rate.oneOf}`;
    if (waiting.length === 0 && now === told) return;
    told = now;
    tell({ deviceId, ...rate, frames: waiting });
    waiting = [];
  };
  const stop = every(clock, BATCH_EVERY, flush);

  return {
    traffic: (direction, bytes) =>
      note(
        direction,
        direction === 'to-device'
          ? view.toDevice(bytes)
          : view.fromDevice(mask === undefined ? bytes : mask.push(bytes)),
      ),
    close: stop,
  };
};
