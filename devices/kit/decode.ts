import type { CaptureFile } from './capture-file.ts';
import type { Decoded, Driver } from './driver.ts';

/** What a driver makes of a capture file: only what the device sent counts. */
export const decodeCapture = (driver: Driver, capture: CaptureFile): Decoded[] => {
  const decoder = driver.createDecoder();
  const decoded = capture.chunks
    .filter(({ direction }) => direction === 'from-device')
    .flatMap(({ bytes }) => decoder.push(bytes));
  return [...decoded, ...decoder.end()];
};
