import type { Clock, Milliseconds } from '#core/time.ts';
import type { Driver, FrameLine } from '../kit/driver.ts';

/** A frame, and when and which way it went. */
export interface SeenFrame extends FrameLine {
  readonly at: Milliseconds;
  readonly direction: 'from-device' | 'to-device';
}

/** Turns traffic into frames for a technician. */
export interface FrameWatch {
  /** The frames that these bytes complete. */
  note(direction: SeenFrame['direction'], bytes: Uint8Array): readonly SeenFrame[];
  /** What was still held back. */
  end(): readonly SeenFrame[];
}

/** A watch that begins now. The bytes of a frame are shown too, so that what identifies a patient is masked first. */
export const createFrameWatch = (driver: Driver, clock: Clock): FrameWatch => {
  const began = clock.monotonic();
  const view = driver.createFrameView();
  const mask = driver.createMask?.();
  const seen = (direction: SeenFrame['direction'], lines: readonly FrameLine[]): readonly SeenFrame[] => {
    const at = clock.monotonic() - began;
    return lines.map((line) => ({ ...line, at, direction }));
  };
  return {
    note: (direction, bytes) =>
      direction === 'to-device'
        ? seen(direction, view.toDevice(bytes))
        : seen(direction, view.fromDevice(mask === undefined ? bytes : mask.push(bytes))),
    end: () => seen('from-device', mask === undefined ? [] : view.fromDevice(mask.end())),
  };
};
